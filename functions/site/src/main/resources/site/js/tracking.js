/** Follows a generation until it ends: polls with growing intervals and rests while nobody looks. */

import * as api from "./api.js";
import { balanceChanged } from "./balance.js";
import { Problem } from "./http.js";

const FIRST_MILLIS = 1000;
const LAST_MILLIS = 5000;
const GROWTH = 1.4;

/** @param {api.Generation} generation */
export function ended(generation) {
  return ["succeeded", "failed", "cancelled"].includes(generation.state);
}

/**
 * @param {api.Generation} generation
 * @param {(generation: api.Generation) => void} changed
 * @param {AbortSignal} until
 */
export async function track(generation, changed, until) {
  let interval = FIRST_MILLIS;
  let latest = generation;
  while (!ended(latest)) {
    await rest(interval, until);
    await visible(until);
    if (until.aborted) return;
    interval = Math.min(interval * GROWTH, LAST_MILLIS);
    try {
      const next = await api.generation(latest.id, until);
      if (next.state !== latest.state) interval = FIRST_MILLIS;
      latest = next;
      changed(next);
    } catch (error) {
      if (until.aborted) return;
      if (error instanceof Problem && !error.transient) return;
      interval = LAST_MILLIS;
    }
  }
  await balanceChanged();
}

/**
 * @param {number} millis
 * @param {AbortSignal} until
 */
function rest(millis, until) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, millis);
    until.addEventListener("abort", () => (clearTimeout(timer), resolve(null)), { once: true });
  });
}

/** @param {AbortSignal} until */
function visible(until) {
  return new Promise((resolve) => {
    if (!document.hidden || until.aborted) return resolve(null);
    const look = () => {
      if (document.hidden && !until.aborted) return;
      document.removeEventListener("visibilitychange", look);
      resolve(null);
    };
    document.addEventListener("visibilitychange", look);
    until.addEventListener("abort", look, { once: true });
  });
}
