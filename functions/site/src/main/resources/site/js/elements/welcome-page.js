import { Component } from "../component.js";
import { h } from "../dom.js";
import { counted } from "../language.js";
import { beginCreating } from "../session.js";

/** The first credits. */
class WelcomePage extends Component {
  granted = 0;

  render() {
    this.replaceChildren(
      h(
        "section",
        { class: "welcome sheet" },
        h("p", { class: "eyebrow" }, "Welcome to Halftone"),
        h("h1", {}, counted(this.granted, { one: "{0} credit is yours", other: "{0} credits are yours" })),
        h("p", {}, "Each picture says its price before you press the button. If one fails, its credits come back by themselves."),
        h("button", { class: "button primary", type: "button", onclick: beginCreating }, "Make the first picture"),
      ),
    );
  }
}

customElements.define("welcome-page", WelcomePage);
