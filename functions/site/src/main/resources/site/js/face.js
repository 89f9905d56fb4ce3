import "./elements/generation-picture.js";
import "./elements/generation-text.js";

import { h } from "./dom.js";
import { isText } from "./wording.js";

/**
 * The element that shows a generation: what is seen in a frame, what is read as text.
 *
 * @param {import("./api.js").Generation} generation
 * @param {Record<string, unknown>} [attributes]
 * @returns {any}
 */
export const face = (generation, attributes = {}) => h(isText(generation) ? "generation-text" : "generation-picture", attributes);
