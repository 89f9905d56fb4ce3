/** Uploads: announced to the API, sent straight to the store, and looked at before they can be used. */

import { request } from "../http.js";

/**
 * @typedef {"awaited" | "checking" | "ready" | "refused"} AssetState
 * @typedef {{id: string, name: string, state: AssetState, refusal: string | null, kind: "picture" | "sound" | "film" | null,
 *   contentType: string | null, bytes: number | null, width: number | null, height: number | null,
 *   durationMillis: number | null, media: string | null, thumbnail: string | null, createdAt: string,
 *   upload: {method: string, url: string, headers: Record<string, string>} | null}} Asset
 * @typedef {{items: Asset[], nextCursor: string | null, bytesUsed: number, bytesMax: number}} Shelf
 */

const ROUTES = Object.freeze({
  announce: "POST /v1/assets",
  bring: "POST /v1/assets/from-url",
  complete: "POST /v1/assets/{id}/complete",
  list: "GET /v1/assets",
  one: "GET /v1/assets/{id}",
  remove: "DELETE /v1/assets/{id}",
});

const LOOKS_MAX = 120;
const PAUSE_MILLIS = 500;
const PAUSE_MILLIS_MAX = 3_000;

/**
 * @param {keyof typeof ROUTES} name
 * @param {string} id
 * @param {{body?: unknown, headers?: Record<string, string>, signal?: AbortSignal, query?: string}} [options]
 */
function call(name, id = "", { query = "", ...options } = {}) {
  const [method, path] = ROUTES[name].split(" ");
  return request(method, path.replace("{id}", encodeURIComponent(id)) + query, options);
}

/** @param {string | null} cursor @returns {Promise<Shelf>} */
export const list = (cursor) => call("list", "", { query: cursor ? `?cursor=${encodeURIComponent(cursor)}` : "" });

/** @param {string} id @returns {Promise<null>} */
export const remove = (id) => call("remove", id);

/** @param {string} id @param {AbortSignal} signal @returns {Promise<Asset>} */
export const one = (id, signal) => call("one", id, { signal });

/** What people choose from; the same formats as the API takes. */
export const TAKEN = Object.freeze({
  picture: "image/png,image/jpeg,image/webp",
  sound: "audio/mpeg,audio/wav,audio/x-wav,audio/mp4,audio/x-m4a,.mp3,.wav,.m4a",
  film: "video/mp4",
});

/** @type {Record<string, string>} */
const BY_ENDING = { mp3: "audio/mpeg", wav: "audio/wav", m4a: "audio/mp4", mp4: "video/mp4", png: "image/png", jpg: "image/jpeg", jpeg: "image/jpeg", webp: "image/webp" };

/**
 * Takes a file all the way: announced, sent, looked at.
 *
 * @param {File} file
 * @param {string} click the same for every attempt
 * @param {(share: number) => void} onProgress from 0 to 1 of what is sent
 * @param {AbortSignal} signal
 * @returns {Promise<Asset>} ready or refused
 */
export async function take(file, click, onProgress, signal) {
  const ending = file.name.split(".").pop()?.toLowerCase() ?? "";
  /** @type {Asset} */
  const announced = await call("announce", "", {
    body: { name: file.name, contentType: file.type || BY_ENDING[ending] || "application/octet-stream", bytes: file.size },
    headers: { "Idempotency-Key": click },
    signal,
  });
  if (announced.upload) await send(announced.upload, file, onProgress, signal);
  return ended(await call("complete", announced.id, { signal }), signal);
}

/**
 * Has a file fetched from its address, and looked at.
 *
 * @param {string} address
 * @param {string} click the same for every attempt
 * @param {AbortSignal} signal
 * @returns {Promise<Asset>} ready or refused, unless that takes minutes
 */
export async function bring(address, click, signal) {
  const name = address.split(/[?#]/, 1)[0].split("/").pop() || "picture";
  return ended(await call("bring", "", { body: { name, url: address }, headers: { "Idempotency-Key": click }, signal }), signal);
}

/** @param {Asset} first @param {AbortSignal} signal @returns {Promise<Asset>} */
async function ended(first, signal) {
  let asset = first;
  for (let look = 0; look < LOOKS_MAX && ["awaited", "checking"].includes(asset.state); look++) {
    await pause(Math.min(PAUSE_MILLIS * (1 + look / 4), PAUSE_MILLIS_MAX));
    asset = await one(asset.id, signal);
  }
  return asset;
}

/**
 * Only this kind of request tells how far it is. The store is not the API: it gets no cookie.
 *
 * @param {{method: string, url: string, headers: Record<string, string>}} upload
 * @param {File} file
 * @param {(share: number) => void} onProgress
 * @param {AbortSignal} signal
 * @returns {Promise<void>}
 */
function send(upload, file, onProgress, signal) {
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest();
    sending.open(upload.method, upload.url);
    for (const [name, value] of Object.entries(upload.headers)) sending.setRequestHeader(name, value);
    sending.upload.addEventListener("progress", ({ loaded, total }) => onProgress(total ? loaded / total : 0));
    // 412: an earlier attempt has stored it, and only its answer was lost.
    sending.addEventListener("load", () =>
      sending.status < 300 || sending.status === 412 ? resolve() : reject(new NotSent()),
    );
    for (const fault of ["error", "abort", "timeout"]) sending.addEventListener(fault, () => reject(new NotSent()));
    signal.addEventListener("abort", () => sending.abort(), { once: true });
    sending.send(file);
  });
}

/** The store did not take the file; another attempt may help. */
export class NotSent extends Error {}

/** @param {number} millis */
const pause = (millis) => new Promise((resolve) => setTimeout(resolve, millis));
