import { Component } from "../component.js";
import { h, own } from "../dom.js";
import { language, LANGUAGES, worded } from "../language.js";
import { sentence } from "../problems.js";
import { chooseLanguage } from "../session.js";

let shown = 0;

/** In which language the page, its answers and its mail are. */
class AccountLanguage extends Component {
  #error = h("p", { class: "field-error", role: "alert" });

  render() {
    const id = `language-${++shown}`;
    const select = h(
      "select",
      { id, onchange: () => void this.#choose(select) },
      // Each calls itself what its speakers call it, so that nobody has to know another one.
      ...Object.entries(LANGUAGES).map(([code, name]) => h("option", { value: code, lang: code, selected: code === language.value }, own(name))),
    );
    this.replaceChildren(h("div", { class: "language" }, h("label", { for: id }, "Language"), select), this.#error);
  }

  /** @param {HTMLSelectElement} select */
  async #choose(select) {
    this.#error.textContent = "";
    try {
      await chooseLanguage(select.value);
    } catch (error) {
      select.value = language.value;
      this.#error.textContent = worded(sentence(error));
    }
  }
}

customElements.define("account-language", AccountLanguage);
