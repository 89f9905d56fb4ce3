/** Characters: described once, and ordered again and again in the same words. */

import { request } from "../http.js";
import { Store } from "../store.js";

/** @typedef {{id: string, name: string, text: string, version: number, writtenAt: string}} Brief */

const ROUTES = Object.freeze({
  list: "GET /v1/briefs",
  create: "POST /v1/briefs",
  one: "GET /v1/briefs/{id}",
  rewrite: "PUT /v1/briefs/{id}",
  remove: "DELETE /v1/briefs/{id}",
});

/** The latest wording of each, by name. @type {Store<Brief[]>} */
export const briefs = new Store(/** @type {Brief[]} */ ([]));

/**
 * @param {keyof typeof ROUTES} name
 * @param {string} [id]
 * @param {{body?: unknown, headers?: Record<string, string>, query?: string}} [options]
 */
function call(name, id = "", { query = "", ...options } = {}) {
  const [method, path] = ROUTES[name].split(" ");
  return request(method, path.replace("{id}", encodeURIComponent(id)) + query, options);
}

export async function readBriefs() {
  const { items } = await call("list");
  briefs.set(items.sort((/** @type {Brief} */ a, /** @type {Brief} */ b) => a.name.localeCompare(b.name)));
}

/** @param {string} name @param {string} text @param {string} click the same for every attempt */
export async function create(name, text, click) {
  await call("create", "", { body: { name, text }, headers: { "Idempotency-Key": click } });
  await readBriefs();
}

/** @param {Brief} seen the wording that this one follows @param {string} name @param {string} text */
export async function rewrite(seen, name, text) {
  await call("rewrite", seen.id, { body: { name, text, version: seen.version } });
  await readBriefs();
}

/** @param {Brief} brief @param {number} version @returns {Promise<Brief>} */
export const wording = (brief, version) => call("one", brief.id, { query: `?version=${version}` });

/** @param {Brief} brief */
export async function remove(brief) {
  await call("remove", brief.id);
  await readBriefs();
}
