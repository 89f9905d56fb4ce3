/** What the composer offers, drawn from the catalogue. */

import { h, svg } from "./dom.js";
import { credits, ratio } from "./format.js";

/** @typedef {import("./api.js").Model} Model */
/** @typedef {import("./api.js").Settings} Settings */

const SHAPE_BOX = 24;

/** @type {Record<string, string>} */
const SHAPE_WORDS = { "1:1": "square" };

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
    resolution: offered(draft.resolution, resolutions),
  };
  return { model, settings };
}

/** @param {Model[]} models */
export function modelChoices(models) {
  return models.map(({ id, name, provider, description, disclosure, typicalSeconds, resolutions }) => ({
    value: id,
    face: [
      h("span", { class: "model-name" }, name),
      h("span", { class: "model-facts" }, `${provider} \u00b7 from ${credits(Math.min(...resolutions.map((size) => size.credits)))} \u00b7 about ${typicalSeconds} s`),
      h("span", { class: "model-description" }, description),
      h("span", { class: "model-disclosure" }, disclosure),
    ],
  }));
}

/** @param {Model} model */
export function shapeChoices(model) {
  return model.aspectRatios.map((shape) => ({
    value: shape,
    label: `${shape.replace(":", " to ")}, ${SHAPE_WORDS[shape] ?? (ratio(shape) > 1 ? "landscape" : "portrait")}`,
    face: [drawn(shape), h("span", {}, shape)],
  }));
}

/** @param {Model} model */
export function resolutionChoices(model) {
  return model.resolutions.map(({ id, credits: price }) => ({
    value: id,
    face: [h("span", { class: "size-name" }, id), h("span", { class: "size-price" }, credits(price))],
  }));
}

/**
 * @param {string | undefined} wanted
 * @param {string[]} choices
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
