/** Loads what a provider asks its own sign-in to be done with, once somebody wants it, and brings its token. */

import { h } from "../dom.js";
import { firebaseToken } from "./firebase.js";
import { exchange, oneTap, prompt } from "./ways.js";

/** @typedef {import("../api.js").SignInMethod} SignInMethod */

/** @type {Map<string, Promise<void>>} */
const loaded = new Map();

/**
 * Lets a person in, or confirms or links, by a way whose token comes from the page.
 *
 * @param {SignInMethod} method
 * @param {import("./ways.js").Purpose} purpose
 * @returns {Promise<boolean>} false if they thought better of it
 */
export async function byScript(method, purpose) {
  const token = method.kind === "clerk" ? await clerkToken(method) : await firebaseToken(method);
  if (token === null) return false;
  await exchange(method.id, token, purpose);
  return true;
}

/**
 * Lets a person in by Google's own prompt.
 *
 * @param {SignInMethod} method
 * @returns {Promise<void>}
 */
export async function byPrompt(method) {
  const { nonce } = await prompt(method.id);
  await script(method, {});
  const google = /** @type {any} */ (globalThis).google.accounts.id;
  const credential = await new Promise((resolve) => {
    google.initialize({
      client_id: method.clientId,
      nonce,
      auto_select: false,
      use_fedcm_for_prompt: true,
      callback: (/** @type {{credential: string}} */ answer) => resolve(answer.credential),
    });
    google.prompt();
  });
  await oneTap(method.id, credential);
}

/**
 * A session of the provider's from earlier proves nobody who sits here now, so it ends first.
 *
 * @param {SignInMethod} method
 * @returns {Promise<string | null>}
 */
async function clerkToken(method) {
  await script(method, { "data-clerk-publishable-key": method.publicKey, crossorigin: "anonymous" });
  const clerk = /** @type {any} */ (globalThis).Clerk;
  await clerk.load();
  // With something to call, it leads nowhere else.
  if (clerk.session) await clerk.signOut(() => {});
  const session = await new Promise((resolve) => {
    clerk.addListener((/** @type {{session: any}} */ now) => now.session && resolve(now.session));
    clerk.openSignIn({});
  });
  const token = await session.getToken();
  clerk.closeSignIn();
  await clerk.signOut(() => {});
  return token;
}

/**
 * Once per page; what could not be loaded may be tried again.
 *
 * @param {SignInMethod} method
 * @param {Record<string, string | null>} attributes
 */
function script({ script: src }, attributes) {
  if (src === null) return Promise.reject(new TypeError("No script"));
  const begun =
    loaded.get(src) ??
    new Promise((resolve, reject) => {
      document.head.append(h("script", { src, ...attributes, onload: () => resolve(undefined), onerror: () => reject(new TypeError("No script")) }));
    });
  begun.catch(() => loaded.delete(src));
  loaded.set(src, begun);
  return begun;
}
