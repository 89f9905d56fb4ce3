import * as batches from "../batches.js";
import { found, rowCount, said } from "../batch-words.js";
import { makers } from "../catalogue.js";
import { settle } from "../choices.js";
import { Component } from "../component.js";
import { h, own } from "../dom.js";
import { credits, number } from "../format.js";
import { say, worded } from "../language.js";

/** @typedef {import("../api.js").Model} Model */

const PAUSE_MILLIS = 400;
const FINDINGS_SHOWN = 20;
// A table has neither pictures nor sounds.
const BY_WORDS = ["image", "video"];

/** What is to be made of every row: model, words, what they come to, the price and the click. Emits "started". */
class BatchTerms extends Component {
  /** @type {import("../batches.js").Upload} */
  // @ts-ignore: set before it is drawn.
  upload;
  /** @type {Model[]} */
  models = [];
  #model = h("select", { id: "batch-model" });
  #shape = h("select", { id: "batch-shape" });
  #size = h("select", { id: "batch-size" });
  #length = h("select", { id: "batch-length" });
  #lengthLabel = h("label", { for: "batch-length" }, "Length");
  #template = h("textarea", { id: "batch-template", rows: "3" });
  #preview = h("div", { "aria-live": "polite" });
  #start = h("button", { class: "button primary", type: "submit", disabled: true }, "Start");
  #problem = h("div");
  /** @type {batches.Quote | null} */
  #quote = null;
  #timer = 0;
  /** Answers to older questions are dropped. */
  #question = 0;

  render() {
    const makes = makers(this.models, BY_WORDS);
    const { columns } = this.upload.batch;
    this.#model.replaceChildren(...makes.map(({ id, name }) => h("option", { value: id }, name)));
    this.#template.value = worded("A product photo of {column} on a plain background").replace("{column}", `{${columns[0]}}`);
    this.replaceChildren(
      h("h2", {}, rowCount(this.upload.batch.rows.all)),
      findings(this.upload.findings),
      table(columns, this.upload.preview),
      h(
        "form",
        { class: "batch-terms", novalidate: true, onsubmit: (/** @type {Event} */ event) => this.#click(event) },
        h("label", { for: "batch-template" }, "What is to be made of each row"),
        this.#template,
        h(
          "div",
          { class: "button-row" },
          ...columns.map((name) => h("button", { class: "button small", type: "button", onclick: () => this.#insert(name) }, `{${name}}`)),
        ),
        h("div", { class: "batch-choices" }, h("label", { for: "batch-model" }, "Model"), this.#model, h("label", { for: "batch-shape" }, "Shape"), this.#shape, h("label", { for: "batch-size" }, "Size"), this.#size, this.#lengthLabel, this.#length),
        this.#preview,
        this.#problem,
        this.#start,
      ),
    );
    this.#offer();
    this.#model.addEventListener("change", () => this.#offer());
    this.addEventListener("input", () => this.#ask());
    this.life.addEventListener("abort", () => clearTimeout(this.#timer));
  }

  /** @param {string} column */
  #insert(column) {
    this.#template.setRangeText(`{${column}}`, this.#template.selectionStart, this.#template.selectionEnd, "end");
    this.#template.focus();
    this.#ask();
  }

  /** Only what the chosen model makes. */
  #offer() {
    const model = this.#chosen();
    fill(this.#shape, model.aspectRatios);
    fill(this.#size, model.resolutions.map(({ id }) => id));
    fill(this.#length, model.durationsSeconds.map((seconds) => String(seconds)));
    this.#length.hidden = this.#lengthLabel.hidden = model.durationsSeconds.length === 0;
    this.#ask();
  }

  #chosen() {
    return makers(this.models, BY_WORDS).find(({ id }) => id === this.#model.value) ?? makers(this.models, BY_WORDS)[0];
  }

  #ask() {
    this.#quote = null;
    this.#start.disabled = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#price(), PAUSE_MILLIS);
  }

  /** @returns {batches.Terms} */
  #terms() {
    const wish = { prompt: "", model: this.#model.value, aspectRatio: this.#shape.value, resolution: this.#size.value, durationSeconds: Number(this.#length.value) || undefined };
    const { settings } = settle(/** @type {any} */ (wish), makers(this.models, BY_WORDS));
    return { ...settings, template: this.#template.value };
  }

  async #price() {
    const question = ++this.#question;
    try {
      const quote = await batches.quote(this.upload.batch.id, this.#terms());
      if (question !== this.#question) return;
      this.#quote = quote;
      this.#problem.replaceChildren();
      this.#preview.replaceChildren(prompts(quote), findings(quote.findings));
      this.#start.disabled = quote.rows === 0;
      this.#start.textContent = say`Start ${rowCount(quote.rows)} for ${credits(quote.credits)}`;
    } catch (error) {
      if (question !== this.#question) return;
      this.#preview.replaceChildren();
      this.#say(error);
    }
  }

  /** @param {Event} event */
  async #click(event) {
    event.preventDefault();
    if (!this.#quote) return;
    this.#start.disabled = true;
    try {
      const detail = await batches.start(this.upload.batch.id, { ...this.#terms(), quote: this.#quote.quote });
      this.dispatchEvent(new CustomEvent("started", { detail, bubbles: true }));
    } catch (error) {
      this.#ask();
      this.#say(error);
    }
  }

  /** @param {unknown} error */
  #say(error) {
    this.#problem.replaceChildren(h("p", { class: "note warning", role: "alert" }, said(error)));
  }
}

/** @param {HTMLSelectElement} select @param {string[]} values */
function fill(select, values) {
  const before = select.value;
  select.replaceChildren(...values.map((value) => h("option", { value }, value)));
  if (values.includes(before)) select.value = before;
}

/** @param {string[]} columns @param {batches.Row[]} rows */
const table = (columns, rows) =>
  h(
    "div",
    { class: "batch-table", tabindex: "0", role: "region", "aria-label": "The first rows" },
    h(
      "table",
      {},
      h("thead", {}, h("tr", {}, ...columns.map((name) => h("th", { scope: "col" }, own(name))))),
      h("tbody", {}, ...rows.filter(({ cells }) => cells.length > 0).map(({ cells }) => h("tr", {}, ...columns.map((_, at) => h("td", {}, own(cells[at] ?? "")))))),
    ),
  );

/** @param {batches.Quote} quote */
const prompts = ({ preview, rows, creditsEach }) =>
  h(
    "div",
    {},
    h("p", {}, say`${rowCount(rows)} at ${credits(creditsEach)} each. What fails costs nothing.`),
    h("ol", { class: "batch-prompts" }, ...preview.map(({ row, text }) => h("li", { value: row }, own(text)))),
  );

/** @param {batches.Finding[]} list */
function findings(list) {
  if (list.length === 0) return h("div");
  const more = list.length - FINDINGS_SHOWN;
  return h(
    "div",
    { class: "note warning" },
    h("p", {}, say`${rowCount(list.length)} cannot be made. The others can.`),
    h("ul", {}, ...list.slice(0, FINDINGS_SHOWN).map((each) => h("li", {}, found(each))), more > 0 && h("li", {}, say`And ${number(more)} more.`)),
  );
}

customElements.define("batch-terms", BatchTerms);
