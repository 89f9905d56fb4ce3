import { Component } from "../component.js";
import { h } from "../dom.js";
import { worded } from "../language.js";

const drawing = () => import("./generation-timeline.js");

/** What happened to a generation and its credits, folded away until somebody asks. */
class TimelineFold extends Component {
  generationId = "";

  render() {
    const body = h("div", {});
    const open = async () => {
      if (body.childElementCount > 0) return;
      try {
        await drawing();
        body.replaceChildren(h("generation-timeline", { ".generationId": this.generationId }));
      } catch {
        body.textContent = worded("This did not arrive. Fold it away and open it again.");
      }
    };
    this.replaceChildren(
      h("details", { class: "timeline-fold", ontoggle: () => void open() }, h("summary", {}, "What happened"), body),
    );
  }
}

customElements.define("timeline-fold", TimelineFold);
