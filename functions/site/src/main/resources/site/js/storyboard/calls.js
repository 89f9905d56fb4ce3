/** Storyboards: what the page asks of them, and the shape of what comes back. */

import { Problem, request, Unreachable } from "../http.js";

/**
 * @typedef {import("../api.js").Generation} Generation
 * @typedef {{number: number, title: string, prompt: string, seconds: number | null, generations: Generation[]}} Shot
 * @typedef {{id: string, state: "planning" | "ready" | "failed", title: string | null, brief: string, kind: "image" | "video",
 *   model: string, aspectRatio: string | null, resolution: string | null, durationSeconds: number | null, version: number,
 *   planned: number, planning: Generation | null, shots: Shot[], createdAt: string}} Storyboard
 * @typedef {{id: string, state: string, title: string | null, brief: string, kind: string, shots: number, createdAt: string}} Summary
 * @typedef {{number?: number, title: string, prompt: string, seconds: number | null}} Wanted
 * @typedef {{items: {shot: number, quote: string, credits: number, expiresAt: string}[], credits: number}} Prices
 */

const ROUTES = Object.freeze({
  list: "GET /v1/storyboards",
  plan: "POST /v1/storyboards",
  one: "GET /v1/storyboards/{id}",
  edit: "PUT /v1/storyboards/{id}",
  remove: "DELETE /v1/storyboards/{id}",
  prices: "POST /v1/storyboards/{id}/quote",
  make: "POST /v1/storyboards/{id}/shots/{shot}/generations",
});

const ATTEMPTS_MAX = 3;

/**
 * @param {keyof typeof ROUTES} name
 * @param {{id?: string, shot?: number, body?: unknown, headers?: Record<string, string>}} [options]
 */
function call(name, { id = "", shot = 0, ...options } = {}) {
  const [method, path] = ROUTES[name].split(" ");
  return request(method, path.replace("{id}", encodeURIComponent(id)).replace("{shot}", String(shot)), options);
}

/** @returns {Promise<{items: Summary[]}>} */
export const list = () => call("list");

/** @param {string} id @returns {Promise<Storyboard>} */
export const one = (id) => call("one", { id });

/** @param {string} id @param {{version: number, title: string, shots: Wanted[]}} body @returns {Promise<Storyboard>} */
export const edit = (id, body) => call("edit", { id, body });

/** @param {string} id */
export const remove = (id) => call("remove", { id });

/** @param {string} id @param {number[]} shots @returns {Promise<Prices>} */
export const prices = (id, shots) => call("prices", { id, body: { shots } });

/** @param {unknown} body @returns {Promise<Storyboard>} */
export const plan = (body) => once((headers) => call("plan", { body, headers }));

/** @param {string} id @param {number} shot @param {string} quote @returns {Promise<Generation>} */
export const make = (id, shot, quote) => once((headers) => call("make", { id, shot, body: { quote }, headers }));

/**
 * Sends one click; every attempt carries the same key, so that it counts once.
 *
 * @template T
 * @param {(headers: Record<string, string>) => Promise<T>} send
 * @returns {Promise<T>}
 */
async function once(send) {
  const headers = { "Idempotency-Key": crypto.randomUUID() };
  for (let attempt = 1; ; attempt++) {
    try {
      return await send(headers);
    } catch (error) {
      const unanswered = error instanceof Unreachable || (error instanceof Problem && error.transient);
      if (!unanswered || attempt === ATTEMPTS_MAX) throw error;
      await new Promise((resolve) => setTimeout(resolve, attempt * 1000));
    }
  }
}
