import "./problem-note.js";

import { announce } from "../announce.js";
import { Component } from "../component.js";
import { h, own } from "../dom.js";
import { day } from "../format.js";
import { request } from "../http.js";
import { say } from "../language.js";

const REPORT = "POST /v1/reports/minor";
const ADDRESS_MAX = 254;
const TEXT_MAX = 2_000;

/** Where anybody, signed in or not, reports an account of somebody who is too young to have one. */
class ReportPage extends Component {
  #note = h("div");
  #sending = false;

  render() {
    const about = h("input", { id: "report-about", type: "text", required: true, maxlength: ADDRESS_MAX, autocomplete: "off" });
    const contact = h("input", { id: "report-contact", type: "email", maxlength: ADDRESS_MAX, autocomplete: "email" });
    const text = h("textarea", { id: "report-text", rows: 4, maxlength: TEXT_MAX });
    const send = () => this.#send({ about: about.value.trim(), contact: contact.value.trim() || undefined, text: text.value.trim() || undefined });
    this.replaceChildren(
      h(
        "section",
        { class: "sheet" },
        h("h1", {}, "Somebody is too young"),
        h("p", {}, "If a child has an account here, say so. Whoever runs this service looks at it within seven days, and removes what should not be here."),
        h(
          "form",
          { class: "stack", onsubmit: (/** @type {Event} */ event) => (event.preventDefault(), void send()) },
          h("div", {}, h("label", { for: about.id }, "The e-mail address of the account, or what it is called"), about),
          h("div", {}, h("label", { for: contact.id }, "Where you can be reached, if you like"), contact),
          h("div", {}, h("label", { for: text.id }, "How you know, if you like"), text),
          h("div", { class: "button-row" }, h("button", { class: "button primary", type: "submit" }, "Send the report")),
        ),
        this.#note,
      ),
    );
  }

  /** @param {{about: string, contact: string | undefined, text: string | undefined}} body */
  async #send(body) {
    if (this.#sending) return;
    this.#sending = true;
    this.#note.replaceChildren();
    const [method, path] = REPORT.split(" ");
    try {
      const { receipt, deadline } = /** @type {{receipt: string, deadline: string}} */ (await request(method, path, { body }));
      const told = say`Your report has arrived. It is answered by ${day(deadline)}.`;
      announce(told);
      // One report is one: what was typed goes with it.
      this.querySelector("form")?.replaceWith(h("p", { class: "note" }, told, " ", say`Its number:`, " ", h("code", {}, own(receipt))));
    } catch (error) {
      this.#note.replaceChildren(h("problem-note", { ".error": error }));
    } finally {
      this.#sending = false;
    }
  }
}

customElements.define("report-page", ReportPage);
