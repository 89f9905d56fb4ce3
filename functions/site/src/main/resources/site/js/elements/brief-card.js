import "./brief-form.js";

import { announce } from "../announce.js";
import { remove, rewrite, wording } from "../brief/calls.js";
import { Component } from "../component.js";
import { confirmed } from "../confirm.js";
import { h, own } from "../dom.js";
import { day } from "../format.js";
import { say } from "../language.js";

/** @typedef {import("../brief/calls.js").Brief} Brief */

/** One character: its latest wording, the earlier ones, and what can be done with it. */
class BriefCard extends Component {
  /** @type {Brief} */
  brief = { id: "", name: "", text: "", version: 1, writtenAt: "" };
  #note = h("div");

  render() {
    const { name, text, version, writtenAt } = this.brief;
    this.replaceChildren(
      h(
        "article",
        { class: "brief" },
        h("h2", {}, own(name)),
        h("p", { class: "brief-text" }, own(text)),
        h("p", { class: "fine" }, say`Wording ${version}, ${day(writtenAt)}`),
        version > 1 && this.#earlier(),
        h(
          "div",
          { class: "button-row" },
          h("button", { class: "button small", type: "button", onclick: () => this.#edit() }, "Rewrite", h("span", { class: "visually-hidden" }, ` ${name}`)),
          h("button", { class: "button small danger", type: "button", onclick: () => void this.#delete() }, "Delete", h("span", { class: "visually-hidden" }, ` ${name}`)),
        ),
        this.#note,
      ),
    );
  }

  #edit() {
    const keep = async (/** @type {string} */ name, /** @type {string} */ text) => {
      await rewrite(this.brief, name, text);
      announce(say`${name} has a new wording.`);
    };
    this.replaceChildren(h("article", { class: "brief" }, h("h2", {}, say`Rewrite ${this.brief.name}`), h("p", { class: "fine" }, "What was made before keeps the words that it was made of."), h("brief-form", { ".brief": this.brief, ".keep": keep, ".leave": () => this.render(), ".yes": "Keep the new wording" })));
    this.querySelector("textarea")?.focus();
  }

  /** Read when somebody looks: most never do. */
  #earlier() {
    const list = h("ol", { class: "wordings", reversed: true });
    const details = h("details", { class: "more-settings" }, h("summary", {}, "Earlier wordings"), list);
    details.addEventListener("toggle", () => void this.#readEarlier(list), { once: true });
    return details;
  }

  /** @param {HTMLElement} list */
  async #readEarlier(list) {
    try {
      for (let version = this.brief.version - 1; version >= 1; version--) {
        const { name, text, writtenAt } = await wording(this.brief, version);
        list.append(h("li", { value: version }, h("p", {}, own(text)), h("p", { class: "fine" }, `${name}, ${day(writtenAt)}`)));
      }
    } catch (error) {
      list.append(h("li", {}, h("problem-note", { ".error": error })));
    }
  }

  async #delete() {
    const { name } = this.brief;
    const sure = await confirmed({
      title: say`Delete ${name}?`,
      text: "Every wording of this character goes. What was made with it stays, and keeps the words that it was made of.",
      yes: "Delete the character",
      no: "Keep it",
    });
    if (!sure) return;
    try {
      await remove(this.brief);
      announce(say`${name} is gone.`);
    } catch (error) {
      this.#note.replaceChildren(h("problem-note", { ".error": error }));
    }
  }
}

customElements.define("brief-card", BriefCard);
