import { announce } from "./announce.js";
import { clicked, draft, replaceDraft } from "./draft.js";
import { navigate } from "./router.js";
import { extrasOf } from "./settings.js";

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
  putBack(generation);
  clicked.set({ credits: generation.credits, atMillis: Date.now() });
}

/**
 * Puts the prompt that a language model wrote into the composer, and leaves the settings as they are.
 *
 * @param {Generation} generation
 */
export function useWritten(generation) {
  const written = generation.media[0]?.document?.prompt;
  if (written) takeWords(written, generation.prompt);
  else takeWords(generation.prompt);
  announce("The prompt is in the composer.");
  navigate("/");
  setTimeout(focusPrompt);
}

/**
 * The same with the words that it was written from.
 *
 * @param {Generation} generation
 */
export function useBrief(generation) {
  takeWords(generation.prompt);
  announce("Your words are back in the composer.");
  navigate("/");
  setTimeout(focusPrompt);
}

/**
 * Puts a prompt into the composer.
 *
 * @param {string} prompt
 * @param {string} [originalPrompt] the person's own words, if the prompt was written of them
 */
export const takeWords = (prompt, originalPrompt) => replaceDraft({ ...draft.value, prompt, extras: { ...draft.value.extras, originalPrompt } });

export function focusPrompt() {
  const field = document.querySelector("prompt-field textarea");
  if (field instanceof HTMLElement) field.focus();
}

/** @param {Generation} generation */
function putBack(generation) {
  replaceDraft({ prompt: generation.prompt, ...settingsOf(generation) });
  navigate("/");
}

/**
 * What speaks is as long as its sound, or as long and as large as its film: nobody chose that.
 *
 * @param {Generation} generation
 */
const settingsOf = (generation) => ({
  model: generation.model,
  aspectRatio: (!generation.settings.film && generation.aspectRatio) || undefined,
  resolution: (!generation.settings.film && generation.resolution) || undefined,
  durationSeconds: (generation.kind !== "speech" && generation.durationSeconds) || undefined,
  extras: extrasOf(generation),
});
