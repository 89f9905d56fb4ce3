import { announce } from "../announce.js";
import { bring } from "../asset/calls.js";
import { refusal, whyNot } from "../asset/words.js";
import { Component } from "../component.js";
import { h } from "../dom.js";
import { say, worded } from "../language.js";

/** @typedef {import("../asset/calls.js").Asset} Asset */

/**
 * Takes an address of a file that is somewhere on the web, and has it fetched.
 * Emits "found" with the upload as its detail, once it can be used.
 */
class AssetAddress extends Component {
  label = "Or the address of a picture on the web";
  #click = crypto.randomUUID();
  #input = h("input", { type: "url", id: `address-${this.#click}`, inputmode: "url", autocomplete: "off", placeholder: "https://", maxlength: 2_000 });
  #button = h("button", { class: "button", type: "submit" }, "Fetch it");
  #said = h("p", { class: "field-error", role: "alert" });

  render() {
    this.replaceChildren(
      h(
        "form",
        { class: "address", novalidate: true, onsubmit: (/** @type {Event} */ event) => void this.#bring(event) },
        h("label", { for: this.#input.id }, this.label),
        h("div", { class: "address-row" }, this.#input, this.#button),
        this.#said,
      ),
    );
    // Another address is another click; the same one, sent again, is the same.
    this.#input.addEventListener("input", () => (this.#click = crypto.randomUUID()), { signal: this.life });
  }

  /** @param {Event} event */
  async #bring(event) {
    event.preventDefault();
    const address = this.#input.value.trim();
    if (address === "") return;
    this.#wait(true);
    try {
      const asset = await bring(address, this.#click, this.life);
      this.#click = crypto.randomUUID();
      if (asset.state !== "ready") throw new Refused(refusal(asset.refusal));
      this.#input.value = "";
      announce(say`${asset.name} is ready.`);
      this.dispatchEvent(new CustomEvent("found", { detail: asset, bubbles: true }));
    } catch (error) {
      if (this.life.aborted) return;
      this.#said.textContent = error instanceof Refused ? error.message : worded(whyNot(error));
    } finally {
      this.#wait(false);
    }
  }

  /** @param {boolean} waiting */
  #wait(waiting) {
    this.#button.disabled = waiting;
    this.#button.textContent = worded(waiting ? "Being fetched\u2026" : "Fetch it");
    if (waiting) this.#said.textContent = "";
  }
}

/** It was fetched, or not, and is not kept. */
class Refused extends Error {}

customElements.define("asset-address", AssetAddress);
