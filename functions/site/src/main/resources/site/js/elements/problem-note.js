import { Component } from "../component.js";
import { h } from "../dom.js";
import { sentence } from "../problems.js";
import { remedy } from "../remedy.js";

/** Where something could not be read: why, and a button to try again. */
class ProblemNote extends Component {
  /** @type {unknown} */
  error = null;
  /** @type {(() => void) | null} */
  retry = null;

  render() {
    this.replaceChildren(
      h(
        "div",
        { class: "note warning", role: "alert" },
        h("p", {}, sentence(this.error)),
        remedy(this.error),
        this.retry && h("button", { class: "button small", type: "button", onclick: this.retry }, "Try again"),
      ),
    );
  }
}

customElements.define("problem-note", ProblemNote);
