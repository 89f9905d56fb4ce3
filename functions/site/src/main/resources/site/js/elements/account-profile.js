import "./problem-note.js";

import { change } from "../account/calls.js";
import { announce } from "../announce.js";
import { Component } from "../component.js";
import { h } from "../dom.js";
import { day } from "../format.js";
import { session, show } from "../session.js";

const NAME_MAX = 200;

/** Who one is here: the name to change, the address, and since when. */
class AccountProfile extends Component {
  #note = h("div");

  render() {
    const now = session.value;
    if (!("me" in now)) return;
    const { user } = now.me;
    const name = h("input", { id: "account-name", type: "text", required: true, maxlength: NAME_MAX, autocomplete: "name", value: user.name });
    this.replaceChildren(
      h(
        "section",
        { class: "sheet", "aria-labelledby": "account-profile-title" },
        h("h2", { id: "account-profile-title" }, "Profile"),
        h(
          "form",
          { class: "field-row", onsubmit: (/** @type {Event} */ event) => (event.preventDefault(), void this.#rename(name.value.trim())) },
          h("div", { class: "grow" }, h("label", { for: name.id }, "Name"), name),
          h("button", { class: "button", type: "submit" }, "Save name"),
        ),
        this.#note,
        h("dl", { class: "facts" }, h("dt", {}, "Here since"), h("dd", {}, day(user.createdAt)), h("dt", {}, "Id"), h("dd", {}, h("code", {}, user.id))),
      ),
    );
  }

  /** @param {string} name */
  async #rename(name) {
    this.#note.replaceChildren();
    try {
      show(await change({ name }));
      announce("Your name is saved.");
      this.#note.replaceChildren(h("p", { class: "fine" }, "Saved."));
    } catch (error) {
      this.#note.replaceChildren(h("problem-note", { ".error": error }));
    }
  }
}

customElements.define("account-profile", AccountProfile);
