import "./problem-note.js";

import { deviceName, endOthers, endSession, sessions } from "../account/access.js";
import { announce } from "../announce.js";
import { Component } from "../component.js";
import { confirmed } from "../confirm.js";
import { h } from "../dom.js";
import { day, moment } from "../format.js";
import { say } from "../language.js";

/** @typedef {import("../account/access.js").BrowserSession} BrowserSession */

/** Where the person is signed in, and the end of whatever they do not know. */
class SessionList extends Component {
  #list = h("div", {}, h("p", { class: "loading" }, "Looking\u2026"));
  #note = h("div");

  render() {
    this.replaceChildren(
      h(
        "section",
        { class: "sheet", "aria-labelledby": "session-list-title" },
        h("h2", { id: "session-list-title" }, "Where you are signed in"),
        h("p", { class: "fine" }, "A session ends after a week without use, and after a month in any case."),
        this.#note,
        this.#list,
      ),
    );
    void this.#read();
  }

  async #read() {
    try {
      const { items } = await sessions();
      if (this.life.aborted) return;
      this.#list.replaceChildren(
        h("ul", { class: "access-list" }, items.map((each) => this.#row(each))),
        items.length > 1 ? h("div", { class: "button-row" }, h("button", { class: "button danger", type: "button", onclick: () => void this.#endOthers() }, "Sign out everywhere else")) : "",
      );
    } catch (error) {
      if (this.life.aborted) return;
      this.#list.replaceChildren(h("problem-note", { ".error": error, ".retry": () => void this.#read() }));
    }
  }

  /** @param {BrowserSession} session */
  #row(session) {
    const { id, current, way, device, network, address, signedInAt, usedAt } = session;
    return h(
      "li",
      {},
      h(
        "div",
        {},
        h("p", { class: "access-name" }, device ? deviceName(device) : "Unknown browser", current && h("span", { class: "badge" }, "This browser")),
        h("p", { class: "fine" }, say`Signed in ${moment(signedInAt)} by ${way}`),
        h("p", { class: "fine" }, address || network ? say`From ${address ?? network}, last used ${day(usedAt)}` : say`Last used ${day(usedAt)}`),
      ),
      !current && h("button", { class: "button small", type: "button", "aria-label": say`Sign out ${deviceName(device)}`, onclick: () => void this.#end(id) }, "Sign out"),
    );
  }

  /** @param {string} id */
  async #end(id) {
    await this.#try(() => endSession(id), "It is signed out.");
  }

  async #endOthers() {
    const sure = await confirmed({
      title: "Sign out everywhere else?",
      text: "Every other browser has to sign in again. API tokens go on; revoke them below.",
      yes: "Sign out everywhere else",
      no: "Cancel",
    });
    if (sure) await this.#try(endOthers, "All others are signed out.");
  }

  /** @param {() => Promise<unknown>} act @param {string} done */
  async #try(act, done) {
    this.#note.replaceChildren();
    try {
      await act();
      announce(done);
      await this.#read();
    } catch (error) {
      if (!this.life.aborted) this.#note.replaceChildren(h("problem-note", { ".error": error }));
    }
  }
}

customElements.define("session-list", SessionList);
