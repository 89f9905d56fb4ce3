import { Component } from "../component.js";
import { h } from "../dom.js";
import { fit, inkOf, noise, printScreen, redrawOnChange, smooth } from "../halftone.js";

const CELL = 11;
const FEATURES = 3.2;

/** A picture in the making: dots that fill in as far as the generation is, in a pattern of its own. */
class HalftonePlate extends Component {
  seed = "";
  #progress = 0;
  #canvas = h("canvas", { "aria-hidden": "true" });

  /** @param {number} fraction */
  set progress(fraction) {
    // Smaller steps would repaint thousands of dots without being seen.
    if (Math.abs(fraction - this.#progress) < 0.003) return;
    this.#progress = fraction;
    this.#draw();
  }

  render() {
    this.replaceChildren(this.#canvas);
    redrawOnChange(this, () => this.#draw(), this.life);
  }

  #draw() {
    const sheet = fit(this.#canvas);
    if (!sheet) return;
    const { context, width, height } = sheet;
    const scale = FEATURES / Math.min(width, height);
    /** @param {string} ink */
    const filling = (ink) => {
      const [shade, order] = [noise(`${this.seed} ${ink}`), noise(`${this.seed} ${ink} order`)];
      return (/** @type {number} */ u, /** @type {number} */ v) => {
        const [x, y] = [u * width * scale, v * height * scale];
        const tone = smooth((0.65 * shade(x, y) + 0.35 * shade(x * 2.3 + 7, y * 2.3) - 0.25) / 0.5);
        return 0.06 + 0.6 * tone * smooth((this.#progress * 1.5 - order(x, y)) / 0.5);
      };
    };
    const box = { width, height, cell: CELL };
    printScreen(context, { ...box, degrees: 15, color: inkOf(this, "--plate-warm"), tone: filling("warm") });
    printScreen(context, { ...box, degrees: 45, color: inkOf(this, "--plate-ink"), tone: filling("dark") });
  }
}

customElements.define("halftone-plate", HalftonePlate);
