import "./problem-note.js";
import "./sign-in-methods.js";

import { signInOptions } from "../api.js";
import { Component } from "../component.js";
import { h } from "../dom.js";

/** Asks a person to prove anew who they are, by one of their ways to sign in; goes by itself once it is closed. */
class ConfirmIdentity extends Component {
  /** Told how it ended, unless it goes on at a provider's own page. @type {(confirmed: boolean) => void} */
  ended = () => {};
  #confirmed = false;
  #ways = h("div", { class: "stack" }, h("p", { class: "loading" }, "Looking\u2026"));
  #dialog = h("dialog", { class: "confirm", "aria-labelledby": "confirm-identity-title" });

  render() {
    this.#dialog.replaceChildren(
      h("h2", { id: "confirm-identity-title" }, "Is it you?"),
      h("p", {}, "This could give your account away, so please sign in once more, the way you did before. You come back here, and have ten minutes then."),
      this.#ways,
      h("div", { class: "button-row" }, h("button", { class: "button quiet", type: "button", onclick: () => this.#dialog.close() }, "Cancel")),
    );
    this.#dialog.addEventListener("close", () => {
      this.remove();
      this.ended(this.#confirmed);
    });
    this.replaceChildren(this.#dialog);
    this.#dialog.showModal();
    void this.#offer();
  }

  async #offer() {
    const done = () => {
      this.#confirmed = true;
      this.#dialog.close();
    };
    try {
      const { methods } = await signInOptions();
      if (!this.life.aborted) this.#ways.replaceChildren(h("sign-in-methods", { ".methods": methods, ".purpose": "confirm", ".done": done }));
    } catch (error) {
      if (!this.life.aborted) this.#ways.replaceChildren(h("problem-note", { ".error": error, ".retry": () => void this.#offer() }));
    }
  }
}

customElements.define("confirm-identity", ConfirmIdentity);
