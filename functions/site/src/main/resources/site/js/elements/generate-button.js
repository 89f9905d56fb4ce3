import { Component } from "../component.js";
import { h } from "../dom.js";
import { isFilmModel, isSpeechModel, price } from "../choices.js";
import { credits, number } from "../format.js";
import { Problem } from "../http.js";
import { say, worded } from "../language.js";
import { sentence } from "../problems.js";
import { buyCredits } from "../remedy.js";

/** @typedef {import("../api.js").Model} Model */
/** @typedef {import("../api.js").Settings} Settings */

/** The click, with its price on it and what it leaves beneath. */
class GenerateButton extends Component {
  /** @type {import("../quoting.js").Quoting} */
  #quoting = { state: "asking" };
  /** @type {import("../api.js").Balance | null} */
  #balance = null;
  /** @type {Model | null} */
  #model = null;
  /** @type {Settings | null} */
  #settings = null;
  /** All that is on offer, to name something the balance does reach. @type {Model[]} */
  models = [];
  #sending = false;
  #button = h("button", { class: "button primary generate", type: "submit", "aria-describedby": "generate-note" });
  #note = h("p", { class: "generate-note", id: "generate-note", "aria-live": "polite" });
  #buy = h("p", { class: "generate-note", hidden: true }, buyCredits());

  set quoting(/** @type {import("../quoting.js").Quoting} */ quoting) {
    this.#quoting = quoting;
    this.#refresh();
  }

  set balance(/** @type {import("../api.js").Balance | null} */ balance) {
    this.#balance = balance;
    this.#refresh();
  }

  set model(/** @type {Model} */ model) {
    this.#model = model;
  }

  set settings(/** @type {Settings} */ settings) {
    this.#settings = settings;
    this.#refresh();
  }

  set sending(/** @type {boolean} */ sending) {
    this.#sending = sending;
    this.#refresh();
  }

  /** The price on screen: the quote's, or the catalogue's until the quote is there. */
  get price() {
    if (this.#quoting.state === "ready") return this.#quoting.quote.credits;
    const size = this.#model?.resolutions.find(({ id }) => id === this.#settings?.resolution);
    // How long something speaks is known once its sound has been looked at.
    return size && !this.#speaks ? price(size, this.#settings?.durationSeconds, this.#settings?.audio) : 0;
  }

  get #speaks() {
    return this.#model !== null && isSpeechModel(this.#model);
  }

  /** Whether it speaks in a given film. */
  get #dubs() {
    return this.#model !== null && this.#model.takes.film;
  }

  /** Why the balance does not suffice, or null when it does. */
  get short() {
    const now = this.#balance;
    if (!now || now.available >= this.price) return null;
    const waiting = now.pending > 0 ? say` ${number(now.pending)} more are set aside for what is in the making; they come back if those fail.` : "";
    return say`This needs ${credits(this.price)} and you have ${number(now.available)}.` + this.#affordable(now.available) + waiting;
  }

  /** @param {number} available */
  #affordable(available) {
    for (const model of [this.#model, ...this.models]) {
      const seconds = model?.durationsSeconds[0];
      const size = model?.resolutions.filter((each) => price(each, seconds) <= available).at(-1);
      if (model && size) {
        const cost = credits(price(size, seconds));
        if (seconds) return say` ${model.name} at ${size.id} for ${seconds} s costs ${cost}.`;
        return isSpeechModel(model) ? say` ${model.name} at ${size.id} costs ${cost} for each second.` : say` ${model.name} at ${size.id} costs ${cost}.`;
      }
    }
    return "";
  }

  render() {
    this.replaceChildren(this.#button, this.#note, this.#buy);
    this.#refresh();
  }

  #refresh() {
    const short = this.short;
    const label = this.#sending ? worded("Sending\u2026") : worded("Generate") + (this.price > 0 ? ` \u00b7 ${credits(this.price)}` : "");
    if (this.#button.textContent !== label) this.#button.textContent = label;
    // Kept focusable, so that the reason beneath can be found and read.
    this.#button.setAttribute("aria-disabled", String(this.#sending || short !== null));
    this.#note.classList.toggle("short", short !== null);
    this.#buy.hidden = short === null;
    const note = worded(short ?? this.#outlook());
    if (this.#note.textContent !== note) this.#note.textContent = note;
  }

  #outlook() {
    if (this.#quoting.state === "failed") {
      const { error } = this.#quoting;
      return error instanceof Problem && error.status === 422 ? "This has no price as it is." : sentence(error);
    }
    if (!this.#balance) return "";
    if (this.price === 0) {
      return this.#dubs ? "The price is that of every second of your film that has begun." : "The price is that of every second of your sound that has begun.";
    }
    return this.#size() + say`Leaves ${number(this.#balance.available - this.price)} of ${credits(this.#balance.available)}.`;
  }

  #size() {
    if (this.#quoting.state !== "ready" || !this.#model) return "";
    const { width, height } = this.#quoting.quote;
    if (this.#speaks) return worded(this.#dubs ? "As long as your film. " : "As long as your sound. ");
    return isFilmModel(this.#model)
      ? say`${this.#settings?.durationSeconds} s of about ${width} \u00d7 ${height}. `
      : say`${width} \u00d7 ${height} or larger. `;
  }
}

customElements.define("generate-button", GenerateButton);
