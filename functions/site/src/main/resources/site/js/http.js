/** Talks JSON to the API on this origin and turns every answer that is not a success into an error. */

import { connection } from "./connection.js";
import { newTraceparent, traceOf } from "./trace.js";

const TIMEOUT_MILLIS = 20_000;

/** The API refused: what its problem document says. */
export class Problem extends Error {
  /**
   * @param {number} status
   * @param {Record<string, any>} document
   * @param {number | null} retryAfterSeconds
   * @param {string | null} traceId of an answer that does not name one itself
   */
  constructor(status, document, retryAfterSeconds = null, traceId = null) {
    super(document.detail ?? document.title ?? `HTTP ${status}`);
    this.status = status;
    /** @type {string} */
    this.code = document.code ?? `http_${status}`;
    /** @type {string | null} */
    this.field = document.field ?? document.errors?.[0]?.field ?? null;
    /** @type {string | null} */
    this.traceId = document.traceId ?? traceId;
    this.document = document;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /** Whether asking again, unchanged, can help. */
  get transient() {
    return this.status === 429 || this.status >= 500;
  }
}

/** No answer arrived: the request may or may not have been carried out. */
export class Unreachable extends Error {}

let clockOffsetMillis = 0;
/** @type {(problem: Problem) => void} */
let refused = () => {};

/** The server's time, as far as its answers tell: clocks of laptops are often wrong. */
export function serverNow() {
  return Date.now() + clockOffsetMillis;
}

/**
 * Sets who hears of every refusal before its caller does.
 *
 * @param {(problem: Problem) => void} listener
 */
export function onRefusal(listener) {
  refused = listener;
}

/**
 * @param {string} method
 * @param {string} path
 * @param {{body?: unknown, headers?: Record<string, string>, signal?: AbortSignal}} [options]
 * @returns {Promise<any>}
 */
export async function request(method, path, { body, headers: given = {}, signal } = {}) {
  const headers = method === "GET" ? given : { traceparent: newTraceparent(), ...given };
  const response = await send(method, path, body, headers, signal);
  const text = await response.text().catch((error) => lost(error, signal));
  connection.set("up");
  noteClock(response);
  const document = parse(text);
  if (response.ok && document !== undefined) return document;
  const traceId = response.headers.get("x-trace-id") ?? traceOf(headers.traceparent);
  const problem = new Problem(response.status, document ?? {}, retryAfter(response), traceId);
  refused(problem);
  throw problem;
}

/**
 * One piece of a file, and the path of the next as its Link header names it (RFC 8288).
 *
 * @param {string} path
 * @param {string} type the media type that is wanted
 * @returns {Promise<{bytes: Uint8Array, next: string | null}>}
 */
export async function piece(path, type) {
  const response = await send("GET", path, undefined, { Accept: type });
  const body = await response.arrayBuffer().catch((error) => lost(error));
  connection.set("up");
  const bytes = new Uint8Array(body);
  if (response.ok) {
    return { bytes, next: /^<(\/v1\/[^>]+)>; rel="next"$/.exec(response.headers.get("link") ?? "")?.[1] ?? null };
  }
  const problem = new Problem(response.status, parse(new TextDecoder().decode(bytes)) ?? {}, retryAfter(response));
  refused(problem);
  throw problem;
}

/**
 * @param {string} method
 * @param {string} path
 * @param {unknown} body
 * @param {Record<string, string>} headers
 * @param {AbortSignal} [signal]
 */
async function send(method, path, body, headers, signal) {
  const timeout = AbortSignal.timeout(TIMEOUT_MILLIS);
  try {
    return await fetch(path, {
      method,
      credentials: "same-origin",
      cache: "no-store",
      redirect: "error",
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      headers: {
        Accept: "application/json",
        // What the server words is to be in the language of the words around it.
        "Accept-Language": document.documentElement.lang,
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
        ...headers,
      },
      body: body === undefined || body instanceof Blob ? body : JSON.stringify(body),
    });
  } catch (error) {
    return lost(error, signal);
  }
}

/**
 * @param {unknown} error
 * @param {AbortSignal} [signal]
 * @returns {never}
 */
function lost(error, signal) {
  if (signal?.aborted) throw error;
  connection.set("lost");
  throw new Unreachable("No answer from Halftone", { cause: error });
}

/** @param {Response} response */
function noteClock(response) {
  const date = Date.parse(response.headers.get("date") ?? "");
  if (Number.isFinite(date) && Math.abs(date - serverNow()) > 2000) {
    clockOffsetMillis = date - Date.now();
  }
}

/** @param {Response} response */
function retryAfter(response) {
  const seconds = Number(response.headers.get("retry-after") ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds : null;
}

/**
 * @param {string} text
 * @returns {any} undefined when it is not JSON
 */
function parse(text) {
  if (text === "") return null;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
