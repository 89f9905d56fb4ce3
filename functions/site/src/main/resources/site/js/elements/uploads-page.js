import "./asset-address.js";
import "./asset-picker.js";
import "./problem-note.js";

import { announce } from "../announce.js";
import { list, remove } from "../asset/calls.js";
import { picture } from "../asset/row.js";
import { refusal, whyNot } from "../asset/words.js";
import { Component } from "../component.js";
import { confirmed } from "../confirm.js";
import { h, own } from "../dom.js";
import { day, size } from "../format.js";
import { say, worded } from "../language.js";

/** @typedef {import("../asset/calls.js").Asset} Asset */

/** What a person has uploaded: to add to, to open and to remove. */
class UploadsPage extends Component {
  #room = h("p", { class: "fine" });
  #list = h("ul", { class: "assets shelf" });
  #more = h("div");

  render() {
    const picker = h("asset-picker", { ".kinds": ["picture", "sound", "film"], ".max": 20, ".passing": true });
    picker.addEventListener("change", () => void this.#show());
    this.replaceChildren(
      h(
        "section",
        { class: "sheet" },
        h("h1", {}, "Uploads"),
        h("p", {}, "Pictures, sounds and films that you bring along. Where and with what they were made is taken out of them before they are kept."),
        picker,
        h("asset-address", { onfound: () => void this.#show() }),
        this.#room,
        this.#list,
        this.#more,
      ),
    );
    void this.#show();
  }

  async #show() {
    await this.#page(null, (rows) => this.#list.replaceChildren(...rows));
  }

  /** @param {string | null} cursor @param {(rows: HTMLElement[]) => void} place */
  async #page(cursor, place) {
    try {
      const { items, nextCursor, bytesUsed, bytesMax } = await list(cursor);
      if (this.life.aborted) return;
      this.#room.textContent = say`${size(bytesUsed)} of ${size(bytesMax)} are used.`;
      place(items.map((asset) => this.#row(asset)));
      this.#more.replaceChildren();
      if (nextCursor) this.#more.append(h("button", { class: "button", type: "button", onclick: () => void this.#page(nextCursor, (rows) => this.#list.append(...rows)) }, "Show more"));
    } catch (error) {
      if (this.life.aborted) return;
      this.#more.replaceChildren(h("problem-note", { ".error": error, ".retry": () => void this.#page(cursor, place) }));
    }
  }

  /** @param {Asset} asset */
  #row(asset) {
    const said = h("p", { class: "field-error", role: "alert" });
    const row = h(
      "li",
      {},
      picture(asset),
      h("div", { class: "asset-about" }, h("p", { class: "asset-name" }, own(asset.name)), h("p", { class: "fine" }, about(asset)), said),
      h(
        "div",
        { class: "asset-actions" },
        asset.media && h("a", { class: "button small", href: `${asset.media}?download=1`, download: "" }, "Download", h("span", { class: "visually-hidden" }, ` ${asset.name}`)),
        h("button", { class: "button small danger", type: "button", onclick: () => void this.#remove(asset, row, said) }, "Remove", h("span", { class: "visually-hidden" }, ` ${asset.name}`)),
      ),
    );
    return row;
  }

  /** @param {Asset} asset @param {HTMLElement} row @param {HTMLElement} said */
  async #remove(asset, row, said) {
    const sure = await confirmed({
      title: say`Remove ${asset.name}?`,
      text: "The file is deleted for good. What was made with it stays.",
      yes: "Remove it",
      no: "Keep it",
    });
    if (!sure) return;
    try {
      await remove(asset.id);
      row.remove();
      announce(say`${asset.name} was removed.`);
      void this.#show();
    } catch (error) {
      said.textContent = worded(whyNot(error));
    }
  }
}

/** @param {Asset} asset */
function about(asset) {
  if (asset.state === "refused") return `${worded("Not kept.")} ${worded(refusal(asset.refusal))}`;
  if (asset.state !== "ready") return asset.state === "awaited" ? "Not sent to its end." : "Being looked at.";
  const measure = asset.width ? `${asset.width} \u00d7 ${asset.height}, ` : "";
  const seconds = asset.durationMillis ? `${Math.round(asset.durationMillis / 1000)} s, ` : "";
  return `${measure}${seconds}${size(asset.bytes ?? 0)}, ${day(asset.createdAt)}`;
}

customElements.define("uploads-page", UploadsPage);
