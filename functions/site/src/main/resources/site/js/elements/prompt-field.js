import { Component } from "../component.js";
import { h } from "../dom.js";
import { characters, number } from "../format.js";
import { counted, say, worded } from "../language.js";

const LABELS = Object.freeze({ picture: "Describe the picture", film: "Describe the film", name: "Name the film" });
const NEARLY_FULL = 0.9;
const APPLE = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** The prompt, with a count of what the model takes. Too long is said, never cut. */
class PromptField extends Component {
  #max = 2000;
  #label = h("label", { for: "prompt" }, LABELS.picture);
  #text = h("textarea", {
    id: "prompt",
    rows: 5,
    "aria-describedby": "prompt-help prompt-error",
    placeholder: "A lighthouse in morning fog, linocut, two colours",
  });
  #count = h("span", { class: "count" });
  #error = h("p", { class: "field-error", id: "prompt-error", "aria-live": "polite" });

  get value() {
    return this.#text.value;
  }

  /** @param {string} value */
  set value(value) {
    if (value === this.#text.value) return;
    this.#text.value = value;
    this.#refresh();
  }

  /** @param {number} max */
  set max(max) {
    this.#max = max;
    this.#refresh();
  }

  /** What the words are for: where a film is brought along, only to know it again. */
  set names(/** @type {keyof typeof LABELS} */ what) {
    this.#label.textContent = worded(LABELS[what]);
  }

  render() {
    this.replaceChildren(
      h(
        "div",
        { class: "field-head" },
        this.#label,
        this.#count,
      ),
      this.#text,
      h("p", { class: "fine", id: "prompt-help" }, h("kbd", {}, APPLE ? "\u2318" : "Ctrl"), " ", h("kbd", {}, "Enter"), " generates"),
      this.#error,
    );
    this.addEventListener("input", () => this.#refresh(), { signal: this.life });
    this.#text.addEventListener("keydown", send, { signal: this.life });
    this.#refresh();
  }

  /** Says what is wrong and takes the user there; true when nothing is. */
  check() {
    if (this.value.trim() === "") return this.fail(say`${this.#label.textContent ?? ""} first.`);
    if (characters(this.value) > this.#max) return this.fail(this.#tooLong());
    return true;
  }

  /** @param {string} reason */
  fail(reason) {
    this.#show(reason);
    this.#text.focus();
    return false;
  }

  #refresh() {
    const length = characters(this.#text.value);
    this.#count.textContent = `${number(length)} / ${number(this.#max)}`;
    this.#count.classList.toggle("near", length > this.#max * NEARLY_FULL);
    this.#count.classList.toggle("over", length > this.#max);
    this.#show(length > this.#max ? this.#tooLong() : "");
  }

  #tooLong() {
    const excess = characters(this.#text.value) - this.#max;
    return counted(excess, { one: "{0} character more than this model takes.", other: "{0} characters more than this model takes." });
  }

  /** @param {string} reason */
  #show(reason) {
    const words = worded(reason);
    if (this.#error.textContent !== words) this.#error.textContent = words;
    if (reason) this.#text.setAttribute("aria-invalid", "true");
    else this.#text.removeAttribute("aria-invalid");
  }
}

/** @param {KeyboardEvent} event */
function send(event) {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
  event.preventDefault();
  /** @type {HTMLTextAreaElement} */ (event.currentTarget).form?.requestSubmit();
}

customElements.define("prompt-field", PromptField);
