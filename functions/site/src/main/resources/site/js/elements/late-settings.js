import { Component } from "../component.js";
import { h } from "../dom.js";

const load = () => import("./order-settings.js");

/**
 * The place of what may be said beside words and a form: its fields come once the composer is there. Until
 * then, what the draft says of it is kept as it is.
 */
class LateSettings extends Component {
  /** @type {any} */
  #fields = null;
  /** @type {import("../api.js").Model | null} */
  #model = null;
  /** @type {import("../api.js").Extras} */
  #extras = {};

  get value() {
    return this.#fields?.value ?? this.#extras;
  }

  render() {
    this.replaceChildren();
    this.#fields = null;
    void this.#load(this.life);
  }

  /**
   * @param {import("../api.js").Model} model
   * @param {import("../api.js").Extras} [extras]
   */
  show(model, extras = {}) {
    this.#model = model;
    this.#extras = extras;
    this.#fields?.show(model, extras);
  }

  /** Says what is wrong and takes the user there; true when nothing is. */
  check() {
    return this.#fields?.check() ?? true;
  }

  /**
   * Shows a refusal where the thing is that was refused; false if that is not here.
   *
   * @param {string | null} field
   * @param {string} code
   * @param {boolean} [quietly] whether the user stays where they are
   */
  fail(field, code, quietly) {
    return this.#fields?.fail(field, code, quietly) ?? false;
  }

  /** @param {AbortSignal} until */
  async #load(until) {
    try {
      await load();
      if (until.aborted) return;
      this.#fields = h("order-settings");
      this.replaceChildren(this.#fields);
      if (this.#model) this.#fields.show(this.#model, this.#extras);
    } catch {
      // What the draft says still counts: only nobody can change it here.
      const again = h("button", { class: "button small", type: "button", onclick: () => location.reload() }, "Load the page again");
      if (!until.aborted) this.replaceChildren(h("div", { class: "note warning" }, h("p", {}, "The fields for everything else did not arrive."), again));
    }
  }
}

customElements.define("late-settings", LateSettings);
