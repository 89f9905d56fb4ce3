import "./account-language.js";

import { Component } from "../component.js";
import { h, own } from "../dom.js";
import { say } from "../language.js";
import { sentence } from "../problems.js";
import { session, signOut } from "../session.js";

/** Who is signed in, and the way out. The picture from Google is not loaded: it would tell Google. */
class AccountMenu extends Component {
  /** @type {HTMLButtonElement | null} */
  #button = null;
  /** @type {HTMLElement | null} */
  #panel = null;

  render() {
    const now = session.value;
    if (!("me" in now)) return;
    const { name, email } = now.me.user;
    this.#button = h(
      "button",
      {
        class: "avatar",
        type: "button",
        "aria-expanded": "false",
        "aria-controls": "account-panel",
        onclick: () => this.#toggle(this.#panel?.hidden ?? false),
      },
      initials(name),
      h("span", { class: "visually-hidden" }, say`, account of ${name}`),
    );
    this.#panel = h(
      "div",
      { class: "account-panel", id: "account-panel", hidden: true },
      h("p", { class: "account-name" }, own(name)),
      h("p", { class: "account-email" }, email),
      now.phase === "ready" && h("p", {}, h("a", { href: "/account" }, "Account")),
      now.phase === "ready" && h("p", {}, h("a", { href: "/credits" }, "Buy credits")),
      now.phase === "ready" && h("p", {}, h("a", { href: "/storyboards" }, "Storyboards")),
      now.phase === "ready" && h("p", {}, h("a", { href: "/uploads" }, "Your uploads")),
      now.phase === "ready" && h("p", {}, h("a", { href: "/characters" }, "Your characters")),
      h("account-language"),
      h("button", { class: "button", type: "button", onclick: () => void this.#leave() }, "Sign out"),
    );
    this.replaceChildren(this.#button, this.#panel);
    this.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || this.#panel?.hidden) return;
      this.#toggle(false);
      this.#button?.focus();
    });
    this.addEventListener("focusout", (event) => {
      if (event.relatedTarget instanceof Node && !this.contains(event.relatedTarget)) this.#toggle(false);
    });
    document.addEventListener(
      "pointerdown",
      (event) => {
        if (!this.contains(/** @type {Node} */ (event.target))) this.#toggle(false);
      },
      { signal: this.life },
    );
  }

  /** @param {boolean} open */
  #toggle(open) {
    if (this.#panel) this.#panel.hidden = !open;
    this.#button?.setAttribute("aria-expanded", String(open));
  }

  async #leave() {
    try {
      await signOut();
    } catch (error) {
      this.#panel?.append(h("p", { class: "field-error", role: "alert" }, sentence(error)));
    }
  }
}

/** @param {string} name */
function initials(name) {
  const words = name.trim().split(/\s+/);
  const letters = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return letters.map((word) => [...word][0]?.toUpperCase() ?? "").join("");
}

customElements.define("account-menu", AccountMenu);
