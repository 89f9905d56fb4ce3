/** What the page asks about catalogues, and the shape of what comes back. */

import { piece, request } from "./http.js";

/**
 * @typedef {{row: number, line: number, code: string}} Finding
 * @typedef {{all: number, waiting: number, running: number, made: number, failed: number, bad: number, skipped: number}} Rows
 * @typedef {{id: string, state: "draft" | "running" | "paused" | "cancelled" | "finished", pauseReason: string | null,
 *   createdAt: string, columns: string[], rows: Rows, model: string | null, template: string | null,
 *   creditsEach: number | null, priceVersion: string | null, traceId: string}} Batch
 * @typedef {{number: number, line: number, cells: string[]}} Row
 * @typedef {{batch: Batch, preview: Row[], findings: Finding[]}} Upload
 * @typedef {import("./api.js").Settings & {template: string}} Terms
 * @typedef {{quote: string, credits: number, creditsEach: number, rows: number, priceVersion: string, expiresAt: string,
 *   preview: {row: number, text: string}[], findings: Finding[]}} Quote
 */

const ROUTES = Object.freeze({
  upload: "POST /v1/catalogues",
  list: "GET /v1/catalogues",
  one: "GET /v1/catalogues/{id}",
  result: "GET /v1/catalogues/{id}/result",
  quote: "POST /v1/catalogues/{id}/quote",
  start: "POST /v1/catalogues/{id}/start",
  pause: "POST /v1/catalogues/{id}/pause",
  resume: "POST /v1/catalogues/{id}/resume",
  cancel: "POST /v1/catalogues/{id}/cancel",
  retry: "POST /v1/catalogues/{id}/retry",
});

/**
 * @param {keyof typeof ROUTES} name
 * @param {string} [id]
 * @param {{body?: unknown, headers?: Record<string, string>, signal?: AbortSignal}} [options]
 */
function call(name, id = "", options = {}) {
  const [method, path] = ROUTES[name].split(" ");
  return request(method, path.replace("{id}", encodeURIComponent(id)), options);
}

/**
 * @param {Blob} file as it is: what it is encoded in, the server finds out
 * @param {string} key the same for every attempt of one upload
 * @returns {Promise<Upload>}
 */
export const upload = (file, key) => call("upload", "", { body: file, headers: { "Content-Type": "text/csv", "Idempotency-Key": key } });

/** @returns {Promise<{items: Batch[], nextCursor: string | null}>} */
export const list = () => call("list");

/** @param {string} id @param {AbortSignal} [signal] @returns {Promise<Batch>} */
export const one = (id, signal) => call("one", id, { signal });

/** @param {string} id @param {Terms} body @returns {Promise<Quote>} */
export const quote = (id, body) => call("quote", id, { body });

/** @param {string} id @param {Terms & {quote: string}} body @returns {Promise<Batch>} */
export const start = (id, body) => call("start", id, { body });

/** @param {string} id @param {"pause" | "resume" | "cancel" | "retry"} wish @returns {Promise<Batch>} */
export const change = (id, wish) => call(wish, id);

/** @param {string} id */
export async function result(id) {
  const { bytes } = await piece(ROUTES.result.split(" ")[1].replace("{id}", encodeURIComponent(id)), "text/csv");
  return new Blob([/** @type {BlobPart} */ (bytes)], { type: "text/csv" });
}
