import "./problem-note.js";

import * as api from "../api.js";
import { announce } from "../announce.js";
import { balance } from "../balance.js";
import { Component } from "../component.js";
import { h } from "../dom.js";
import { moment, number, signed } from "../format.js";
import { lineWords } from "../wording.js";

const PAGE = 50;
const COLUMNS = ["When", "What", "Credits", "Balance"];

/** Where every credit came from and where it went. */
class StatementPage extends Component {
  #sum = h("div", { class: "sum" });
  #rows = h("tbody", { role: "rowgroup" });
  #table = h("div", { class: "ledger-box", hidden: true }, ledger(this.#rows));
  #foot = h("div", { class: "page-foot" });
  /** @type {string | null} */
  #cursor = null;
  #shown = 0;

  render() {
    this.replaceChildren(h("div", { class: "page-head" }, h("h1", {}, "Statement")), this.#sum, this.#table, this.#foot);
    void this.#readSum();
    void this.#load(true);
  }

  async #readSum() {
    try {
      const account = await api.account();
      balance.set({ available: account.available, pending: account.pending });
      this.#sum.replaceChildren(...reckoning(account));
    } catch (error) {
      this.#sum.replaceChildren(h("problem-note", { ".error": error, ".retry": () => void this.#readSum() }));
    }
  }

  /** @param {boolean} first */
  async #load(first) {
    const hadFocus = this.#foot.contains(document.activeElement);
    if (first) this.#foot.replaceChildren(h("p", { class: "loading" }, "Reading the ledger\u2026"));
    try {
      const { lines, nextCursor } = await api.statement(PAGE, this.#cursor);
      this.#cursor = nextCursor;
      this.#shown += lines.length;
      this.#table.hidden = this.#shown === 0;
      this.#rows.append(...lines.map(row));
      if (!first) announce(`${lines.length} more lines, ${this.#shown} in all.`);
      const more = h("button", { class: "button", type: "button", onclick: () => void this.#load(false) }, "Load more");
      this.#foot.replaceChildren(nextCursor ? more : h("p", { class: "fine" }, this.#shown === 0 ? "No credits have moved yet." : "The ledger starts here."));
      if (hadFocus && nextCursor) more.focus();
    } catch (error) {
      this.#foot.replaceChildren(h("problem-note", { ".error": error, ".retry": () => void this.#load(first) }));
    }
  }
}

/** @param {api.Account} account */
function reckoning({ granted, used, pending, available }) {
  /** @param {string} name @param {number} value @param {string} sign @param {string} [kind] */
  const figure = (name, value, sign, kind = "") =>
    h("div", { class: `figure ${kind}` }, h("dt", {}, name), h("dd", {}, h("span", { class: "operator", "aria-hidden": "true" }, sign), number(value)));
  return [
    h(
      "dl",
      { class: "reckoning" },
      figure("Granted", granted, ""),
      figure("Used", used, "\u2212"),
      figure("Pending", pending, "\u2212"),
      figure("Available", available, "=", "total"),
    ),
    h("p", { class: "fine" }, "Pending credits are set aside for pictures in the making: charged when the picture is stored, returned when it is not."),
  ];
}

/**
 * A table stays a table for assistive technology, also where it is drawn as cards: hence the roles.
 *
 * @param {HTMLElement} rows
 */
function ledger(rows) {
  return h(
    "table",
    { class: "ledger", role: "table" },
    h("caption", { class: "visually-hidden" }, "Ledger lines, newest first"),
    h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, ...COLUMNS.map((name) => h("th", { scope: "col", role: "columnheader" }, name)))),
    rows,
  );
}

/** @param {api.StatementLine} line */
function row(line) {
  const { title, note } = lineWords(line);
  const change = line.kind === "post" ? 0 : line.credits;
  return h(
    "tr",
    { role: "row", class: `line-${line.kind}` },
    h("td", { role: "cell", class: "line-when" }, h("time", { datetime: line.at }, moment(line.at))),
    h(
      "td",
      { role: "cell", class: "line-what" },
      h("strong", {}, title),
      h(
        "span",
        { class: "line-note" },
        note,
        note && line.generation && h("span", { class: "line-dot" }, " \u00b7 "),
        line.generation && h("a", { href: `/history?generation=${encodeURIComponent(line.generation)}` }, "See the picture"),
      ),
    ),
    h("td", { role: "cell", class: `line-change ${change > 0 ? "gain" : ""}` }, signed(change)),
    h("td", { role: "cell", class: "line-after" }, h("span", { class: "line-after-label", "aria-hidden": "true" }, "Balance "), number(line.availableAfter)),
  );
}

customElements.define("statement-page", StatementPage);
