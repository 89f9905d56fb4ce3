import { Component } from "../component.js";
import { h } from "../dom.js";
import { worded } from "../language.js";

/** @type {[string, string][]} */
const GROUPS = [
  ["", "All lines"],
  ["charges", "Charges"],
  ["refunds", "Refunds"],
  ["grants", "Grants"],
  ["expiries", "Expired"],
  ["corrections", "Corrections"],
];

/** Which lines are shown; hears "change" with what is chosen. */
class StatementFilters extends Component {
  #group = h(
    "select",
    { id: "lines-group" },
    ...GROUPS.map(([value, name]) => h("option", { value }, name)),
  );
  #from = h("input", { id: "lines-from", type: "date" });
  #to = h("input", { id: "lines-to", type: "date" });

  render() {
    this.replaceChildren(
      h(
        "form",
        { class: "filters", "aria-label": "Which lines", onsubmit: (/** @type {Event} */ event) => event.preventDefault() },
        field("Show", this.#group),
        field("From", this.#from),
        field("To", this.#to),
        h("button", { class: "button small quiet", type: "button", onclick: () => this.#clear() }, "Show all"),
      ),
    );
    for (const input of [this.#group, this.#from, this.#to]) {
      input.addEventListener("change", (event) => {
        event.stopPropagation();
        this.#tell();
      });
    }
  }

  /** @returns {import("../api.js").StatementFilter} days are those of UTC, as in the file */
  get value() {
    return { group: this.#group.value || null, from: this.#from.value || null, to: this.#to.value || null };
  }

  #clear() {
    for (const input of [this.#group, this.#from, this.#to]) input.value = "";
    this.#tell();
  }

  #tell() {
    const [first, last] = [this.#from.value, this.#to.value];
    this.#to.setCustomValidity(first && last && last < first ? worded("The last day is before the first.") : "");
    if (this.#to.reportValidity()) this.dispatchEvent(new CustomEvent("change"));
  }
}

/** @param {string} name @param {HTMLElement} input */
const field = (name, input) => h("div", { class: "filter" }, h("label", { for: input.id }, name), input);

customElements.define("statement-filters", StatementFilters);
