/** The ways to sign in that belong to an account, and those who come by a token that a provider's script gave. */

import { request } from "../http.js";

/** @typedef {{id: string, way: string, title: string, address: string | null, linkedAt: string}} Identity */
/** @typedef {"sign-in" | "confirm" | "link"} Purpose */

const ROUTES = Object.freeze({
  identities: "GET /v1/me/identities",
  unlink: "DELETE /v1/me/identities/{id}",
  exchange: "POST /v1/auth/{way}/exchange",
  prompt: "GET /v1/auth/{way}/one-tap",
  oneTap: "POST /v1/auth/{way}/one-tap",
});

/** @param {keyof typeof ROUTES} name @param {{id?: string, way?: string, body?: unknown}} [options] */
function call(name, { id = "", way = "", body } = {}) {
  const [method, path] = ROUTES[name].split(" ");
  return request(method, path.replace("{id}", encodeURIComponent(id)).replace("{way}", encodeURIComponent(way)), { body });
}

/** The oldest first. @returns {Promise<{identities: Identity[]}>} */
export const identities = () => call("identities");

/** @param {string} id */
export const unlink = (id) => call("unlink", { id });

/** @param {string} way @param {string} token @param {Purpose} purpose */
export const exchange = (way, token, purpose) => call("exchange", { way, body: { token, purpose } });

/** What Google's token has to repeat. @param {string} way @returns {Promise<{nonce: string}>} */
export const prompt = (way) => call("prompt", { way });

/** @param {string} way @param {string} credential */
export const oneTap = (way, credential) => call("oneTap", { way, body: { credential } });
