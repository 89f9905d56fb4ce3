/** Lets somebody choose among what they have uploaded before. */

import { h } from "../dom.js";
import { list } from "./calls.js";
import { picture } from "./row.js";
import { whyNot } from "./words.js";

/** @typedef {import("./calls.js").Asset} Asset */

/**
 * @param {string[]} kinds
 * @returns {Promise<Asset | null>} null if the person takes none
 */
export function chosenUpload(kinds) {
  return new Promise((resolve) => {
    /** @type {Asset | null} */
    let chosen = null;
    const rows = h("ul", { class: "assets" });
    const foot = h("div", { class: "button-row" });
    const dialog = h("dialog", { class: "confirm", "aria-labelledby": "shelf-title" }, h("h2", { id: "shelf-title" }, "From your uploads"), rows, foot);
    const close = h("button", { class: "button quiet", type: "button", onclick: () => dialog.close() }, "Cancel");
    /** @param {Asset} asset */
    const take = (asset) => {
      chosen = asset;
      dialog.close();
    };
    /** @param {string | null} cursor */
    const read = async (cursor) => {
      foot.replaceChildren(close);
      try {
        const { items, nextCursor } = await list(cursor);
        rows.append(...items.filter(({ state, kind }) => state === "ready" && kinds.includes(kind ?? "")).map((asset) => h("li", {}, option(asset, take))));
        if (nextCursor) foot.prepend(h("button", { class: "button", type: "button", onclick: () => void read(nextCursor) }, "Show more"));
        else if (rows.childElementCount === 0) rows.append(h("li", {}, "There is nothing of this kind yet."));
      } catch (error) {
        foot.prepend(h("p", { class: "field-error", role: "alert" }, whyNot(error)));
      }
    };
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(chosen);
    });
    document.body.append(dialog);
    dialog.showModal();
    void read(null);
  });
}

/** @param {Asset} asset @param {(asset: Asset) => void} take */
const option = (asset, take) =>
  h("button", { class: "asset-option", type: "button", onclick: () => take(asset) }, picture(asset), h("span", { class: "asset-name" }, asset.name));
