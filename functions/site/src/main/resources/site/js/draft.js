/**
 * What the user has typed and chosen, and the last click that got no answer. Both survive a reload and a
 * session that ended, in this tab only, and never reach another person who signs in here.
 */

import { Store } from "./store.js";

/**
 * @typedef {{prompt: string, model?: string, aspectRatio?: string, resolution?: string, durationSeconds?: number,
 *   extras?: import("./api.js").Extras}} Draft
 * @typedef {{key: string, body: import("./api.js").Settings & {prompt: string, quote: string}}} Submission
 */

/**
 * @typedef {{credits: number, atMillis: number}} Click the price that stood on the button
 *   for what is in the draft now, and when it was pressed
 */

const DRAFT = "halftone.draft";
const UNANSWERED = "halftone.unanswered";
const OWNER = "halftone.owner";

/** @type {Store<Draft>} */
export const draft = new Store(read(DRAFT) ?? { prompt: "" });
draft.watch((value) => write(DRAFT, value));

/**
 * What a replacement took from the composer, so that it can be brought back.
 *
 * @type {Store<Draft | null>}
 */
export const replaced = new Store(/** @type {Draft | null} */ (null));

/**
 * A click made elsewhere on the page, which the composer carries out.
 *
 * @type {Store<Click | null>}
 */
export const clicked = new Store(/** @type {Click | null} */ (null));

/** The history has this prompt: nothing is lost with it. */
let sentPrompt = "";

/** @param {Draft} next */
export function replaceDraft(next) {
  const before = draft.value;
  const kept = [next.prompt, sentPrompt, ""].includes(before.prompt.trim());
  draft.set(next);
  replaced.set(kept ? null : before);
}

export function bringBack() {
  if (replaced.value) draft.set(replaced.value);
  replaced.set(null);
}

/** @param {string} prompt */
export function notePromptSent(prompt) {
  sentPrompt = prompt;
}

/** @param {string} userId */
export function keepDraftFor(userId) {
  const owner = read(OWNER);
  if (owner !== null && owner !== userId) forgetDraft();
  write(OWNER, userId);
}

export function forgetDraft() {
  draft.set({ prompt: "" });
  replaced.set(null);
  for (const key of [DRAFT, UNANSWERED, OWNER]) write(key, null);
}

/** @returns {Submission | null} */
export function unansweredSubmission() {
  return read(UNANSWERED);
}

/** @param {Submission | null} submission */
export function noteUnanswered(submission) {
  write(UNANSWERED, submission);
}

/** @param {string} key */
function read(key) {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? "null");
  } catch {
    return null;
  }
}

/**
 * @param {string} key
 * @param {unknown} value
 */
function write(key, value) {
  try {
    if (value === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Storage may be full or switched off: then the draft lives as long as the page.
  }
}
