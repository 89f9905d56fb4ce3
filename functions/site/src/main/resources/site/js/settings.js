/**
 * What may be asked for beside a prompt and a form. A draft keeps all of it; of that, a model is asked for
 * what it takes.
 */

/** @typedef {import("./api.js").Model} Model */
/** @typedef {import("./api.js").Extras} Extras */
/** @typedef {import("./api.js").Settings} Settings */

/** @type {Record<string, (takes: import("./api.js").Takes) => boolean>} */
const TAKEN = {
  audio: ({ audio, speechMaxSeconds }) => audio && speechMaxSeconds === null,
  negativePrompt: ({ negativePromptMaxCharacters }) => negativePromptMaxCharacters > 0,
  seed: ({ seedMax }) => seedMax !== null,
  references: ({ references }) => references !== null,
  firstFrame: ({ firstFrame }) => firstFrame,
  film: ({ film }) => film,
  speech: ({ speechMaxSeconds }) => speechMaxSeconds !== null,
  watermark: ({ watermark }) => watermark !== null,
  direction: ({ film }) => !film,
  originalPrompt: ({ film }) => !film,
  project: () => true,
  brief: ({ film }) => !film,
  briefVersion: ({ film }) => !film,
  attributes: ({ film }) => !film,
};

/**
 * Whether a model takes it.
 *
 * @param {Model} model
 * @param {string} name
 */
export const takes = (model, name) => TAKEN[name](model.takes);

/**
 * What says something.
 *
 * @param {Record<string, unknown>} extras
 * @returns {Extras}
 */
export const given = (extras) => only(extras, (_, value) => (value ?? "") !== "" && value !== false && !(typeof value === "object" && Object.keys(value).length === 0));

/**
 * What a generation was asked for with, as it can be asked for again.
 *
 * @param {import("./api.js").Generation} generation
 * @returns {Extras}
 */
export function extrasOf({ settings: { guidance, ...settings } }) {
  const { project, brief, attributes } = guidance ?? {};
  return given({ ...settings, project, brief: brief?.id, briefVersion: brief?.version, attributes });
}

/**
 * As far as a model takes it.
 *
 * @param {Model} model
 * @param {Extras} [extras]
 * @returns {Extras}
 */
export const taken = (model, extras = {}) => only(extras, (name) => name in TAKEN && takes(model, name));

/**
 * What the price depends on; null while that is not known.
 *
 * @param {Model} model
 * @param {Settings} settings
 * @returns {import("./api.js").Priced | null}
 */
export function priced(model, { aspectRatio, resolution, durationSeconds, audio, film, speech }) {
  if (takes(model, "film") ? !film : takes(model, "speech") && !speech) return null;
  return { model: model.id, aspectRatio, resolution, durationSeconds, audio, film, speech };
}

/**
 * @param {Record<string, any>} extras
 * @param {(name: string, value: any) => boolean} test
 */
const only = (extras, test) => Object.fromEntries(Object.entries(extras).filter(([name, value]) => test(name, value)));
