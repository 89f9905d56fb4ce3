import "./problem-note.js";

import { Component } from "../component.js";
import { h, ownPath } from "../dom.js";
import { googleMark } from "../icons.js";
import { say } from "../language.js";
import { route } from "../router.js";

/** Where one comes back to: with the code of a letter, which is used once somebody is in. */
function here() {
  const { path, query } = route.value;
  const code = query.get("emailCode");
  return ownPath(code ? `${path}?${new URLSearchParams({ emailCode: code })}` : path);
}

const scripts = () => import("../account/provider-scripts.js");

/**
 * The ways to sign in, to confirm who one is or to link; each returns to the page that was asked for. A provider's
 * own script comes once its button is pressed, and not before.
 */
class SignInMethods extends Component {
  /** @type {import("../api.js").SignInMethod[]} */
  methods = [];
  /** @type {import("../account/ways.js").Purpose} */
  purpose = "sign-in";
  /** What follows where the page itself was told; a redirect comes back by itself. */
  done = () => location.assign(here());
  /** @type {<T>(act: () => Promise<T>) => Promise<T | null>} */
  guard = (act) => act();
  #note = h("div");

  render() {
    this.replaceChildren(...this.methods.flatMap((method) => this.#buttons(method)), this.#note);
  }

  /** @param {import("../api.js").SignInMethod} method */
  #buttons(method) {
    const { title, href, kind, oneTap } = method;
    const words = this.purpose === "link" ? say`Add ${title}` : say`Continue with ${title}`;
    if (!href.endsWith("/start")) {
      return [this.#button(words, async () => (await this.guard(async () => (await scripts()).byScript(method, this.purpose))) === true)];
    }
    const query = new URLSearchParams({ purpose: this.purpose, returnTo: here() });
    return [
      h("a", { class: "button sign-in", href: `${ownPath(href)}?${query}` }, kind === "google" && googleMark(), words),
      oneTap &&
        this.purpose === "sign-in" &&
        this.#button(say`${title}, on this page`, async () => {
          await (await scripts()).byPrompt(method);
          return true;
        }),
    ].filter((each) => each !== false);
  }

  /** @param {string} words @param {() => Promise<boolean>} act */
  #button(words, act) {
    return h("button", { class: "button sign-in", type: "button", onclick: () => void this.#try(act) }, words);
  }

  /** @param {() => Promise<boolean>} act */
  async #try(act) {
    this.#note.replaceChildren();
    try {
      if (await act()) this.done();
    } catch (error) {
      if (!this.life.aborted) this.#note.replaceChildren(h("problem-note", { ".error": error }));
    }
  }
}

customElements.define("sign-in-methods", SignInMethods);
