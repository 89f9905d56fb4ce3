import "./problem-note.js";
import "./sign-in-methods.js";

import { confirmed as confirmedIdentity, fresh } from "../account/fresh.js";
import { identities, unlink } from "../account/ways.js";
import { announce } from "../announce.js";
import { signInOptions } from "../api.js";
import { Component } from "../component.js";
import { confirmed } from "../confirm.js";
import { h, own } from "../dom.js";
import { moment } from "../format.js";
import { say } from "../language.js";
import { signInSentence } from "../problems.js";
import { replace, route } from "../router.js";

/** @typedef {import("../account/ways.js").Identity} Identity */

/** The ways by which the person signs in; further ones are added here and old ones taken away. */
class SignInWays extends Component {
  #list = h("div", {}, h("p", { class: "loading" }, "Looking\u2026"));
  #further = h("div");
  #note = h("div");

  render() {
    this.replaceChildren(
      h(
        "section",
        { class: "sheet", "aria-labelledby": "sign-in-ways-title" },
        h("h2", { id: "sign-in-ways-title" }, "Ways to sign in"),
        h("p", { class: "fine" }, "Each of them opens this account. The last one stays, or nobody could come in any more."),
        this.#note,
        this.#list,
        this.#further,
      ),
    );
    this.#returned();
    void this.#read();
  }

  /** Tells of an attempt that ended at a provider's page. */
  #returned() {
    const code = route.value.query.get("signInError");
    if (code === null) return;
    replace(route.value.path);
    if (code === "reauthentication_required") void confirmedIdentity();
    else this.#note.replaceChildren(h("p", { class: "note warning", role: "alert" }, signInSentence(code)));
  }

  async #read() {
    try {
      const [{ identities: linked }, { methods }] = await Promise.all([identities(), signInOptions()]);
      if (this.life.aborted) return;
      this.#list.replaceChildren(h("ul", { class: "access-list" }, linked.map((each) => this.#row(each, linked.length === 1))));
      this.#further.replaceChildren(
        h("h3", {}, "Add another"),
        h("sign-in-methods", {
          ".methods": methods,
          ".purpose": "link",
          ".guard": fresh,
          ".done": () => {
            announce("It is added.");
            void this.#read();
          },
        }),
      );
    } catch (error) {
      if (!this.life.aborted) this.#list.replaceChildren(h("problem-note", { ".error": error, ".retry": () => void this.#read() }));
    }
  }

  /** @param {Identity} identity @param {boolean} only */
  #row(identity, only) {
    const { title, address, linkedAt } = identity;
    return h(
      "li",
      {},
      h(
        "div",
        {},
        h("p", { class: "access-name" }, own(title), only && h("span", { class: "badge" }, "The only one")),
        address && h("p", { class: "fine" }, own(address)),
        h("p", { class: "fine" }, say`Added ${moment(linkedAt)}`),
      ),
      !only && h("button", { class: "button small", type: "button", "aria-label": say`Remove ${title}`, onclick: () => void this.#unlink(identity) }, "Remove"),
    );
  }

  /** @param {Identity} identity */
  async #unlink({ id, title }) {
    const sure = await confirmed({
      title: say`Remove ${title}?`,
      text: "It opens this account no longer. You can add it again later.",
      yes: "Remove",
      no: "Cancel",
    });
    if (!sure) return;
    this.#note.replaceChildren();
    try {
      if ((await fresh(async () => (await unlink(id), true))) === null) return;
      announce("It is removed.");
      await this.#read();
    } catch (error) {
      if (!this.life.aborted) this.#note.replaceChildren(h("problem-note", { ".error": error }));
    }
  }
}

customElements.define("sign-in-ways", SignInWays);
