import { announce } from "../announce.js";
import { Component } from "../component.js";
import { connection } from "../connection.js";
import { h } from "../dom.js";
import { refresh, session } from "../session.js";

const FIRST_PROBE_MILLIS = 2000;
const LAST_PROBE_MILLIS = 15_000;

/** Says that the connection is gone, and keeps trying until it is back. */
class NetworkBanner extends Component {
  #timer = 0;
  #lost = false;

  render() {
    connection.watch((now) => this.#follow(now === "lost"), this.life);
    addEventListener("online", () => void refresh(), { signal: this.life });
    this.life.addEventListener("abort", () => clearTimeout(this.#timer), { once: true });
  }

  /** @param {boolean} lost */
  #follow(lost) {
    if (lost === this.#lost) return;
    this.#lost = lost;
    clearTimeout(this.#timer);
    if (!lost) {
      this.replaceChildren();
      announce("The connection is back.");
      return;
    }
    this.#probeLater(FIRST_PROBE_MILLIS);
    if (session.value.phase === "unreachable") return;
    this.replaceChildren(
      h(
        "div",
        { class: "banner", role: "alert" },
        h("p", {}, h("strong", {}, "No connection to Halftone."), " Trying again; pictures in the making go on without this page."),
        h("button", { class: "button small", type: "button", onclick: () => void refresh() }, "Try now"),
      ),
    );
  }

  /** @param {number} millis */
  #probeLater(millis) {
    this.#timer = setTimeout(async () => {
      if (!document.hidden) await refresh();
      if (this.#lost) this.#probeLater(Math.min(millis * 1.6, LAST_PROBE_MILLIS));
    }, millis);
  }
}

customElements.define("network-banner", NetworkBanner);
