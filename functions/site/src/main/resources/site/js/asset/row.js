/** One file in a list of those that somebody brings along. */

import { h, own } from "../dom.js";
import { say, worded } from "../language.js";

/** @typedef {import("./calls.js").Asset} Asset */

/**
 * @typedef {{click: string, file: File | null, id: string, name: string, role: string, asset: Asset | null, said: string,
 *   row: HTMLLIElement}} Entry
 * @typedef {{again: (() => void) | null, earlier: (() => void) | null, later: (() => void) | null,
 *   remove: (() => void) | null, role: ((role: string) => void) | null}} Acts what can be done with it
 */

/** @type {Record<string, string>} */
const ROLES = { image: "What is in it", style: "How it is drawn", character: "Who is in it" };

/**
 * @param {Entry} entry
 * @param {Acts} acts
 * @param {string[]} roles what it may be
 * @param {number} [share] of it that was sent, from 0 to 1
 * @returns {Node[]}
 */
export function face({ asset, name, said, role }, acts, roles, share) {
  return [
    picture(asset),
    h(
      "div",
      { class: "asset-about" },
      h("p", { class: "asset-name" }, own(name)),
      said && h("p", { class: acts.again || share === undefined ? "field-error" : "fine" }, said),
      share !== undefined && h("progress", { value: share, max: 1, "aria-label": `${name}: ${worded(said)}` }),
      acts.role && choice(name, role, roles, acts.role),
    ),
    h(
      "div",
      { class: "asset-actions" },
      acts.again && button("Try again", name, acts.again),
      acts.earlier && button("Earlier", name, acts.earlier),
      acts.later && button("Later", name, acts.later),
      acts.remove && button("Remove", name, acts.remove),
    ),
  ];
}

/** @param {Asset | null} asset */
export const picture = (asset) =>
  asset?.thumbnail
    ? h("img", { class: "asset-picture", src: asset.thumbnail, alt: "", loading: "lazy", draggable: "false" })
    : h("span", { class: "asset-picture", "aria-hidden": "true" }, asset?.kind === "sound" ? "\u266a" : asset?.kind === "film" ? "\u25b6" : "");

/** @param {string} name @param {string} role @param {string[]} roles @param {(role: string) => void} choose */
function choice(name, role, roles, choose) {
  const select = h(
    "select",
    { "aria-label": say`What ${name} is for`, oninput: () => choose(select.value) },
    ...roles.map((each) => h("option", { value: each, selected: each === role }, ROLES[each] ?? each)),
  );
  return select;
}

/** @param {string} text @param {string} name @param {() => void} onclick */
const button = (text, name, onclick) =>
  h("button", { class: "button small", type: "button", onclick }, text, h("span", { class: "visually-hidden" }, `, ${name}`));
