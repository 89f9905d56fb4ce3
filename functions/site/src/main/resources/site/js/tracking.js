/**
 * Follows a generation until it ends: asks at growing intervals, rests while nobody looks, and asks at once
 * when a lost connection is back.
 */

import * as api from "./api.js";
import { balanceChanged } from "./balance.js";
import { connection } from "./connection.js";
import { Problem } from "./http.js";

const FIRST_MILLIS = 1000;
const LAST_MILLIS = 5000;
const GROWTH = 1.4;
const UNANSWERED_GROWTH = 2;
const UNANSWERED_LAST_MILLIS = 30_000;

/** @param {api.Generation} generation */
export function ended(generation) {
  return ["succeeded", "failed", "cancelled"].includes(generation.state);
}

/**
 * @param {api.Generation} generation
 * @param {(generation: api.Generation) => void} changed
 * @param {AbortSignal} until
 * @returns {Promise<void>} rejected where asking again cannot help
 */
export async function track(generation, changed, until) {
  let interval = FIRST_MILLIS;
  let latest = generation;
  while (!ended(latest)) {
    await rest(interval, until);
    await visible(until);
    if (until.aborted) return;
    try {
      const next = await api.generation(latest.id, until);
      interval = next.state === latest.state ? Math.min(interval * GROWTH, LAST_MILLIS) : FIRST_MILLIS;
      latest = next;
      changed(next);
    } catch (error) {
      if (until.aborted) return;
      if (error instanceof Problem && !error.transient) throw error;
      interval = Math.min(interval * UNANSWERED_GROWTH, UNANSWERED_LAST_MILLIS);
    }
  }
  await balanceChanged();
}

/**
 * @param {number} millis
 * @param {AbortSignal} until
 */
export function rest(millis, until) {
  const over = new AbortController();
  return new Promise((resolve) => {
    const end = () => resolve(over.abort());
    const timer = setTimeout(end, millis);
    over.signal.addEventListener("abort", () => clearTimeout(timer), { once: true });
    until.addEventListener("abort", end, { once: true, signal: over.signal });
    const before = connection.value;
    connection.watch((now) => before === "lost" && now === "up" && end(), over.signal);
  });
}

/** @param {AbortSignal} until */
export function visible(until) {
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
