import "./problem-note.js";

import { askForEmail, confirmEmail } from "../account/calls.js";
import { fresh } from "../account/fresh.js";
import { announce } from "../announce.js";
import { Component } from "../component.js";
import { h, own } from "../dom.js";
import { say } from "../language.js";
import { replace, route } from "../router.js";
import { session, show } from "../session.js";

const ADDRESS_MAX = 254;

/** At which address one is reached; another one counts once a letter to it was read. */
class AccountEmail extends Component {
  #note = h("div");

  render() {
    this.#draw();
    const code = route.value.query.get("emailCode");
    if (!code) return;
    // Used once or not: it is to stay neither in the address bar nor in the history.
    replace("/account");
    void this.#confirm(code);
  }

  #draw() {
    const now = session.value;
    if (!("me" in now)) return;
    const { email, emailVerified } = now.me.user;
    const address = h("input", { id: "account-email", type: "email", required: true, maxlength: ADDRESS_MAX, autocomplete: "email" });
    this.replaceChildren(
      h(
        "section",
        { class: "sheet", "aria-labelledby": "account-email-title" },
        h("h2", { id: "account-email-title" }, "E-mail address"),
        h("p", {}, h("strong", {}, own(email)), " ", h("span", { class: "fine" }, emailVerified ? "proved to be yours" : "not proved to be yours")),
        h(
          "form",
          { class: "field-row", onsubmit: (/** @type {Event} */ event) => (event.preventDefault(), void this.#ask(address.value.trim())) },
          h("div", { class: "grow" }, h("label", { for: address.id }, "New address"), address),
          h("button", { class: "button", type: "submit" }, "Send a link"),
        ),
        h("p", { class: "fine" }, "The link works once, for 30 minutes. Until then nothing changes; afterwards the former address is told."),
        this.#note,
      ),
    );
  }

  /** @param {string} email */
  async #ask(email) {
    this.#note.replaceChildren();
    try {
      const asked = await fresh(async () => (await askForEmail(email), true));
      if (!asked) return;
      this.#say(say`A letter is on its way to ${email}. Open its link in this browser.`);
    } catch (error) {
      this.#note.replaceChildren(h("problem-note", { ".error": error }));
    }
  }

  /** @param {string} code */
  async #confirm(code) {
    try {
      show(await confirmEmail(code));
      this.#draw();
      this.#say(say`Your address is changed.`);
    } catch (error) {
      this.#note.replaceChildren(h("problem-note", { ".error": error }));
    }
  }

  /** @param {string} text */
  #say(text) {
    announce(text);
    this.#note.replaceChildren(h("p", { class: "note" }, own(text)));
  }
}

customElements.define("account-email", AccountEmail);
