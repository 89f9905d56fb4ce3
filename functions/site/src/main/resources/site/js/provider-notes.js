/** What people should know of those who make their pictures, in words. */

import { day } from "./format.js";
import { say, worded } from "./language.js";

/** @typedef {import("./api.js").Model} Model */
/** @typedef {import("./api.js").Provider} Provider */

/** @type {Record<Provider["training"], (name: string) => string>} */
const TRAINING = {
  never: (name) => say`${name} promises not to train models on what it is sent.`,
  allowed: (name) => say`${name} may train models on what it is sent.`,
  unknown: (name) => say`${name} does not say whether it trains models on what it is sent.`,
};

/**
 * Everything that is to be known before a model is chosen, each in a sentence or two.
 *
 * @param {Model} model
 */
export function modelNotes(model) {
  const disclosure = model.providers.map((provider) => worded(provider.disclosure)).join(" ");
  const notes = [disclosure, ...model.providers.flatMap(providerNotes)];
  return (model.marks === null ? notes : [...notes, model.marks]).map(worded);
}

/** @param {Provider} provider */
function providerNotes({ name, region, training, terms }) {
  const notes = [TRAINING[training](name)];
  if (region !== null && region !== "global") {
    notes.push(say`It works in ${region} and nowhere else.`);
  }
  if (terms.obligation !== null) {
    notes.push(terms.obligation);
  }
  if (terms.stale) {
    notes.push(say`Its terms were last read on ${day(terms.verified)} and may have changed since.`);
  }
  return notes;
}
