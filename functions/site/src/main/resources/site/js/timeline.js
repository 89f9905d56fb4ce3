/** What the API tells of the way that a generation went. */

import { request } from "./http.js";

/**
 * @typedef {{number: number, effect: "charged" | "returned" | "none", sentence: string}} Rule
 * @typedef {{kind: string, at: string, provider: string | null, why: string | null, credits: number, rule: Rule | null}} Step
 * @typedef {{generation: string, model: string, credits: number, priceVersion: string, steps: Step[], stepsLeftOut: number}} Timeline
 */

const ROUTE = "GET /v1/generations/{id}/timeline";

/** @param {string} id @param {AbortSignal} signal @returns {Promise<Timeline>} */
export const timeline = (id, signal) => {
  const [method, path] = ROUTE.split(" ");
  return request(method, path.replace("{id}", encodeURIComponent(id)), { signal });
};
