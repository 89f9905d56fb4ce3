/** Lets somebody choose among what they have uploaded before, or name what is somewhere on the web. */

import "../elements/asset-address.js";

import { h, own } from "../dom.js";
import { worded } from "../language.js";
import { settingSentence } from "../setting-words.js";
import { list } from "./calls.js";
import { picture } from "./row.js";
import { whyNot } from "./words.js";

/** @typedef {import("./calls.js").Asset} Asset */

/** @param {string[]} kinds */
export const fromWhere = (kinds) => (kinds.includes("picture") ? "From your uploads, or the web" : "From your uploads");

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
    const said = h("p", { class: "field-error", role: "alert" });
    /** @param {CustomEvent<Asset>} event */
    const found = ({ detail }) => (kinds.includes(detail.kind ?? "") ? take(detail) : said.replaceChildren(worded(settingSentence("wrong_asset_kind"))));
    // In a dialog of its own, and so outside of the form that orders.
    const address = kinds.includes("picture") && h("asset-address", { onfound: found });
    const dialog = h("dialog", { class: "confirm", "aria-labelledby": "shelf-title" }, h("h2", { id: "shelf-title" }, fromWhere(kinds)), rows, address, said, foot);
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
  h("button", { class: "asset-option", type: "button", onclick: () => take(asset) }, picture(asset), h("span", { class: "asset-name" }, own(asset.name)));
