/** What the composer offers, drawn from the catalogue. */

import { h, svg } from "./dom.js";
import { credits, duration, ratio } from "./format.js";
import { counted, say, worded } from "./language.js";
import { modelNotes } from "./provider-notes.js";
import { taken } from "./settings.js";

/** @typedef {import("./api.js").Model} Model */
/** @typedef {import("./api.js").Settings} Settings */

const SHAPE_BOX = 24;

/**
 * The model and settings of a draft, with what the catalogue does not offer replaced by its first choice.
 *
 * @param {import("./draft.js").Draft} draft
 * @param {Model[]} models
 * @returns {{model: Model, settings: Settings}}
 */
export function settle(draft, models) {
  const model = models.find(({ id }) => id === draft.model) ?? models[0];
  const resolutions = model.resolutions.map(({ id }) => id);
  const settings = {
    model: model.id,
    aspectRatio: offered(draft.aspectRatio, model.aspectRatios),
    resolution: model.takes.film ? undefined : offered(draft.resolution, resolutions),
    durationSeconds: offered(draft.durationSeconds, model.durationsSeconds),
    ...taken(model, draft.extras),
  };
  return { model, settings };
}

/**
 * Whether settled settings are all that the draft says.
 *
 * @param {import("./draft.js").Draft} draft
 * @param {Settings} settings
 */
export function isOffered({ prompt, extras, ...form }, settings) {
  return Object.entries({ ...form, ...extras }).every(
    ([name, value]) => value === undefined || JSON.stringify(value) === JSON.stringify(Reflect.get(settings, name)),
  );
}

/**
 * What a picture costs, or a film of so many seconds.
 *
 * @param {import("./api.js").Resolution} resolution
 * @param {number} [seconds]
 * @param {boolean} [audio]
 */
export const price = (resolution, seconds, audio) => ((audio && resolution.creditsWithAudio) || resolution.credits) * (seconds ?? 1);

/** @param {Model} model */
export const isFilmModel = ({ kind }) => kind === "video" || isSpeechModel({ kind });

/** Whether it lasts as long as the sound that it speaks. @param {{kind: string}} model */
export const isSpeechModel = ({ kind }) => kind === "speech";

const rating = () => import("./elements/model-rate.js");

/** @param {Model[]} models */
export function modelChoices(models) {
  // Nobody needs it to choose; without it the line stays empty.
  rating().catch(() => {});
  return models.map((model) => ({
    value: model.id,
    face: [
      h("span", { class: "model-name" }, model.name),
      h("span", { class: "model-facts" }, modelFacts(model)),
      h("span", { class: "model-description" }, model.description),
      h("model-rate", { class: "model-facts", model: model.id }),
      h("span", { class: "model-disclosure" }, ...modelNotes(model).map((note) => h("span", {}, note))),
    ],
  }));
}

/** @param {Model} model */
function modelFacts(model) {
  const least = Math.min(...model.resolutions.map((size) => price(size, model.durationsSeconds[0])));
  const kind = model.takes.film ? "Speaking in films" : isSpeechModel(model) ? "Speaking pictures" : isFilmModel(model) ? "Films" : "Pictures";
  const from = isSpeechModel(model) ? say`from ${credits(least)} a second` : say`from ${credits(least)}`;
  return [worded(kind), model.provider, from, say`about ${duration(model.typicalSeconds)}`].join(" \u00b7 ");
}

/** @param {Model} model */
export function shapeChoices(model) {
  return model.aspectRatios.map((shape) => ({
    value: shape,
    label: shapeName(shape),
    face: [drawn(shape), h("span", {}, shape)],
  }));
}

/** @param {string} shape */
function shapeName(shape) {
  const [width, height] = shape.split(":");
  if (width === height) return say`${width} to ${height}, square`;
  return ratio(shape) > 1 ? say`${width} to ${height}, landscape` : say`${width} to ${height}, portrait`;
}

/**
 * @param {Model} model
 * @param {boolean} [audio]
 */
export function resolutionChoices(model, audio) {
  const each = isFilmModel(model) ? "/s" : "";
  return model.resolutions.map((size) => {
    const cost = credits(price(size, 1, audio));
    return {
      value: size.id,
      label: isFilmModel(model) ? say`${size.id}, ${cost} a second` : undefined,
      face: [h("span", { class: "size-name" }, size.id), h("span", { class: "size-price" }, `${cost}${each}`)],
    };
  });
}

/** @param {Model} model */
export function lengthChoices(model) {
  return model.durationsSeconds.map((seconds) => ({
    value: String(seconds),
    label: counted(seconds, { one: "{0} second", other: "{0} seconds" }),
    face: [h("span", { class: "length-name" }, `${seconds} s`)],
  }));
}

/**
 * @template T
 * @param {T | undefined} wanted
 * @param {T[]} choices
 */
const offered = (wanted, choices) => (wanted !== undefined && choices.includes(wanted) ? wanted : choices[0]);

/** @param {string} shape */
function drawn(shape) {
  const proportion = ratio(shape);
  const width = proportion >= 1 ? SHAPE_BOX - 4 : (SHAPE_BOX - 4) * proportion;
  const height = proportion >= 1 ? (SHAPE_BOX - 4) / proportion : SHAPE_BOX - 4;
  return svg(
    "svg",
    { class: "shape", viewBox: `0 0 ${SHAPE_BOX} ${SHAPE_BOX}`, "aria-hidden": "true" },
    svg("rect", { x: (SHAPE_BOX - width) / 2, y: (SHAPE_BOX - height) / 2, width, height, rx: 1.5 }),
  );
}
