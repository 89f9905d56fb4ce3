import "./problem-note.js";

import { makeToken, SCOPES } from "../account/access.js";
import { fresh } from "../account/fresh.js";
import { announce } from "../announce.js";
import { Component } from "../component.js";
import { h } from "../dom.js";
import { worded } from "../language.js";

const NAME_MAX = 60;
/** @type {[days: number, words: string][]} */
const LIVES = [
  [30, "30 days"],
  [90, "90 days"],
  [365, "A year"],
];
/** Makes a token and shows it, once. Emits "made" when there is one more. */
class TokenForm extends Component {
  #name = h("input", { id: "token-name", type: "text", required: true, maxlength: NAME_MAX, autocomplete: "off" });
  #life = h("select", { id: "token-life" }, ...LIVES.map(([days, words]) => h("option", { value: days, selected: days === 90 }, words)));
  #scopes = Object.keys(SCOPES).map((scope) => h("input", { type: "checkbox", value: scope, checked: scope === "read" }));
  #note = h("div");

  render() {
    this.#close();
  }

  #close() {
    this.replaceChildren(h("button", { class: "button", type: "button", onclick: () => this.#open() }, "New token"));
  }

  #open() {
    this.#note.replaceChildren();
    this.replaceChildren(
      h(
        "form",
        { class: "token-form", onsubmit: (/** @type {Event} */ event) => (event.preventDefault(), void this.#make()) },
        h("div", { class: "grow" }, h("label", { for: this.#name.id }, "What it is for"), this.#name),
        h("div", {}, h("label", { for: this.#life.id }, "It ends after"), this.#life),
        h("fieldset", {}, h("legend", {}, "What it may do"), ...Object.values(SCOPES).map((words, at) => h("label", { class: "check" }, this.#scopes[at], words))),
        this.#note,
        h("div", { class: "button-row" }, h("button", { class: "button primary", type: "submit" }, "Make the token"), h("button", { class: "button quiet", type: "button", onclick: () => this.#close() }, "Cancel")),
      ),
    );
    this.#name.focus();
  }

  async #make() {
    const scopes = this.#scopes.filter(({ checked }) => checked).map(({ value }) => value);
    this.#scopes[0].setCustomValidity(scopes.length === 0 ? worded("Choose at least one.") : "");
    if (!this.#scopes[0].reportValidity()) return;
    this.#note.replaceChildren();
    try {
      const made = await fresh(() => makeToken({ name: this.#name.value.trim(), scopes, expiresInDays: Number(this.#life.value) }));
      if (made && !this.life.aborted) this.#show(made.secret);
    } catch (error) {
      if (!this.life.aborted) this.#note.replaceChildren(h("problem-note", { ".error": error }));
    }
  }

  /** @param {string} secret */
  #show(secret) {
    const field = h("input", { id: "token-secret", type: "text", readonly: true, value: secret, class: "secret", onfocus: () => field.select() });
    this.#name.value = "";
    this.replaceChildren(
      h(
        "div",
        { class: "note token-made" },
        h("label", { for: field.id }, "Your token, shown this once. Keep it like a password."),
        h("div", { class: "field-row" }, h("div", { class: "grow" }, field), h("button", { class: "button", type: "button", onclick: () => void this.#copy(field) }, "Copy")),
        h("div", { class: "button-row" }, h("button", { class: "button quiet", type: "button", onclick: () => this.#close() }, "I have kept it")),
      ),
    );
    field.focus();
    this.dispatchEvent(new CustomEvent("made"));
  }

  /** @param {HTMLInputElement} field */
  async #copy(field) {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      announce("Copied.");
    } catch {
      announce("It is selected; copy it with the keyboard.");
    }
  }
}

customElements.define("token-form", TokenForm);
