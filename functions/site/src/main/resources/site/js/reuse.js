import { announce } from "./announce.js";
import { clicked, replaceDraft } from "./draft.js";
import { navigate } from "./router.js";

/** @typedef {import("./api.js").Generation} Generation */

/**
 * Puts a generation's prompt and settings back on the composer.
 *
 * @param {Generation} generation
 */
export function reuse(generation) {
  putBack(generation);
  announce("Prompt and settings are back in the composer.");
  // After the page has been put in place, where the route has changed.
  setTimeout(focusPrompt);
}

/**
 * Asks for the same once more, at the price that the button said.
 *
 * @param {Generation} generation
 */
export function askAgain(generation) {
  const { model, aspectRatio, resolution, credits } = generation;
  const durationSeconds = generation.durationSeconds ?? undefined;
  putBack(generation);
  clicked.set({ settings: { model, aspectRatio, resolution, durationSeconds }, credits, atMillis: Date.now() });
}

export function focusPrompt() {
  const field = document.querySelector("prompt-field textarea");
  if (field instanceof HTMLElement) field.focus();
}

/** @param {Generation} generation */
function putBack({ prompt, model, aspectRatio, resolution, durationSeconds }) {
  replaceDraft({ prompt, model, aspectRatio, resolution, durationSeconds: durationSeconds ?? undefined });
  navigate("/");
}
