import { h, ownPath } from "./dom.js";
import { icon } from "./icons.js";
import { reuse } from "./reuse.js";

/**
 * What can be done with a generation that has ended.
 *
 * @param {import("./api.js").Generation} generation
 * @param {() => void} [before] runs before leaving for the composer
 */
export function generationActions(generation, before = () => {}) {
  const media = generation.state === "succeeded" ? generation.media[0] : undefined;
  const again = () => {
    before();
    reuse(generation);
  };
  return h(
    "div",
    { class: "button-row" },
    media && h("a", { class: "button small", href: `${ownPath(media.href)}?download=1`, download: true }, icon("download"), "Download"),
    h(
      "button",
      { class: "button small", type: "button", onclick: again },
      icon("reuse"),
      media ? "Use again" : generation.failure?.retryable === false ? "Change and try again" : "Try again",
    ),
  );
}
