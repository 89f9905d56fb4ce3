import "./generation-dialog.js";
import "./generation-tile.js";
import "./history-filters.js";
import "./problem-note.js";
import "./project-bar.js";
import "./selection-bar.js";

import * as api from "../api.js";
import { announce } from "../announce.js";
import { Component } from "../component.js";
import { h } from "../dom.js";
import { ratio } from "../format.js";
import { say } from "../language.js";
import { readProjects } from "../library.js";
import { navigate, replace, route } from "../router.js";

const PAGE = 24;
// A search that finds nothing in so many answers asks its reader before it looks further back.
const EMPTY_MAX = 5;

/** Everything made so far, newest first; one generation opens over it and has an address of its own. */
class HistoryPage extends Component {
  #grid = h("ul", { class: "gallery", "aria-label": "Pictures, newest first" });
  #foot = h("div", { class: "page-foot" });
  /** @type {any} */
  #filters = h("history-filters", { onchange: () => this.#again() });
  /** @type {any} */
  #bar = h("project-bar", { onopen: (/** @type {CustomEvent} */ event) => (this.#filters.project = event.detail) });
  /** @type {any} */
  #selection = h("selection-bar", {
    onclear: () => this.#select([]),
    onremoved: (/** @type {CustomEvent<string>} */ event) => this.#forget(event.detail),
  });
  /** Counts what was asked for, so that a late answer to an earlier question is dropped. */
  #asked = 0;
  /** @type {string | null} */
  #cursor = null;
  /** @type {Map<string, api.Generation>} */
  #loaded = new Map();
  /** @type {any} */
  #dialog = null;

  render() {
    this.replaceChildren(h("div", { class: "page-head" }, h("h1", {}, "History"), this.#filters, this.#bar, this.#selection), this.#grid, this.#foot);
    void this.#load(true);
    // Without them everything else works; the list of projects is asked for again where it is needed.
    readProjects().catch(() => {});
    route.watch(({ path, query }) => {
      if (path === "/history") void this.#open(query.get("generation"));
    }, this.life);
    this.life.addEventListener("abort", () => this.#dialog?.remove(), { once: true });
  }

  /** Begins anew, with what the filters say now. */
  #again() {
    this.#bar.project = this.#filters.value.project;
    this.#cursor = null;
    this.#loaded.clear();
    this.#selection.ids = [];
    this.#grid.replaceChildren();
    void this.#load(true);
  }

  get #filtered() {
    return Object.values(this.#filters.value).some((value) => value !== null);
  }

  /** @param {boolean} first */
  async #load(first) {
    const asked = ++this.#asked;
    const button = this.#foot.querySelector("button");
    button?.setAttribute("aria-disabled", "true");
    if (first) this.#foot.replaceChildren(h("p", { class: "loading" }, "Reading your history\u2026"));
    try {
      /** @type {api.Generation[]} */
      let found = [];
      let cursor = this.#cursor;
      for (let i = 0; i < EMPTY_MAX && found.length === 0 && (i === 0 || cursor); i++) {
        const { items, nextCursor } = await api.history(PAGE, cursor, this.#filters.value);
        if (asked !== this.#asked) return;
        [found, cursor] = [items, nextCursor];
      }
      this.#cursor = cursor;
      this.#append(found, first);
    } catch (error) {
      if (asked !== this.#asked) return;
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
    if (this.#loaded.size === 0 && !this.#cursor) return this.#foot.replaceChildren(this.#filtered ? nothingLikeIt() : nothingYet());
    const words = this.#loaded.size === 0 ? "Nothing among the latest. Look further back" : "Load more";
    const more = h("button", { class: "button", type: "button", onclick: () => void this.#load(false) }, words);
    const hadFocus = this.#foot.contains(document.activeElement);
    this.#foot.replaceChildren(this.#cursor ? more : h("p", { class: "fine" }, first ? "" : "That is all of it."));
    if (first) return;
    announce(say`${tiles.length} more, ${this.#loaded.size} in all.`);
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
    const box = h("input", { type: "checkbox", class: "tile-check", value: generation.id, "aria-label": say`Select: ${generation.prompt.slice(0, 60)}` });
    box.addEventListener("change", () => this.#select(this.#checked()));
    const item = h("li", {}, box, tile);
    item.style.setProperty("--ratio", String(ratio(generation.aspectRatio)));
    return item;
  }

  #checked() {
    return [...this.#grid.querySelectorAll("input:checked")].map((box) => /** @type {HTMLInputElement} */ (box).value);
  }

  /** @param {string[]} ids */
  #select(ids) {
    for (const box of this.#grid.querySelectorAll("input")) box.checked = ids.includes(box.value);
    this.#selection.ids = ids;
  }

  /** @param {string} id */
  #forget(id) {
    this.#loaded.delete(id);
    for (const tile of this.#grid.querySelectorAll("generation-tile")) {
      if (/** @type {any} */ (tile).generation?.id === id) tile.closest("li")?.remove();
    }
    this.#select(this.#checked());
    replace("/history");
    if (this.#loaded.size === 0) this.#again();
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
      onremoved: () => this.#forget(id),
    });
    document.body.append(this.#dialog);
  }
}

const nothingLikeIt = () => h("div", { class: "empty" }, h("h2", {}, "Nothing like that"), h("p", {}, "Nothing in your history answers to this. Show all, or look for something else."));

const nothingYet = () =>
  h(
    "div",
    { class: "empty" },
    h("h2", {}, "Nothing here yet"),
    h("p", {}, "Every picture you make is kept here with its settings and its price."),
    h("p", {}, h("a", { class: "button primary", href: "/" }, "Make the first one")),
  );

customElements.define("history-page", HistoryPage);
