/** What was asked for beside words and a form, as a list of names and values. */

import { one } from "./asset/calls.js";
import { picture } from "./asset/row.js";
import { h, own, ownPath } from "./dom.js";
import { guidanceFacts } from "./guidance.js";
import { Problem } from "./http.js";
import { worded } from "./language.js";
import { sentence } from "./problems.js";

/** @typedef {import("./api.js").Generation} Generation */

/** @type {Record<string, string>} */
const ROLES = { style: "For how it is drawn", character: "For who is in it" };

/**
 * @param {Generation} generation
 * @param {AbortSignal} until
 * @returns {[string, string | Node][]}
 */
export function settingFacts({ kind, settings }, until) {
  const { guidance, negativePrompt, seed, references = [], firstFrame, film, speech, audio, watermark, direction, originalPrompt } = settings;
  /** @type {[string, string | Node][]} */
  const list = [];
  if (originalPrompt) list.push(["Written of your words", own(originalPrompt)]);
  if (negativePrompt) list.push(["Not to be shown", own(negativePrompt)]);
  if (direction) list.push(["How it was to look", own(direction)]);
  list.push(...guidanceFacts(guidance));
  if (kind === "video") list.push(["Sound", audio ? "With sound" : "Silent"]);
  if (watermark) list.push(["Maker's mark", "Asked for"]);
  if (references.length > 0) list.push(["Made from", files(references, until)]);
  if (firstFrame) list.push([speech ? "Who speaks" : "First frame", files([{ asset: firstFrame }], until)]);
  if (film) list.push(["Who speaks", files([{ asset: film }], until)]);
  if (speech) list.push(["What is spoken", files([{ asset: speech }], until)]);
  if (typeof seed === "number") list.push(["Seed", h("code", {}, String(seed))]);
  return list;
}

/** @param {import("./api.js").Reference[]} references @param {AbortSignal} until */
const files = (references, until) => h("ol", { class: "made-from" }, ...references.map((each) => file(each, until)));

/** Shows what stands behind an id, once that is known. @param {import("./api.js").Reference} reference @param {AbortSignal} until */
function file({ asset: id, role = "" }, until) {
  const row = h("li", {}, "\u2026");
  one(id, until).then(
    (asset) => row.replaceChildren(picture(asset), asset.media ? h("a", { href: ownPath(asset.media) }, asset.name) : asset.name, role in ROLES ? ` ${worded(ROLES[role])}` : ""),
    (error) => {
      if (!until.aborted) row.replaceChildren(error instanceof Problem && error.status === 404 ? worded("A file that you have removed since") : worded(sentence(error)));
    },
  );
  return row;
}
