/** Sends one click. Every attempt carries the same key, so it is carried out, and charged, at most once. */

import * as api from "./api.js";
import { noteUnanswered } from "./draft.js";
import { Problem, Unreachable } from "./http.js";
import { newTraceparent } from "./trace.js";

const ATTEMPTS_MAX = 3;
const PAUSE_MAX_SECONDS = 10;

/** @typedef {import("./draft.js").Submission} Submission */

/**
 * @param {Submission["body"]} body
 * @returns {Submission}
 */
export function newSubmission(body) {
  return { key: crypto.randomUUID(), body };
}

/**
 * @param {Submission} submission
 * @returns {Promise<api.Generation>}
 */
export async function send(submission) {
  noteUnanswered(submission);
  const traceparent = newTraceparent();
  for (let attempt = 1; ; attempt++) {
    try {
      const generation = await api.submit(submission.key, submission.body, traceparent);
      noteUnanswered(null);
      return generation;
    } catch (error) {
      if (!unanswered(error)) {
        // A session that ended has not decided anything: the same click may be sent after signing in.
        if (!(error instanceof Problem && error.status === 401)) noteUnanswered(null);
        throw error;
      }
      if (attempt === ATTEMPTS_MAX) throw error;
      await pause(attempt, error);
    }
  }
}

/**
 * Whether the server may have accepted the click without our knowing.
 *
 * @param {unknown} error
 */
export function unanswered(error) {
  return error instanceof Unreachable || (error instanceof Problem && error.transient);
}

/**
 * @param {number} attempt
 * @param {unknown} error
 */
function pause(attempt, error) {
  const asked = error instanceof Problem ? error.retryAfterSeconds : null;
  const seconds = Math.min(asked ?? 2 ** (attempt - 1), PAUSE_MAX_SECONDS);
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}
