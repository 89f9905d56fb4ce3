import "./message-page.js";

import { Component } from "../component.js";
import { h } from "../dom.js";

/** A page whose module comes when it is opened first. Emits "late" once it is there. */
class LatePage extends Component {
  page = "";
  /** @type {() => Promise<unknown>} */
  load = () => Promise.resolve();

  render() {
    this.replaceChildren(h("p", { class: "loading" }, "Opening\u2026"));
    void this.#open(this.life);
  }

  /** @param {AbortSignal} until */
  async #open(until) {
    try {
      await this.load();
      if (until.aborted) return;
      this.replaceChildren(h(this.page));
    } catch {
      if (until.aborted) return;
      this.replaceChildren(missing());
    }
    this.dispatchEvent(new Event("late"));
  }
}

/** A module that failed once fails for good: the page has to be asked for again, perhaps in a newer version. */
const missing = () =>
  h("message-page", {
    ".heading": "This page did not arrive",
    ".text": "The connection broke off, or a newer version of Halftone has just been released. Nothing is lost.",
    ".action": h("button", { class: "button primary", type: "button", onclick: () => location.reload() }, "Load it again"),
  });

customElements.define("late-page", LatePage);
