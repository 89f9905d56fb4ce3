import "../elements/confirm-identity.js";

import { h } from "../dom.js";
import { Problem } from "../http.js";

/**
 * Does what the server lets only people do who proved of late who they are; asks for the proof if it is missing.
 *
 * @template T
 * @param {() => Promise<T>} act
 * @returns {Promise<T | null>} null if the person has to come back with the proof, or thought better of it
 */
export async function fresh(act) {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "reauthentication_required") throw error;
    return (await confirmed()) ? act() : null;
  }
}

/** Whether the person proved it without leaving this page. @returns {Promise<boolean>} */
export const confirmed = () => new Promise((ended) => document.body.append(h("confirm-identity", { ".ended": ended })));
