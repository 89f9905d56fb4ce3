/** What generations are called on screen. */

import { counted, say, worded } from "./language.js";

/** @typedef {import("./api.js").Generation} Generation */

/** @type {Record<string, string>} */
const FAILURES = {
  moderation: "The provider's rules refused it",
  moderation_prompt: "The provider's rules refused the prompt",
  moderation_result: "The provider's rules refused the result",
  provider_error: "The provider could not finish it",
  provider_unavailable: "The provider was not available",
  timeout: "The provider took too long",
  invalid_result: "What the provider sent could not be used",
  not_stored: "It could not be stored in time",
  invalid_request: "The provider did not accept these settings",
  cancelled: "Cancelled",
};

/** @param {Generation} generation */
export const isFilm = ({ kind }) => kind === "video" || kind === "speech";

/**
 * Of sentences about a generation, the one that names what it is; languages bend more than the noun.
 *
 * @param {Generation} generation
 * @param {{picture: string, film: string, prompt: string}} sentences
 */
export const about = (generation, { picture, film, prompt }) => worded(isText(generation) ? prompt : isFilm(generation) ? film : picture);

/** @param {Generation} generation */
export const isText = (generation) => generation.kind === "text";

/** @param {string} code @param {string | null} [refused] which side, if the provider's rules did */
export const failureTitle = (code, refused) => FAILURES[refused ? `${code}_${refused}` : code] ?? FAILURES[code] ?? "It did not work";

/** @param {Generation} generation */
export function stateTitle(generation) {
  switch (generation.state) {
    case "accepted":
    case "submitting":
      return "Accepted";
    case "running":
      return generation.cancelRequested ? "Cancelling" : "In the making";
    case "delivering":
      return "Storing";
    case "succeeded":
      return "Done";
    case "cancelled":
      return "Cancelled";
    default:
      return failureTitle(generation.failure?.code ?? "", generation.failure?.refused);
  }
}

/**
 * The stages of a generation, in order, for its progress list.
 *
 * @param {string} provider
 */
export const stages = (provider) => ["Accepted", say`With ${provider}`, "Storing", "Done"].map(worded);

/** @param {Generation} generation */
export function refundSentence(generation) {
  const { refundedCredits: count } = generation;
  if (count === 0) return "Nothing was charged.";
  return counted(count, { one: "{0} credit came back.", other: "{0} credits came back." });
}

/** @type {Record<string, string>} */
const LEFT = {
  pending: "is being erased",
  erased: "was erased",
  gone: "was gone already",
  not_kept: "was not kept",
  expires: "goes by itself",
  undeclared: "stays for a time that it does not tell",
  unanswered: "may still be there, for it has not answered",
};

/**
 * What became of one part where it was made, such as "The result was erased".
 *
 * @param {import("./api.js").Receipt} receipt
 */
export const leftSentence = ({ part, manner }) => `${worded(part === "order" ? "What you asked for" : "The result")} ${worded(LEFT[manner] ?? manner)}`;
