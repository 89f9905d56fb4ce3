import { announce } from "./announce.js";
import { draft } from "./draft.js";
import { navigate } from "./router.js";

/**
 * Puts a generation's prompt and settings back on the composer.
 *
 * @param {import("./api.js").Generation} generation
 */
export function reuse({ prompt, model, aspectRatio, resolution }) {
  draft.set({ prompt, model, aspectRatio, resolution });
  navigate("/");
  announce("Prompt and settings are back in the composer.");
  // After the page has been put in place, where the route has changed.
  setTimeout(() => {
    const field = document.querySelector("prompt-field textarea");
    if (field instanceof HTMLElement) field.focus();
  });
}
