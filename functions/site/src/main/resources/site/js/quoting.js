/** Keeps a valid price for the settings on screen: asks after a short pause and again before it expires. */

import * as api from "./api.js";
import { Problem, serverNow } from "./http.js";
import { Store } from "./store.js";

const PAUSE_MILLIS = 150;
const MARGIN_MILLIS = 60_000;
const RETRY_MILLIS = 5_000;

/**
 * @typedef {{state: "asking"}
 *   | {state: "ready", quote: api.Quote}
 *   | {state: "failed", error: unknown}} Quoting
 */

export class QuoteKeeper {
  /** @type {Store<Quoting>} */
  current = new Store(/** @type {Quoting} */ ({ state: "asking" }));
  /** @type {api.Priced | null} */
  #settings = null;
  #timer = 0;
  /** Answers to older questions are dropped. */
  #question = 0;

  /** @param {api.Priced | null} settings null while there is nothing to price */
  want(settings) {
    if (JSON.stringify(settings) === JSON.stringify(this.#settings)) return;
    this.#settings = settings;
    this.#question++;
    this.current.set({ state: "asking" });
    if (settings) this.#later(PAUSE_MILLIS);
    else clearTimeout(this.#timer);
  }

  /**
   * A quote that holds for the click being made now.
   *
   * @returns {Promise<api.Quote>}
   */
  async valid() {
    const now = this.current.value;
    if (now.state === "ready" && remaining(now.quote) > 0) return now.quote;
    return this.renew();
  }

  /** @returns {Promise<api.Quote>} */
  async renew() {
    if (!this.#settings) throw new Error("No settings to price");
    clearTimeout(this.#timer);
    const question = ++this.#question;
    try {
      const quote = await api.quote(this.#settings);
      if (question === this.#question) {
        this.current.set({ state: "ready", quote });
        this.#later(Math.max(remaining(quote) - MARGIN_MILLIS, RETRY_MILLIS));
      }
      return quote;
    } catch (error) {
      if (question === this.#question) {
        this.current.set({ state: "failed", error });
        // What cannot be made as it is cannot be made in a moment either.
        if (!(error instanceof Problem && error.status === 422)) this.#later(RETRY_MILLIS);
      }
      throw error;
    }
  }

  stop() {
    clearTimeout(this.#timer);
    this.#question++;
  }

  /** @param {number} millis */
  #later(millis) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#tick(), millis);
  }

  #tick() {
    // A hidden tab asks nothing; the click itself renews what has expired meanwhile.
    if (document.hidden && this.current.value.state === "ready") this.#later(MARGIN_MILLIS);
    else this.renew().catch(() => {});
  }
}

/** @param {api.Quote} quote */
function remaining(quote) {
  return Date.parse(quote.expiresAt) - serverNow();
}
