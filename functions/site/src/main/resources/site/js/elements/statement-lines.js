import "./timeline-fold.js";

import { Component } from "../component.js";
import { h } from "../dom.js";
import { moment, number, signed } from "../format.js";
import { worded } from "../language.js";
import { answerWords, lineWords } from "../line-words.js";

/** @typedef {import("../api.js").StatementLine} StatementLine */

const COLUMNS = ["When", "What", "Credits", "Balance"];

/** What a payment moves, by the reasons of the lines. @type {Record<string, string[]>} */
const ORDERED = { grant: ["purchase", "subscription", "restored"], revoke: ["refund", "chargeback"] };

/**
 * Ledger lines, newest first. Those of one generation stand together as one story: what was set
 * aside below what became of it.
 */
class StatementLines extends Component {
  #table = table();
  /** @type {Map<string, {lines: StatementLine[], body: HTMLElement}>} */
  #stories = new Map();
  count = 0;

  render() {
    this.replaceChildren(this.#table);
    this.hidden = this.count === 0;
  }

  clear() {
    for (const { body } of this.#stories.values()) body.remove();
    this.#stories.clear();
    this.count = 0;
    this.hidden = true;
  }

  /** @param {StatementLine[]} lines older than all before */
  show(lines) {
    const grown = new Set();
    for (const line of lines) {
      const name = line.generation ?? line.id;
      const story = this.#stories.get(name) ?? { lines: [], body: h("tbody", { class: "story", role: "rowgroup" }) };
      story.lines.push(line);
      this.#stories.set(name, story);
      grown.add(story);
    }
    for (const { lines: told, body } of grown) {
      body.replaceChildren(...told.map((line, index) => row(line, told, index > 0)));
      if (!body.isConnected) this.#table.append(body);
    }
    this.count += lines.length;
    this.hidden = this.count === 0;
  }
}

/** A table stays a table for assistive technology, also where it is drawn as cards: hence the roles. */
function table() {
  return h(
    "table",
    { class: "ledger", role: "table" },
    h("caption", { class: "visually-hidden" }, "Ledger lines, newest first; those of one generation together"),
    h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, ...COLUMNS.map((name) => h("th", { scope: "col", role: "columnheader" }, name)))),
  );
}

/** @param {StatementLine} line @param {StatementLine[]} story @param {boolean} answered */
function row(line, story, answered) {
  const { title, note } = lineWords(line);
  const change = ["post", "freeze", "thaw"].includes(line.kind) ? (line.legs.available ?? 0) : line.credits;
  const older = story.find(({ id }) => id === line.answers);
  const facts = [note && worded(note), older && answerWords(line, older)].filter(Boolean).join(". ");
  return h(
    "tr",
    { role: "row", class: `line-${line.kind} ${answered ? "answered" : ""}` },
    h("td", { role: "cell", class: "line-when" }, h("time", { datetime: line.at }, moment(line.at))),
    h(
      "td",
      { role: "cell", class: "line-what" },
      h("strong", {}, title),
      h("span", { class: "line-note" }, facts, facts && !answered && line.generation && h("span", { class: "line-dot" }, " \u00b7 "), !answered && picture(line)),
      isOrdered(line) && h("a", { href: "/orders" }, "See your orders"),
      !answered && line.generation && h("timeline-fold", { ".generationId": line.generation }),
    ),
    h("td", { role: "cell", class: `line-change ${change > 0 ? "gain" : ""}` }, signed(change)),
    h("td", { role: "cell", class: "line-after" }, h("span", { class: "line-after-label", "aria-hidden": "true" }, "Balance "), number(line.availableAfter)),
  );
}

/** Whether an order says more of it. @param {StatementLine} line */
const isOrdered = ({ kind, reason }) => kind === "freeze" || ORDERED[kind]?.includes(reason);

/** @param {StatementLine} line */
const picture = ({ generation }) =>
  generation && h("a", { href: `/history?generation=${encodeURIComponent(generation)}` }, "See it");

customElements.define("statement-lines", StatementLines);
