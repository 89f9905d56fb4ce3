import "./balance-sheet.js";
import "./problem-note.js";
import "./statement-check.js";
import "./statement-filters.js";
import "./statement-lines.js";

import * as api from "../api.js";
import { announce } from "../announce.js";
import { Component } from "../component.js";
import { h } from "../dom.js";
import { say } from "../language.js";
import { save } from "../save.js";

const PAGE = 50;
// How often a page without any line is followed by the next one before the reader is asked.
const EMPTY_PAGES_MAX = 10;

/** Where every credit came from and where it went. */
class StatementPage extends Component {
  #filters = /** @type {any} */ (h("statement-filters", { onchange: () => void this.#start() }));
  #lines = /** @type {any} */ (h("statement-lines"));
  #foot = h("div", { class: "page-foot" });
  #problem = h("div");
  /** @type {string | null} */
  #cursor = null;
  /** Tells answers of an earlier filter from those of this one. */
  #reading = 0;

  render() {
    this.replaceChildren(
      h("div", { class: "page-head" }, h("h1", {}, "Statement"), this.#files()),
      this.#problem,
      h("balance-sheet", { class: "sum" }),
      this.#filters,
      this.#lines,
      this.#foot,
      h("statement-check", { class: "statement-check" }),
    );
    void this.#start();
  }

  #files() {
    return h(
      "div",
      { class: "button-row" },
      h("a", { class: "button small", href: "/credits" }, "Buy credits"),
      h("button", { class: "button small", type: "button", onclick: () => void this.#save(() => api.statementCsv(this.#filters.value), "halftone-statement.csv") }, "Download CSV"),
      h("button", { class: "button small", type: "button", onclick: () => void this.#save(api.statementProof, "halftone-statement.txt") }, "Download with proof"),
    );
  }

  /** @param {() => Promise<Blob>} read @param {string} name */
  async #save(read, name) {
    try {
      save(await read(), name);
      this.#problem.replaceChildren();
      announce(say`${name} is ready.`);
    } catch (error) {
      this.#problem.replaceChildren(h("problem-note", { ".error": error, ".retry": () => void this.#save(read, name) }));
    }
  }

  async #start() {
    this.#cursor = null;
    this.#lines.clear();
    this.#foot.replaceChildren(h("p", { class: "loading" }, "Reading the ledger\u2026"));
    await this.#load(true);
  }

  /** @param {boolean} first */
  async #load(first) {
    const hadFocus = this.#foot.contains(document.activeElement);
    const reading = ++this.#reading;
    try {
      const before = this.#lines.count;
      for (let page = 0; page < EMPTY_PAGES_MAX; page++) {
        const { lines, nextCursor } = await api.statement(PAGE, this.#cursor, this.#filters.value);
        if (reading !== this.#reading) return;
        this.#cursor = nextCursor;
        this.#lines.show(lines);
        if (lines.length > 0 || nextCursor === null) break;
      }
      if (!first) announce(say`${this.#lines.count - before} more lines, ${this.#lines.count} in all.`);
      this.#end(hadFocus);
    } catch (error) {
      if (reading !== this.#reading) return;
      this.#foot.replaceChildren(h("problem-note", { ".error": error, ".retry": () => void this.#load(first) }));
    }
  }

  /** @param {boolean} hadFocus */
  #end(hadFocus) {
    const more = h("button", { class: "button", type: "button", onclick: () => void this.#load(false) }, "Load more");
    this.#foot.replaceChildren(this.#cursor ? more : h("p", { class: "fine" }, this.#last()));
    if (hadFocus && this.#cursor) more.focus();
  }

  #last() {
    if (Object.values(this.#filters.value).some(Boolean)) return this.#lines.count === 0 ? "There are no such lines." : "There are no more such lines.";
    return this.#lines.count === 0 ? "No credits have moved yet." : "The ledger starts here.";
  }
}

customElements.define("statement-page", StatementPage);
