/** The models on offer, read once per session. */

import * as api from "./api.js";

/** The task of the models that write a prompt from a few words. */
const PROMPT_WRITER = "prompt-writer";

/** @type {Promise<api.Offers> | null} */
let reading = null;

function offers() {
  reading ??= api.models().catch((error) => {
    reading = null;
    throw error;
  });
  return reading;
}

/** @returns {Promise<api.Model[]>} */
export const catalogue = async () => (await offers()).models;

/** What can be decided by itself beside a prompt. @returns {Promise<api.Section[]>} */
export const sections = async () => (await offers()).sections;

/** Who judges words before anything is spent; null if nobody does. */
export const promptCheck = async () => (await offers()).promptCheck ?? null;

/**
 * The models that make something to look at; of a whole table, only those that need no more than its words.
 *
 * @param {api.Model[]} models
 * @param {string[]} [kinds]
 */
export const makers = (models, kinds = ["image", "video", "speech"]) => models.filter(({ kind }) => kinds.includes(kind));

/**
 * The model that writes prompts; null where none is on offer.
 *
 * @param {api.Model[]} models
 */
export const promptWriter = (models) => models.find(({ task }) => task === PROMPT_WRITER) ?? null;

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
