/** How far a generation is, honestly: an estimate that slows down and never claims to be done. */

import { serverNow } from "./http.js";

/** @typedef {import("./api.js").Generation} Generation */

const CEILING = 0.94;
const STORING = 0.96;
const OVERDUE_FACTOR = 2;
// For a generation whose model has left the catalogue meanwhile.
const TYPICAL_SECONDS_UNKNOWN = 30;

/** @type {Record<string, number>} */
const STAGE_OF = { accepted: 0, submitting: 0, running: 1, delivering: 2, succeeded: 3 };

/**
 * @param {Generation} generation
 * @returns {{fraction: number, elapsedSeconds: number, typicalSeconds: number, overdue: boolean, stage: number}}
 */
export function progressOf(generation) {
  const elapsedMillis = Math.max(0, serverNow() - Date.parse(generation.createdAt));
  const elapsedSeconds = elapsedMillis / 1000;
  const typicalSeconds = Math.max(generation.typicalSeconds ?? TYPICAL_SECONDS_UNKNOWN, 1);
  const estimate = CEILING * (1 - Math.exp((-1.7 * elapsedSeconds) / typicalSeconds));
  return {
    fraction: generation.state === "delivering" ? STORING : estimate,
    elapsedSeconds,
    typicalSeconds,
    overdue: elapsedSeconds > typicalSeconds * OVERDUE_FACTOR,
    stage: STAGE_OF[generation.state] ?? 3,
  };
}
