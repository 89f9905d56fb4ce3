import { Component } from "../component.js";
import { h, own } from "../dom.js";
import { language, LANGUAGES } from "../language.js";
import { chooseLanguage } from "../session.js";

let shown = 0;

/** In which language the page, its answers and its mail are. */
class AccountLanguage extends Component {
  render() {
    const id = `language-${++shown}`;
    const select = h(
      "select",
      { id, onchange: () => void chooseLanguage(select.value) },
      // Each calls itself what its speakers call it, so that nobody has to know another one.
      ...Object.entries(LANGUAGES).map(([code, name]) => h("option", { value: code, lang: code, selected: code === language.value }, own(name))),
    );
    this.replaceChildren(h("div", { class: "language" }, h("label", { for: id }, "Language"), select));
  }
}

customElements.define("account-language", AccountLanguage);
