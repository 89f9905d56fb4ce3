/** Every route this page calls, and the shape of what comes back. */

import { piece, request } from "./http.js";

/**
 * @typedef {{available: number, pending: number}} Balance
 * @typedef {{id: string, name: string, email: string, emailVerified: boolean, picture: string | null,
 *   language: string | null, createdAt: string}} User
 * @typedef {{plan: string, state: "none" | "active" | "past_due" | "cancelled", until: string | null}} Subscription
 * @typedef {{user: User, way: string | null, accepted: boolean, minimumAge: number, policyVersion: string, balance: Balance,
 *   subscription: Subscription}} Me
 * @typedef {{user: null, accepted: false, minimumAge: number, policyVersion: string, balance: null}} Nobody
 * @typedef {{id: string, kind: "google" | "github" | "clerk" | "firebase" | "oidc", title: string, label: string, href: string,
 *   clientId: string, publicKey: string | null, script: string | null, oneTap: boolean, through: string[]}} SignInMethod
 * @typedef {{brand: {name: string, tagline: string}, methods: SignInMethod[], minimumAge: number,
 *   policyVersion: string, welcomeCredits: number}} SignInOptions
 * @typedef {{id: string, credits: number, creditsWithAudio: number | null}} Resolution
 * @typedef {{negativePromptMaxCharacters: number, seedMax: number | null, references: {max: number, roles: string[]} | null,
 *   audio: boolean, watermark: string | null, firstFrame: boolean, film: boolean, speechMaxSeconds: number | null}} Takes
 * @typedef {{prompt: string, result: string, credits: number}} Refusals
 * @typedef {{url: string, verified: string, stale: boolean, obligation: string | null, refusals: Refusals}} Terms
 * @typedef {{name: string, refuses: string[], terms: Terms}} PromptCheck
 * @typedef {{name: string, disclosure: string, region: string | null, training: "never" | "allowed" | "unknown",
 *   tier: string, terms: Terms}} Provider
 * @typedef {{id: string, name: string, provider: string, description: string, kind: string,
 *   aspectRatios: string[], resolutions: Resolution[], durationsSeconds: number[], task: string | null,
 *   credits: number | null, promptMaxCharacters: number, typicalSeconds: number, disclosure: string,
 *   marks: string | null, takes: Takes, providers: Provider[]}} Model
 * @typedef {{asset: string, role?: string}} Reference
 * @typedef {{audio?: boolean, negativePrompt?: string, seed?: number, references?: Reference[], firstFrame?: string,
 *   film?: string, speech?: string, watermark?: boolean, direction?: string, originalPrompt?: string, project?: string, brief?: string, briefVersion?: number,
 *   attributes?: Record<string, string>}} Extras
 * @typedef {{project: string | null, look: string | null, attributes: Record<string, string>,
 *   brief: {id: string, version: number, name: string, text: string} | null}} Guidance
 * @typedef {{id: string, suggestions: string[], maxCharacters: number}} Section
 * @typedef {{priceVersion: string, models: Model[], sections: Section[], promptCheck?: PromptCheck | null}} Offers
 * @typedef {{model: string, aspectRatio?: string, resolution?: string, durationSeconds?: number, audio?: boolean,
 *   film?: string, speech?: string}} Priced
 * @typedef {Priced & Extras} Settings
 * @typedef {{quote: string, credits: number, priceVersion: string, expiresAt: string,
 *   width: number | null, height: number | null}} Quote
 * @typedef {"accepted" | "submitting" | "running" | "delivering" | "succeeded" | "failed" | "cancelled"} GenerationState
 * @typedef {{title: string, prompt?: string, shots?: {title: string}[]}} WrittenPrompt
 * @typedef {{index: number, contentType: string, width: number | null, height: number | null,
 *   durationMillis: number | null, document: WrittenPrompt | null, bytes: number, href: string}} Media
 * @typedef {{code: string, refused: "prompt" | "result" | null, message: string, retryable: boolean}} Failure
 * @typedef {{provider: string, part: "order" | "result", manner: string, at: string | null}} Receipt
 * @typedef {{id: string, state: GenerationState, kind: "image" | "video" | "speech" | "text", model: string,
 *   provider: {name: string, region: string | null}, prompt: string, project: string | null,
 *   aspectRatio: string | null, resolution: string | null, durationSeconds: number | null, settings: Extras & {guidance: Guidance | null}, credits: number, priceVersion: string, createdAt: string, endedAt: string | null,
 *   typicalSeconds: number | null, queuePosition: number | null, cancelRequested: boolean, media: Media[],
 *   failure: Failure | null, refundedCredits: number, atProvider: Receipt[], traceId: string}} Generation
 * @typedef {{available: number, upcoming: number, waiting: number, pending: number, used: number,
 *   purchased: number, granted: number, expired: number, revoked: number, debt: number,
 *   frozen: boolean, nextExpiry: {credits: number, at: string} | null,
 *   plan: {name: string, limits: Limit[]}}} Account
 * @typedef {{model: string | null, period: "day" | "month", used: number, limit: number, resetsAt: string}} Limit
 * @typedef {"grant" | "admit" | "pending" | "post" | "void" | "refund" | "expire" | "revoke" | "freeze" | "thaw"} LineKind
 * @typedef {{id: string, at: string, kind: LineKind, group: string, credits: number, reason: string,
 *   generation: string | null, priceVersion: string | null, failure: string | null,
 *   answers: string | null, from: string[], to: string[], legs: Record<string, number>,
 *   availableAfter: number, traceId: string | null}} StatementLine
 * @typedef {{group: string | null, from: string | null, to: string | null}} StatementFilter
 */

const ROUTES = Object.freeze({
  signInOptions: "GET /v1/auth/options",
  signOut: "POST /v1/auth/sign-out",
  me: "GET /v1/me",
  accept: "POST /v1/me/acceptance",
  models: "GET /v1/models",
  quote: "POST /v1/quotes",
  submit: "POST /v1/generations",
  cancel: "POST /v1/generations/{id}/cancel",
  generation: "GET /v1/generations/{id}",
  history: "GET /v1/generations",
  remove: "DELETE /v1/generations/{id}",
  file: "PUT /v1/generations/{id}/project",
  share: "POST /v1/generations/{id}/media/{index}/share",
  shared: "GET /v1/generations/{id}/media/{index}/share",
  unshare: "DELETE /v1/generations/{id}/media/{index}/share",
  pack: "POST /v1/archives",
  projects: "GET /v1/projects",
  createProject: "POST /v1/projects",
  changeProject: "PUT /v1/projects/{id}",
  deleteProject: "DELETE /v1/projects/{id}",
  account: "GET /v1/account",
  statement: "GET /v1/account/statement",
  statementCsv: "GET /v1/account/statement.csv",
  statementProof: "GET /v1/account/statement/proof",
  roots: "GET /v1/ledger/roots",
  verify: "GET /v1/verify",
});

// A file of so many pieces has a million lines; nobody has that many.
const PIECES_MAX = 1_000;

/**
 * @param {keyof typeof ROUTES} name
 * @param {{id?: string, index?: number, query?: Record<string, string | number | null>, body?: unknown,
 *   headers?: Record<string, string>, signal?: AbortSignal}} [options]
 * @returns {Promise<any>}
 */
export function call(name, { id = "", index = 0, query = {}, ...options } = {}) {
  const [method, template] = ROUTES[name].split(" ");
  const path = template.replace("{id}", encodeURIComponent(id)).replace("{index}", String(index));
  return request(method, withQuery(path, query), options);
}

/** @param {string} path @param {Record<string, string | number | null>} query */
function withQuery(path, query) {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== null && value !== "") search.set(key, String(value));
  }
  return search.size > 0 ? `${path}?${search}` : path;
}

/**
 * A file, put together from its pieces.
 *
 * @param {"statementCsv" | "statementProof" | "roots"} name
 * @param {string} type
 * @param {Record<string, string | number | null>} [query]
 * @returns {Promise<Blob>}
 */
async function file(name, type, query = {}) {
  const parts = [];
  /** @type {string | null} */
  let path = withQuery(ROUTES[name].split(" ")[1], query);
  for (let i = 0; path !== null && i < PIECES_MAX; i++) {
    const { bytes, next } = await piece(path, type);
    parts.push(bytes);
    path = next;
  }
  return new Blob(parts, { type });
}

/** @returns {Promise<SignInOptions>} */
export const signInOptions = () => call("signInOptions");

/** @returns {Promise<null>} */
export const signOut = () => call("signOut");

/** @returns {Promise<Me | Nobody>} */
export const me = () => call("me");

/**
 * @param {Me | Nobody} me
 * @returns {me is Me}
 */
export const signedIn = (me) => me.user !== null;

/**
 * @param {string} policyVersion
 * @returns {Promise<Me>}
 */
export const accept = (policyVersion) =>
  call("accept", { body: { ageConfirmed: true, policyVersion } });

/** @returns {Promise<Offers>} */
export const models = () => call("models");

/**
 * @param {Priced} settings
 * @returns {Promise<Quote>}
 */
export const quote = (settings) => call("quote", { body: settings });

/**
 * @param {string} key the same for every attempt of one click
 * @param {Settings & {prompt: string, quote: string}} body
 * @param {string} traceparent the same for every attempt of one click
 * @returns {Promise<Generation>}
 */
export const submit = (key, body, traceparent) =>
  call("submit", { body, headers: { "Idempotency-Key": key, traceparent } });

/**
 * @param {string} id
 * @returns {Promise<Generation>}
 */
export const cancel = (id) => call("cancel", { id });

/**
 * @param {string} id
 * @param {AbortSignal} [signal]
 * @returns {Promise<Generation>}
 */
export const generation = (id, signal) => call("generation", { id, signal });

/**
 * @param {number} limit
 * @param {string | null} cursor
 * @param {Record<string, string | null>} filter
 * @returns {Promise<{items: Generation[], nextCursor: string | null}>}
 */
export const history = (limit, cursor = null, filter = {}) => call("history", { query: { limit, cursor, ...filter } });

/** @returns {Promise<Account>} */
export const account = () => call("account");

/**
 * @param {number} limit
 * @param {string | null} cursor
 * @param {StatementFilter} filter
 * @returns {Promise<{balance: Balance, lines: StatementLine[], nextCursor: string | null}>}
 */
export const statement = (limit, cursor, filter) => call("statement", { query: { limit, cursor, ...filter } });

/** @param {StatementFilter} filter */
export const statementCsv = (filter) => file("statementCsv", "text/csv", filter);

/** Every line with what proves it; what was filtered away could not be proved. */
export const statementProof = () => file("statementProof", "text/plain");

/**
 * Whether a mark was made here, and for that content.
 *
 * @param {{content: string, model: string, day: string, signature: string}} mark
 * @returns {Promise<{madeHere: boolean}>}
 */
export const verify = (mark) => call("verify", { query: mark });

/** The signed roots that everybody is shown. */
export const roots = () => file("roots", "text/plain");
