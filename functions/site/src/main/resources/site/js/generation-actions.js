import { h, ownPath } from "./dom.js";
import { credits } from "./format.js";
import { icon } from "./icons.js";
import { say } from "./language.js";
import { askAgain, reuse, useBrief, useWritten } from "./reuse.js";
import { isText } from "./wording.js";

/** @typedef {import("./api.js").Generation} Generation */

/**
 * What can be done with a generation that has ended.
 *
 * @param {Generation} generation
 * @param {() => void} [before] runs before leaving for the composer
 */
export function generationActions(generation, before = () => {}) {
  /** @param {(generation: Generation) => void} act */
  const leavingFor = (act) => () => {
    before();
    act(generation);
  };
  return h("div", { class: "button-row" }, ...choices(generation, leavingFor));
}

/**
 * @param {Generation} generation
 * @param {(act: (generation: Generation) => void) => () => void} leavingFor
 */
function choices(generation, leavingFor) {
  if (isText(generation)) {
    return generation.state === "succeeded"
      ? [button("reuse", "Use this prompt", leavingFor(useWritten)), quiet("Use your own words", leavingFor(useBrief))]
      : [button("reuse", "Use your words again", leavingFor(useBrief))];
  }
  const media = generation.state === "succeeded" ? generation.media[0] : undefined;
  if (media) {
    return [
      h("a", { class: "button small", href: `${ownPath(media.href)}?download=1`, download: true }, icon("download"), "Download"),
      button("reuse", "Use again", leavingFor(reuse)),
    ];
  }
  if (generation.state === "failed" && generation.failure?.retryable === false) {
    return [button("reuse", "Change and try again", leavingFor(reuse))];
  }
  return [
    button("reuse", say`Try again \u00b7 ${credits(generation.credits)}`, leavingFor(askAgain)),
    quiet("Change it first", leavingFor(reuse)),
  ];
}

/**
 * @param {"reuse"} sign
 * @param {string} words
 * @param {() => void} onclick
 */
const button = (sign, words, onclick) => h("button", { class: "button small", type: "button", onclick }, icon(sign), words);

/**
 * @param {string} words
 * @param {() => void} onclick
 */
const quiet = (words, onclick) => h("button", { class: "button small quiet", type: "button", onclick }, words);
