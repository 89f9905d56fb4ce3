/** What people should know of those who make their pictures, in words. */

import { day } from "./format.js";

/** @typedef {import("./api.js").Model} Model */
/** @typedef {import("./api.js").Provider} Provider */

const TRAINING = {
  never: "promises not to train models on what it is sent.",
  allowed: "may train models on what it is sent.",
  unknown: "does not say whether it trains models on what it is sent.",
};

/**
 * Everything that is to be known before a model is chosen, each in a sentence or two.
 *
 * @param {Model} model
 */
export function modelNotes(model) {
  const notes = [model.disclosure, ...model.providers.flatMap(providerNotes)];
  return model.marks === null ? notes : [...notes, model.marks];
}

/** @param {Provider} provider */
function providerNotes({ name, region, training, terms }) {
  const notes = [`${name} ${TRAINING[training]}`];
  if (region !== null && region !== "global") {
    notes.push(`It works in ${region} and nowhere else.`);
  }
  if (terms.obligation !== null) {
    notes.push(terms.obligation);
  }
  if (terms.stale) {
    notes.push(`Its terms were last read on ${day(terms.verified)} and may have changed since.`);
  }
  return notes;
}
