import "./problem-note.js";

import { deviceName } from "../account/access.js";
import { events } from "../account/calls.js";
import { Component } from "../component.js";
import { h } from "../dom.js";
import { moment } from "../format.js";
import { session } from "../session.js";

/** @typedef {import("../account/calls.js").AccountEvent} AccountEvent */

/** @type {Record<string, string>} */
const KINDS = {
  name_changed: "Name changed",
  language_changed: "Language changed",
  email_change_requested: "Change of the e-mail address begun",
  email_changed: "E-mail address changed",
  policy_accepted: "Privacy notice accepted",
  way_linked: "Way to sign in added",
  way_unlinked: "Way to sign in removed",
  token_created: "API token made",
  token_revoked: "API token revoked",
  session_ended: "A device signed out",
  all_sessions_ended: "All devices signed out",
};

/** What was changed about the account of late, so that a change by somebody else is noticed. */
class AccountEvents extends Component {
  #list = h("div", {}, h("p", { class: "loading" }, "Looking\u2026"));

  render() {
    this.replaceChildren(
      h(
        "section",
        { class: "sheet", "aria-labelledby": "account-events-title" },
        h("h2", { id: "account-events-title" }, "Recent changes"),
        h("p", { class: "fine" }, "Kept for 400 days. If something here was not you, end the other sessions and look at the ways to sign in."),
        this.#list,
      ),
    );
    // Whatever was changed here is told to the session.
    session.watch(() => void this.#read(), this.life);
  }

  async #read() {
    try {
      const { items } = await events();
      if (this.life.aborted) return;
      this.#list.replaceChildren(items.length === 0 ? h("p", {}, "Nothing was changed yet.") : h("ol", { class: "account-events" }, items.map(row)));
    } catch (error) {
      if (this.life.aborted) return;
      this.#list.replaceChildren(h("problem-note", { ".error": error, ".retry": () => void this.#read() }));
    }
  }
}

/** @param {AccountEvent} event */
const row = ({ kind, at, way, device }) =>
  h(
    "li",
    {},
    h("span", {}, KINDS[kind] ?? kind),
    h("span", { class: "fine" }, [moment(at), device && deviceName(device), way].filter(Boolean).join(", ")),
  );

customElements.define("account-events", AccountEvents);
