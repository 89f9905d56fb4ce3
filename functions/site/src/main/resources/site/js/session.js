/** Who is signed in, and what stands between them and the studio. */

import { change } from "./account/calls.js";
import * as api from "./api.js";
import { balance } from "./balance.js";
import { forgetCatalogue } from "./catalogue.js";
import { forgetDraft, keepDraftFor } from "./draft.js";
import { onRefusal, Problem } from "./http.js";
import { rememberLanguage, speak } from "./language.js";
import { Store } from "./store.js";

/**
 * @typedef {{phase: "starting"}
 *   | {phase: "unreachable"}
 *   | {phase: "suspended"}
 *   | {phase: "signed-out", options: api.SignInOptions, notice: string | null}
 *   | {phase: "acceptance", me: api.Me}
 *   | {phase: "welcome", me: api.Me, granted: number}
 *   | {phase: "ready", me: api.Me}} Session
 */

/** @type {Store<Session>} */
export const session = new Store(/** @type {Session} */ ({ phase: "starting" }));

const tabs = new BroadcastChannel("halftone-session");

export async function startSession() {
  onRefusal((problem) => {
    if (problem.code === "sign_in_required" && known()) void showSignIn("ended");
    if (problem.code === "account_suspended" && known()) session.set({ phase: "suspended" });
    if (problem.code === "acceptance_required" && session.value.phase === "ready") void refresh();
  });
  tabs.addEventListener("message", () => void refresh());
  await refresh();
}

/** Reads the session again; a failure to reach the server leaves a known session as it is. */
export async function refresh() {
  try {
    const me = await api.me();
    if (api.signedIn(me) && me.user.language) await speak(me.user.language);
    if (api.signedIn(me)) enter(me);
    else if (known()) await showSignIn("ended");
    else if (session.value.phase !== "signed-out") await showSignIn(null);
  } catch (error) {
    if (error instanceof Problem && error.code === "account_suspended") session.set({ phase: "suspended" });
    else if (session.value.phase === "starting") session.set({ phase: "unreachable" });
  }
}

/**
 * Puts the page into another language: for the account, and in this browser for whoever is not signed in.
 *
 * @param {string} code
 */
export async function chooseLanguage(code) {
  if (session.value.phase === "ready") show(await change({ language: code }));
  rememberLanguage(code);
  await speak(code);
}

/** @param {string} policyVersion */
export async function acceptPolicy(policyVersion) {
  const before = balance.value?.available ?? 0;
  const me = await api.accept(policyVersion);
  const granted = me.balance.available - before;
  balance.set(me.balance);
  session.set(granted > 0 ? { phase: "welcome", me, granted } : { phase: "ready", me });
}

/** Shows what a change of one's own profile was answered with. @param {api.Me} me */
export function show(me) {
  if (session.value.phase === "ready") session.set({ phase: "ready", me });
}

export function beginCreating() {
  if (session.value.phase === "welcome") session.set({ phase: "ready", me: session.value.me });
}

export async function signOut() {
  await api.signOut();
  forgetDraft();
  await showSignIn("signed-out");
  tabs.postMessage("changed");
}

/** Whether this page has shown somebody as signed in. */
const known = () => ["acceptance", "welcome", "ready"].includes(session.value.phase);

/** @param {api.Me} me */
function enter(me) {
  keepDraftFor(me.user.id);
  balance.set(me.balance);
  if (me.accepted && session.value.phase === "welcome") return;
  session.set(me.accepted ? { phase: "ready", me } : { phase: "acceptance", me });
}

/** @param {string | null} notice */
async function showSignIn(notice) {
  forgetCatalogue();
  balance.set(null);
  try {
    session.set({ phase: "signed-out", options: await api.signInOptions(), notice });
  } catch {
    session.set({ phase: "unreachable" });
  }
}
