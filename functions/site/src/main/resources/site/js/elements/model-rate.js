import { Component } from "../component.js";
import { h } from "../dom.js";
import { request } from "../http.js";
import { say } from "../language.js";

/**
 * @typedef {{delivered: number, failed: number, refused: number, stopped: number}} Counts
 * @typedef {{models: {id: string, day: Counts, month: Counts}[]}} Rates
 */

const ROUTE = "GET /v1/models/rates";

/** One question for all models. @type {Promise<Rates> | null} */
let asked = null;

/** How often the model of its attribute delivers; nothing, where nothing is known. */
class ModelRate extends Component {
  render() {
    void this.#load();
  }

  async #load() {
    const [method, path] = ROUTE.split(" ");
    try {
      asked ??= request(method, path);
      const found = (await asked).models.find(({ id }) => id === this.getAttribute("model"));
      const said = found && (sentence(found.day, inDay) ?? sentence(found.month, inMonth));
      if (said && !this.life.aborted) this.replaceChildren(h("span", {}, said));
    } catch {
      // Nobody needs it to order something; the next page asks again.
      asked = null;
    }
  }
}

/** @param {Counts} counts @param {(delivered: number, all: number) => string} words */
const sentence = ({ delivered, failed }, words) => (delivered + failed > 0 ? words(delivered, delivered + failed) : null);

/** @param {number} delivered @param {number} all */
const inDay = (delivered, all) => say`Delivered ${delivered} of ${all} in the last 24 hours.`;

/** @param {number} delivered @param {number} all */
const inMonth = (delivered, all) => say`Delivered ${delivered} of ${all} in the last 30 days.`;

customElements.define("model-rate", ModelRate);
