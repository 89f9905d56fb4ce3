import "./problem-note.js";

import { signInOptions } from "../api.js";
import { Component } from "../component.js";
import { h, ownPath } from "../dom.js";
import { worded } from "../language.js";
import { route } from "../router.js";

/** Asks a person to prove anew who they are, by one of their ways to sign in; goes by itself once it is closed. */
class ConfirmIdentity extends Component {
  #ways = h("div", { class: "stack" }, h("p", { class: "loading" }, "Looking\u2026"));

  render() {
    const dialog = h(
      "dialog",
      { class: "confirm", "aria-labelledby": "confirm-identity-title" },
      h("h2", { id: "confirm-identity-title" }, "Is it you?"),
      h("p", {}, "This could give your account away, so please sign in once more, the way you did before. You come back here, and have ten minutes then."),
      this.#ways,
      h("div", { class: "button-row" }, h("button", { class: "button quiet", type: "button", onclick: () => dialog.close() }, "Cancel")),
    );
    dialog.addEventListener("close", () => this.remove());
    this.replaceChildren(dialog);
    dialog.showModal();
    void this.#offer();
  }

  async #offer() {
    const query = new URLSearchParams({ purpose: "confirm", returnTo: ownPath(route.value.path) });
    try {
      const { methods } = await signInOptions();
      if (this.life.aborted) return;
      this.#ways.replaceChildren(
        ...methods
          .filter(({ href }) => href.endsWith("/start"))
          .map(({ label, href }) => h("a", { class: "button sign-in", href: `${ownPath(href)}?${query}` }, worded(label))),
      );
    } catch (error) {
      if (!this.life.aborted) this.#ways.replaceChildren(h("problem-note", { ".error": error, ".retry": () => void this.#offer() }));
    }
  }
}

customElements.define("confirm-identity", ConfirmIdentity);
