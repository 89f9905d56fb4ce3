import "./generation-dialog.js";
import "./generation-tile.js";
import "./problem-note.js";

import * as api from "../api.js";
import { announce } from "../announce.js";
import { Component } from "../component.js";
import { h } from "../dom.js";
import { ratio } from "../format.js";
import { navigate, replace, route } from "../router.js";

const PAGE = 24;

/** Everything made so far, newest first; one generation opens over it and has an address of its own. */
class HistoryPage extends Component {
  #grid = h("ul", { class: "gallery", "aria-label": "Pictures, newest first" });
  #foot = h("div", { class: "page-foot" });
  /** @type {string | null} */
  #cursor = null;
  /** @type {Map<string, api.Generation>} */
  #loaded = new Map();
  /** @type {any} */
  #dialog = null;

  render() {
    this.replaceChildren(h("div", { class: "page-head" }, h("h1", {}, "History")), this.#grid, this.#foot);
    void this.#load(true);
    route.watch(({ path, query }) => {
      if (path === "/history") void this.#open(query.get("generation"));
    }, this.life);
    this.life.addEventListener("abort", () => this.#dialog?.remove(), { once: true });
  }

  /** @param {boolean} first */
  async #load(first) {
    const button = this.#foot.querySelector("button");
    button?.setAttribute("aria-disabled", "true");
    if (first) this.#foot.replaceChildren(h("p", { class: "loading" }, "Reading your history\u2026"));
    try {
      const { items, nextCursor } = await api.history(PAGE, this.#cursor);
      this.#cursor = nextCursor;
      this.#append(items, first);
    } catch (error) {
      this.#foot.replaceChildren(h("problem-note", { ".error": error, ".retry": () => void this.#load(first) }));
    }
  }

  /**
   * @param {api.Generation[]} items
   * @param {boolean} first
   */
  #append(items, first) {
    const tiles = items.filter(({ id }) => !this.#loaded.has(id)).map((item) => this.#tile(item));
    this.#grid.append(...tiles);
    if (this.#loaded.size === 0) return this.#foot.replaceChildren(nothingYet());
    const more = h("button", { class: "button", type: "button", onclick: () => void this.#load(false) }, "Load more");
    const hadFocus = this.#foot.contains(document.activeElement);
    this.#foot.replaceChildren(this.#cursor ? more : h("p", { class: "fine" }, first ? "" : "That is all of it."));
    if (first) return;
    announce(`${tiles.length} more, ${this.#loaded.size} in all.`);
    if (!hadFocus) return;
    if (this.#cursor) more.focus();
    else tiles[0]?.querySelector("button")?.focus();
  }

  /** @param {api.Generation} generation */
  #tile(generation) {
    this.#loaded.set(generation.id, generation);
    const tile = h("generation-tile", { ".generation": generation });
    tile.addEventListener("change", (event) => {
      const next = /** @type {CustomEvent<api.Generation>} */ (event).detail;
      this.#loaded.set(next.id, next);
    });
    tile.addEventListener("click", () => navigate(`/history?generation=${encodeURIComponent(generation.id)}`));
    const item = h("li", {}, tile);
    item.style.setProperty("--ratio", String(ratio(generation.aspectRatio)));
    return item;
  }

  /** @param {string | null} id */
  async #open(id) {
    this.#dialog?.remove();
    this.#dialog = null;
    if (id === null) return;
    this.#dialog = h("generation-dialog", {
      ".generation": this.#loaded.get(id) ?? null,
      ".generationId": id,
      onleave: () => replace("/history"),
    });
    document.body.append(this.#dialog);
  }
}

const nothingYet = () =>
  h(
    "div",
    { class: "empty" },
    h("h2", {}, "Nothing here yet"),
    h("p", {}, "Every picture you make is kept here with its settings and its price."),
    h("p", {}, h("a", { class: "button primary", href: "/" }, "Make the first one")),
  );

customElements.define("history-page", HistoryPage);
