/** A person's own account: what they change of it, and what was changed. */

import { request } from "../http.js";

/**
 * @typedef {{kind: string, at: string, way: string | null, device: string | null}} AccountEvent
 */

const ROUTES = Object.freeze({
  change: "PATCH /v1/me",
  events: "GET /v1/me/events",
  data: "GET /v1/me/data",
  askForEmail: "POST /v1/me/email",
  confirmEmail: "POST /v1/me/email/confirm",
});

/** @param {keyof typeof ROUTES} name @param {{body?: unknown}} [options] */
function call(name, options = {}) {
  const [method, path] = ROUTES[name].split(" ");
  return request(method, path, options);
}

/**
 * Changes what is named and leaves the rest.
 *
 * @param {{name?: string, language?: string}} change
 * @returns {Promise<import("../api.js").Me>}
 */
export const change = (change) => call("change", { body: change });

/** The newest first. @returns {Promise<{items: AccountEvent[]}>} */
export const events = () => call("events");

/** A copy of what is stored about the account. @returns {Promise<unknown>} */
export const data = () => call("data");

/** Has a link sent to an address. @param {string} email @returns {Promise<{email: string, expiresAt: string}>} */
export const askForEmail = (email) => call("askForEmail", { body: { email } });

/** Takes the address to which the link was sent. @param {string} code @returns {Promise<import("../api.js").Me>} */
export const confirmEmail = (code) => call("confirmEmail", { body: { code } });
