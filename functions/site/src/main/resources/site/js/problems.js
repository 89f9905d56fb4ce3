/** Says in a sentence what went wrong and what to do next, from the API's stable codes. */

import { credits, moment, size } from "./format.js";
import { Problem, Unreachable } from "./http.js";
import { counted, say, worded } from "./language.js";

const ACCOUNT_NOT_LINKED =
  "Somebody already uses this e-mail address here. If that is you, sign in the way you did before, and add the new way under Account.";
const EMAIL_REQUIRED = "Halftone needs an e-mail address that you may be written to, and got none. Nothing was stored.";
const IDENTITY_IN_USE = "Somebody already comes in by this, into another account. Sign in with it, and remove it there first.";
const ANOTHER_PERSON = "That was not a way into this account. Confirm with one of those that belong to it.";
const TOO_MANY_IDENTITIES = "You have as many ways to sign in as anybody may have. Remove one first.";

/** @type {Record<string, string>} */
const SENTENCES = {
  sign_in_required: "Your session has ended. Sign in again; what you typed is kept.",
  sign_in_expired: "Signing in took too long and was stopped for safety. Please start again.",
  sign_in_refused: "The provider's answer could not be trusted or came too late. Please try again.",
  account_not_linked: ACCOUNT_NOT_LINKED,
  email_required: EMAIL_REQUIRED,
  identity_in_use: IDENTITY_IN_USE,
  another_person: ANOTHER_PERSON,
  too_many_identities: TOO_MANY_IDENTITIES,
  last_identity: "It is the only way into this account. Add another one first.",
  unknown_identity: "It was removed already.",
  unknown_way: "Nobody signs in this way here any more.",
  account_suspended: "This account is suspended. Whoever runs this service can say why.",
  invalid_name: "A name has 1 to 200 characters and no line breaks.",
  invalid_email: "This is no e-mail address.",
  same_email: "This is your address already.",
  email_in_use: "This address belongs to another account.",
  invalid_code: "This link was used, is too old, or belongs to another account. Have a new one sent.",
  too_many_emails: "So many letters a day may be asked for, and they were sent. Try again tomorrow.",
  reauthentication_required: "Please confirm that it is you, then try again.",
  acceptance_required: "Please confirm your age and the policy first.",
  cross_site_request: "The browser did not say that this page asked. Reload it and try again.",
  age_not_confirmed: "Please confirm your age to go on.",
  policy_version_changed: "The policy has changed since this page was opened. Please read the new version.",
  unknown_model: "This model is no longer offered. Choose another one.",
  unsupported_aspect_ratio: "This model does not draw that shape. Choose another one.",
  unsupported_resolution: "This model does not draw at that size. Choose another one.",
  unsupported_duration: "This model makes no film of that length. Choose another one.",
  model_unavailable: "This model is not on offer for now. Choose another one.",
  account_in_debt: "Credits that were taken back had been spent. New ones make up for them first.",
  account_frozen: "Credits cannot be spent while a payment is in dispute.",
  invalid_prompt: "The prompt cannot be used as it is. Shorten or change it.",
  body_too_large: "The prompt is too long to send. Shorten it.",
  idempotency_key_reused: "This click was sent before with other settings. Generate again.",
  quote_mismatch: "The price belonged to other settings. Nothing was charged; a new price is shown.",
  unknown_generation: "This generation does not exist, or it is not yours.",
  generation_running: "It is still being made. Cancel it first, or wait until it has ended.",
  generation_removed: "You have removed this; nothing of it is kept.",
  too_many_projects: "You have as many projects as anybody may have. Delete one first.",
  provider_unavailable: "Nobody who makes this can be reached just now. Nothing was charged. Try again in a moment, or choose another model.",
  prompt_refused: "What this says may not be made here. Nothing was charged; change the prompt.",
  safety_check_unavailable: "What may be made cannot be checked just now, so nothing is. Nothing was charged. Try again in a moment.",
  already_ended: "It had already ended, so there was nothing to cancel.",
};

/** @type {Record<string, string>} */
const SIGN_IN = {
  access_denied: "Sign-in was cancelled. Nothing was stored.",
  account_not_linked: ACCOUNT_NOT_LINKED,
  another_person: ANOTHER_PERSON,
  email_required: EMAIL_REQUIRED,
  identity_in_use: IDENTITY_IN_USE,
  reauthentication_required: "Please confirm that it is you, then try again.",
  too_many_identities: TOO_MANY_IDENTITIES,
  provider_unavailable: "Whoever should say who you are could not be reached. Please try again in a moment.",
};

/** @type {Record<string, string>} */
const NOTICES = {
  ended: "Your session has ended. Sign in again: what you typed is kept in this tab.",
  "signed-out": "You are signed out.",
};

/** @param {unknown} error */
export function sentence(error) {
  if (error instanceof Unreachable) return "Halftone did not answer. Check the connection and try again.";
  if (!(error instanceof Problem)) return "This page ran into a fault of its own. Reload it and try again.";
  if (error.code === "insufficient_credits") return insufficient(error);
  if (error.code === "limit_reached") return limitReached(error);
  if (error.code === "over_quota") return overQuota(error);
  const known = SENTENCES[error.code];
  if (known) return known;
  if (error.status === 429) return "Too many requests in a short time. Wait a moment and try again.";
  return withTrace("Halftone could not do this just now. Try again in a moment.", error);
}

/** @param {string} code */
export const signInSentence = (code) =>
  SIGN_IN[code] ?? "Signing in did not work. Please try again.";

/** @param {string | null} notice */
export const noticeSentence = (notice) => (notice ? (NOTICES[notice] ?? null) : null);

/** @param {Problem} problem */
function limitReached({ document: { limit, period, resetsAt } }) {
  const full = period === "month" ? say`Your plan has room for ${limit} in a month, and they are made. Nothing was charged.` : say`Your plan has room for ${limit} in a day, and they are made. Nothing was charged.`;
  return Number.isNaN(Date.parse(resetsAt)) ? full : say`${full} More can be made from ${moment(resetsAt)} on.`;
}

/** @param {Problem} problem */
function overQuota({ document: { bytesUsed, bytesMax } }) {
  return say`Your storage is full: ${size(bytesUsed)} of ${size(bytesMax)} are used. Nothing was charged; remove a result or an upload first.`;
}

/** @param {Problem} problem */
function insufficient({ document: { available, required } }) {
  if (!Number.isInteger(available) || !Number.isInteger(required)) return "There are not enough credits for this.";
  return say`This needs ${credits(required)} and ${counted(available, { one: "{0} is available", other: "{0} are available" })}. Nothing was charged.`;
}

/**
 * @param {string} text
 * @param {Problem} problem
 */
function withTrace(text, { traceId }) {
  return traceId ? say`${worded(text)} If it stays, quote trace ${traceId}.` : text;
}
