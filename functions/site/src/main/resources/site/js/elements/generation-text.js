import { Component } from "../component.js";
import { h, own } from "../dom.js";
import { icon } from "../icons.js";
import { ended } from "../tracking.js";
import { stateTitle } from "../wording.js";

/** @typedef {import("../api.js").Generation} Generation */

/** What a language model wrote, as text that can be read and copied. */
class GenerationText extends Component {
  /** @type {Generation | null} */
  #generation = null;
  #sheet = h("div", { class: "written" });

  /** @param {Generation} generation */
  set generation(generation) {
    this.#generation = generation;
    if (this.isConnected) this.#show();
  }

  render() {
    this.replaceChildren(this.#sheet);
    this.#show();
  }

  /** Stays as it is: nothing more will be heard of this generation. */
  stop() {}

  #show() {
    const generation = this.#generation;
    if (!generation) return;
    const written = generation.media[0]?.document;
    if (written) this.#sheet.replaceChildren(h("span", { class: "written-title" }, own(written.title)), h("span", { class: "written-prompt" }, own(written.prompt ?? written.shots?.map(({ title }) => title).join(" \u00b7 ") ?? "")));
    else if (ended(generation)) this.#sheet.replaceChildren(h("span", { class: "written-failed" }, icon("alert"), stateTitle(generation)));
    else this.#sheet.replaceChildren(h("span", { class: "written-waiting" }, "Being written\u2026"));
  }
}

customElements.define("generation-text", GenerationText);
