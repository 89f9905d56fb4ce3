/** Who pays for what safety rules refuse, in words. */

import { say, worded } from "./language.js";

/** @typedef {import("./api.js").Provider} Provider */

/** @type {Record<string, string>} */
const BILLING = { nothing: "nothing", full: "its full price", unknown: "it does not say" };

/**
 * What a provider asks of whoever runs this service for what its rules refuse, and what you pay.
 *
 * @param {Provider} provider
 */
export function refusalSentence({ terms: { refusals } }) {
  const [prompt, result] = [refusals.prompt, refusals.result].map((billing) => worded(BILLING[billing] ?? billing));
  const you = refusals.credits === 0 ? worded("nothing") : String(refusals.credits);
  return say`asks of us for a refused prompt: ${prompt}; for a refused result: ${result}. You pay ${you}.`;
}

/** @param {import("./api.js").PromptCheck | null} check */
export const checkSentence = (check) =>
  check === null
    ? "Nobody judges what you ask for before it is made, other than the makers of the models."
    : say`${check.name} is shown the words of each request before anything is spent, and not whose they are. Refused are: ${check.refuses.map(worded).join(", ")}. Of a refusal the rule and the day are kept for 30 days, without the words.`;
