import "./problem-note.js";
import "./token-form.js";

import { revokeToken, SCOPES, tokens } from "../account/access.js";
import { announce } from "../announce.js";
import { Component } from "../component.js";
import { confirmed } from "../confirm.js";
import { h, own } from "../dom.js";
import { day, moment } from "../format.js";
import { say, worded } from "../language.js";

/** @typedef {import("../account/access.js").Token} Token */

/** The tokens of a person's programs: to make and to revoke. */
class TokenList extends Component {
  #list = h("div", {}, h("p", { class: "loading" }, "Looking\u2026"));
  #note = h("div");

  render() {
    const form = h("token-form");
    form.addEventListener("made", () => void this.#read());
    this.replaceChildren(
      h(
        "section",
        { class: "sheet", "aria-labelledby": "token-list-title" },
        h("h2", { id: "token-list-title" }, "API tokens"),
        h("p", { class: "fine" }, "With a token a program of yours acts in your name, in as far as you allow. No token reaches your ways to sign in, your sessions or other tokens."),
        form,
        this.#note,
        this.#list,
      ),
    );
    void this.#read();
  }

  async #read() {
    try {
      const { items } = await tokens();
      if (this.life.aborted) return;
      this.#list.replaceChildren(items.length === 0 ? h("p", { class: "fine" }, "There is none.") : h("ul", { class: "access-list" }, items.map((each) => this.#row(each))));
    } catch (error) {
      if (this.life.aborted) return;
      this.#list.replaceChildren(h("problem-note", { ".error": error, ".retry": () => void this.#read() }));
    }
  }

  /** @param {Token} token */
  #row(token) {
    const { name, scopes, lastFour, expiresAt, lastUsedAt } = token;
    return h(
      "li",
      {},
      h(
        "div",
        {},
        h("p", { class: "access-name" }, own(name), h("code", {}, own(`\u2026${lastFour}`))),
        h("p", { class: "fine" }, own(scopes.map((each) => worded(SCOPES[each] ?? each)).join(" \u00b7 "))),
        h("p", { class: "fine" }, lastUsedAt ? say`Last used ${moment(lastUsedAt)}, ends ${day(expiresAt)}` : say`Not used yet, ends ${day(expiresAt)}`),
      ),
      h("button", { class: "button small", type: "button", "aria-label": say`Revoke ${name}`, onclick: () => void this.#revoke(token) }, "Revoke"),
    );
  }

  /** @param {Token} token */
  async #revoke({ id, name }) {
    const sure = await confirmed({ title: say`Revoke \u201c${name}\u201d?`, text: "Whatever uses it is refused from now on. That cannot be undone.", yes: "Revoke", no: "Cancel" });
    if (!sure) return;
    this.#note.replaceChildren();
    try {
      await revokeToken(id);
      announce("The token opens nothing any more.");
      await this.#read();
    } catch (error) {
      if (!this.life.aborted) this.#note.replaceChildren(h("problem-note", { ".error": error }));
    }
  }
}

customElements.define("token-list", TokenList);
