/** What opens a person's account: the browsers in which they are signed in, and the tokens of their programs. */

import { request } from "../http.js";
import { say } from "../language.js";

/**
 * @typedef {{id: string, current: boolean, way: string, device: string, network: string, address: string | null,
 *   signedInAt: string, usedAt: string, endsAt: string}} BrowserSession
 * @typedef {{id: string, name: string, scopes: string[], lastFour: string, createdAt: string, expiresAt: string,
 *   lastUsedAt: string | null}} Token
 */

/** What each scope lets a program do. @type {Record<string, string>} */
export const SCOPES = {
  read: "See what is yours",
  create: "Make things, which spends credits",
  manage: "Change and delete what is yours",
};

const ROUTES = Object.freeze({
  sessions: "GET /v1/me/sessions",
  endOthers: "DELETE /v1/me/sessions",
  endSession: "DELETE /v1/me/sessions/{id}",
  tokens: "GET /v1/me/tokens",
  makeToken: "POST /v1/me/tokens",
  revokeToken: "DELETE /v1/me/tokens/{id}",
});

/** @param {keyof typeof ROUTES} name @param {{id?: string, query?: string, body?: unknown}} [options] */
function call(name, { id = "", query = "", body } = {}) {
  const [method, path] = ROUTES[name].split(" ");
  return request(method, path.replace("{id}", encodeURIComponent(id)) + query, { body });
}

/** The youngest first. @returns {Promise<{items: BrowserSession[]}>} */
export const sessions = () => call("sessions");

/** All but this browser's. */
export const endOthers = () => call("endOthers", { query: "?except=current" });

/** @param {string} id */
export const endSession = (id) => call("endSession", { id });

/** The youngest first. @returns {Promise<{items: Token[]}>} */
export const tokens = () => call("tokens");

/**
 * The secret is in the answer and nowhere else.
 *
 * @param {{name: string, scopes: string[], expiresInDays: number}} wish
 * @returns {Promise<{secret: string, token: Token}>}
 */
export const makeToken = (wish) => call("makeToken", { body: wish });

/** @param {string} id */
export const revokeToken = (id) => call("revokeToken", { id });

/** What the server calls a device, in the reader's language. @param {string} device */
export function deviceName(device) {
  const [browser, system] = device.split(" on ");
  return system ? say`${browser} on ${system}` : device;
}
