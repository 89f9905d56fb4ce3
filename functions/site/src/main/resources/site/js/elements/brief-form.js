import { Component } from "../component.js";
import { h } from "../dom.js";
import { characters, number } from "../format.js";
import { say } from "../language.js";

export const NAME_MAX = 80;
export const TEXT_MAX = 1_000;

let forms = 0;

/** Name and description of a character. Calls `keep` with both; what that refuses is said below. */
class BriefForm extends Component {
  /** @type {(name: string, text: string) => Promise<void>} */
  keep = () => Promise.resolve();
  /** @type {(() => void) | null} */
  leave = null;
  yes = "Keep it";
  brief = { name: "", text: "" };
  #saving = false;

  render() {
    const id = `brief-${++forms}`;
    const name = h("input", { id: `${id}-name`, type: "text", required: true, maxlength: NAME_MAX, autocomplete: "off", value: this.brief.name });
    const text = h("textarea", { id: `${id}-text`, rows: 4, required: true, placeholder: "Age, face, hair, clothes, and what nobody else has" });
    text.value = this.brief.text;
    const count = h("span", { class: "count" });
    const note = h("div");
    const recount = () => {
      const used = characters(text.value.trim());
      count.textContent = say`${number(used)} of ${number(TEXT_MAX)}`;
      count.classList.toggle("over", used > TEXT_MAX);
    };
    text.addEventListener("input", recount);
    recount();
    this.replaceChildren(
      h(
        "form",
        { class: "stack brief-form", onsubmit: (/** @type {Event} */ event) => (event.preventDefault(), void this.#submit(name.value.trim(), text.value.trim(), note)) },
        h("div", {}, h("label", { for: name.id }, "Name"), name),
        h("div", {}, h("div", { class: "field-head" }, h("label", { for: text.id }, "Who it is, and how it looks"), count), text),
        note,
        h(
          "div",
          { class: "button-row" },
          h("button", { class: "button primary", type: "submit" }, this.yes),
          this.leave && h("button", { class: "button quiet", type: "button", onclick: this.leave }, "Leave it as it is"),
        ),
      ),
    );
  }

  /** @param {string} name @param {string} text @param {HTMLElement} note */
  async #submit(name, text, note) {
    if (this.#saving) return;
    if (!name || !text || characters(text) > TEXT_MAX) return note.replaceChildren(h("p", { class: "field-error", role: "alert" }, "A character has a name, and a description that fits."));
    this.#saving = true;
    note.replaceChildren();
    try {
      await this.keep(name, text);
    } catch (error) {
      note.replaceChildren(h("problem-note", { ".error": error }));
    } finally {
      this.#saving = false;
    }
  }
}

customElements.define("brief-form", BriefForm);
