import "./batch-progress.js";
import "./batch-terms.js";
import "./problem-note.js";

import { announce } from "../announce.js";
import * as batches from "../batches.js";
import { said } from "../batch-words.js";
import { catalogue } from "../catalogue.js";
import { Component } from "../component.js";
import { h } from "../dom.js";
import { counted, say } from "../language.js";

/** A table of products, and a picture of every row of it. */
class CataloguePage extends Component {
  #file = h("input", { id: "batch-file", type: "file", accept: ".csv,text/csv" });
  #terms = h("div");
  #list = h("div", { class: "batches" });

  render() {
    const drop = h(
      "div",
      { class: "drop" },
      h("label", { for: "batch-file" }, "Choose a CSV file, or drop it here"),
      this.#file,
      h("p", { class: "fine" }, "The first line names the columns. Up to 5,000 rows and 4 MB, UTF-8. Nothing is charged before you start."),
    );
    this.replaceChildren(
      h("section", { class: "sheet batch-new" }, h("h1", {}, "Catalogues"), h("p", {}, "A picture or film of every row of a table, in words that you write once."), drop, this.#terms),
      h("section", { "aria-label": "Your catalogues" }, this.#list),
    );
    this.#file.addEventListener("change", () => void this.#take(this.#file.files?.[0]));
    drop.addEventListener("dragover", (event) => event.preventDefault());
    drop.addEventListener("drop", (event) => {
      event.preventDefault();
      void this.#take(event.dataTransfer?.files[0]);
    });
    this.addEventListener("started", (event) => this.#started(/** @type {CustomEvent<batches.Batch>} */ (event).detail), { signal: this.life });
    void this.#load();
  }

  async #load() {
    try {
      const { items } = await batches.list();
      this.#list.replaceChildren(...items.filter(({ state }) => state !== "draft").map(progress));
    } catch (error) {
      this.#list.replaceChildren(h("problem-note", { ".error": error, ".retry": () => void this.#load() }));
    }
  }

  /** @param {File | undefined} file */
  async #take(file) {
    if (!file) return;
    this.#terms.replaceChildren(h("p", { class: "loading" }, say`Reading ${file.name}\u2026`));
    try {
      const [upload, models] = await Promise.all([batches.upload(file, crypto.randomUUID()), catalogue()]);
      this.#terms.replaceChildren(h("batch-terms", { ".upload": upload, ".models": models }));
      announce(counted(upload.batch.rows.all, { one: "{0} row was read.", other: "{0} rows were read." }));
    } catch (error) {
      this.#terms.replaceChildren(h("p", { class: "note warning", role: "alert" }, said(error)));
    }
    // The same file, mended, can be chosen again.
    this.#file.value = "";
  }

  /** @param {batches.Batch} batch */
  #started(batch) {
    this.#terms.replaceChildren();
    this.#list.prepend(progress(batch));
    announce("Started.");
  }
}

/** @param {batches.Batch} batch */
const progress = (batch) => h("batch-progress", { ".batch": batch });

customElements.define("catalogue-page", CataloguePage);
