/** What stands above the click when something is to be decided. */

import { h } from "./dom.js";
import { worded } from "./language.js";

/** @param {() => void} back */
export const replacedNote = (back) =>
  h(
    "div",
    { class: "note replaced", role: "status" },
    h("p", {}, "What you had typed here was replaced."),
    h("button", { class: "button small", type: "button", onclick: back }, "Bring it back"),
  );

/**
 * @param {string} reason
 * @param {() => void} again
 * @param {() => void} drop
 */
export const unansweredNote = (reason, again, drop) =>
  h(
    "div",
    { class: "note warning", role: "alert" },
    h("p", {}, `${worded(reason)} ${worded("Sending it again is safe: it is carried out, and charged, once at most.")}`),
    h(
      "div",
      { class: "button-row" },
      h("button", { class: "button small", type: "button", onclick: again }, "Send again"),
      h("button", { class: "button small quiet", type: "button", onclick: drop }, "Leave it"),
    ),
  );
