import { Component } from "../component.js";
import { h } from "../dom.js";
import { worded } from "../language.js";

/**
 * @typedef {{value: string, face: Node[], label?: string}} Choice
 */

/** A labelled group of radio buttons with drawn faces. A choice bubbles as the radio's own input event. */
class ChoiceGroup extends Component {
  name = "";
  legend = "";
  /** @type {Choice[]} */
  #choices = [];
  #value = "";
  #error = h("p", { class: "field-error", role: "alert" });

  get value() {
    return this.#value;
  }

  /** @param {string} value */
  set value(value) {
    this.#value = value;
    for (const radio of this.querySelectorAll("input")) radio.checked = radio.value === value;
  }

  /** @param {Choice[]} choices */
  set choices(choices) {
    this.#choices = choices;
    if (this.isConnected) this.render();
  }

  render() {
    this.replaceChildren(
      h(
        "fieldset",
        { class: "choices" },
        h("legend", {}, this.legend),
        h("div", { class: `choice-row ${this.name}-choices` }, ...this.#choices.map((choice) => this.#option(choice))),
        this.#error,
      ),
    );
  }

  /** Says why the choice cannot be had, until another is made. @param {string} reason */
  fail(reason) {
    this.#error.textContent = worded(reason);
    /** @type {HTMLElement | null} */ (this.querySelector(":checked"))?.focus();
  }

  /** @param {Choice} choice */
  #option({ value, face, label }) {
    const radio = h("input", {
      type: "radio",
      name: this.name,
      value,
      "aria-label": label,
      class: "visually-hidden",
      // The earlier of a radio's two events, for it is also the one that others hear of.
      oninput: () => {
        this.#value = value;
        this.#error.textContent = "";
      },
    });
    radio.checked = value === this.#value;
    return h("label", { class: `choice ${this.name}-choice` }, radio, ...face);
  }
}

customElements.define("choice-group", ChoiceGroup);
