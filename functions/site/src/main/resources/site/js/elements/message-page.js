import { Component } from "../component.js";
import { h } from "../dom.js";

/** One message and one way on. */
class MessagePage extends Component {
  heading = "";
  text = "";
  /** @type {HTMLElement | null} */
  action = null;

  render() {
    this.replaceChildren(
      h(
        "section",
        { class: "message" },
        h("h1", {}, this.heading),
        h("p", {}, this.text),
        h("p", {}, this.action),
      ),
    );
  }
}

customElements.define("message-page", MessagePage);
