import "./problem-note.js";

import { data } from "../account/calls.js";
import { fresh } from "../account/fresh.js";
import { announce } from "../announce.js";
import { Component } from "../component.js";
import { h } from "../dom.js";
import { save } from "../save.js";

/** A copy of what is stored about the account, for its owner. */
class AccountData extends Component {
  #note = h("div");

  render() {
    this.replaceChildren(
      h(
        "section",
        { class: "sheet", "aria-labelledby": "account-data-title" },
        h("h2", { id: "account-data-title" }, "What is stored about you"),
        h("p", { class: "fine" }, "Your profile, the ways you sign in, your sessions and tokens, what you accepted and what you bought, as a file."),
        h("div", { class: "button-row" }, h("button", { class: "button", type: "button", onclick: () => void this.#copy() }, "Download a copy")),
        this.#note,
      ),
    );
  }

  async #copy() {
    this.#note.replaceChildren();
    try {
      const copy = await fresh(data);
      if (copy === null) return;
      save(new Blob([JSON.stringify(copy, null, 2)], { type: "application/json" }), "halftone-account.json");
      announce("The copy is saved.");
    } catch (error) {
      this.#note.replaceChildren(h("problem-note", { ".error": error }));
    }
  }
}

customElements.define("account-data", AccountData);
