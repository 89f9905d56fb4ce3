import "./brief-card.js";
import "./brief-form.js";
import "./problem-note.js";

import { announce } from "../announce.js";
import { briefs, create, readBriefs } from "../brief/calls.js";
import { Component } from "../component.js";
import { h } from "../dom.js";
import { say } from "../language.js";

/** The characters that a person has described: to begin, to rewrite and to delete. */
class CharactersPage extends Component {
  #new = h("div");
  #list = h("div", { class: "briefs" });
  #note = h("div");
  #read = false;

  render() {
    this.replaceChildren(
      h(
        "section",
        { class: "sheet" },
        h("h1", {}, "Characters"),
        h("p", {}, "Describe somebody once, and order them again and again: the same words go with every prompt. Every wording is kept, and each result says which one it was made of."),
        this.#new,
        this.#note,
        this.#list,
      ),
    );
    this.#offerNew();
    briefs.watch(() => this.#show(), this.life);
    void this.#load();
  }

  async #load() {
    this.#note.replaceChildren();
    try {
      await readBriefs();
      this.#read = true;
      this.#show();
    } catch (error) {
      if (!this.life.aborted) this.#note.replaceChildren(h("problem-note", { ".error": error, ".retry": () => void this.#load() }));
    }
  }

  #show() {
    this.#list.replaceChildren(...briefs.value.map((brief) => h("brief-card", { ".brief": brief })));
    if (this.#read && briefs.value.length === 0) this.#list.replaceChildren(h("p", { class: "fine" }, "Nobody yet."));
  }

  #offerNew() {
    this.#new.replaceChildren(h("button", { class: "button primary", type: "button", onclick: () => this.#begin() }, "New character"));
  }

  #begin() {
    const click = crypto.randomUUID();
    const keep = async (/** @type {string} */ name, /** @type {string} */ text) => {
      await create(name, text, click);
      this.#offerNew();
      announce(say`${name} is kept.`);
    };
    this.#new.replaceChildren(h("brief-form", { ".keep": keep, ".leave": () => this.#offerNew(), ".yes": "Keep the character" }));
    this.#new.querySelector("input")?.focus();
  }
}

customElements.define("characters-page", CharactersPage);
