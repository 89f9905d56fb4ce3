import { catalogue } from "../catalogue.js";
import { Component } from "../component.js";
import { h } from "../dom.js";
import { worded } from "../language.js";
import { projects } from "../library.js";

/** @type {[string, string][]} */
const KINDS = [["", "Everything"], ["image", "Pictures"], ["video", "Films"], ["text", "Texts"]];
/** @type {[string, string][]} */
const STATES = [["", "In any state"], ["succeeded", "Made"], ["running", "Being made"], ["failed", "Failed"], ["cancelled", "Cancelled"]];

/** Which generations are shown; hears "change" with what is chosen. */
class HistoryFilters extends Component {
  #search = h("input", { id: "history-search", type: "search", maxlength: 200, placeholder: "Words of your prompt" });
  #kind = select("history-kind", KINDS);
  #state = select("history-state", STATES);
  #model = select("history-model", [["", "Any model"]]);
  #project = select("history-project", [["", "All projects"]]);
  #from = h("input", { id: "history-from", type: "date" });
  #to = h("input", { id: "history-to", type: "date" });

  render() {
    this.replaceChildren(
      h(
        "form",
        { class: "filters", role: "search", "aria-label": "Which generations", onsubmit: (/** @type {Event} */ event) => (event.preventDefault(), this.#tell()) },
        field("Search", this.#search),
        field("Show", this.#kind),
        field("State", this.#state),
        field("Model", this.#model),
        field("Project", this.#project),
        field("From", this.#from),
        field("To", this.#to),
        h("button", { class: "button small", type: "submit" }, "Search"),
        h("button", { class: "button small quiet", type: "button", onclick: () => this.#clear() }, "Show all"),
      ),
    );
    for (const input of this.#inputs.slice(1)) {
      input.addEventListener("change", (event) => {
        event.stopPropagation();
        this.#tell();
      });
    }
    projects.watch((all) => fill(this.#project, [["", "All projects"], ...all.map(({ id, name }) => pair(id, name))]), this.life);
    catalogue().then((models) => fill(this.#model, [["", "Any model"], ...models.map(({ id, name }) => pair(id, name))]), () => {});
  }

  get #inputs() {
    return [this.#search, this.#kind, this.#state, this.#model, this.#project, this.#from, this.#to];
  }

  get value() {
    const [search, kind, state, model, project, from, to] = this.#inputs.map((input) => input.value.trim() || null);
    return { search, kind, state, model, project, from, to };
  }

  /** @param {string} id */
  set project(id) {
    this.#project.value = id;
    this.#tell();
  }

  #clear() {
    for (const input of this.#inputs) input.value = "";
    this.#tell();
  }

  #tell() {
    const [first, last] = [this.#from.value, this.#to.value];
    this.#to.setCustomValidity(first && last && last < first ? worded("The last day is before the first.") : "");
    if (this.#to.reportValidity()) this.dispatchEvent(new CustomEvent("change"));
  }
}

/** @param {string} id @param {[string, string][]} options */
function select(id, options) {
  const element = h("select", { id });
  fill(element, options);
  return element;
}

/** @param {HTMLSelectElement} element @param {[string, string][]} options */
function fill(element, options) {
  const before = element.value;
  element.replaceChildren(...options.map(([value, name]) => h("option", { value }, name)));
  element.value = options.some(([value]) => value === before) ? before : "";
}

/** @param {string} value @param {string} name @returns {[string, string]} */
const pair = (value, name) => [value, name];

/** @param {string} name @param {HTMLElement} input */
const field = (name, input) => h("div", { class: "filter" }, h("label", { for: input.id }, name), input);

customElements.define("history-filters", HistoryFilters);
