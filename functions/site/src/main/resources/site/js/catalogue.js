/** The models on offer, read once per session. */

import * as api from "./api.js";

/** @type {Promise<api.Model[]> | null} */
let reading = null;

/** @returns {Promise<api.Model[]>} */
export function catalogue() {
  reading ??= api
    .models()
    .then(({ models }) => models)
    .catch((error) => {
      reading = null;
      throw error;
    });
  return reading;
}

export function forgetCatalogue() {
  reading = null;
}

/**
 * The model, or null when it has left the catalogue (old generations keep its id).
 *
 * @param {string} id
 */
export async function modelOf(id) {
  const models = await catalogue().catch(() => []);
  return models.find((model) => model.id === id) ?? null;
}
