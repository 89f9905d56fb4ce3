import "./halftone-plate.js";

import { Component } from "../component.js";
import { h, ownPath } from "../dom.js";
import { ratio } from "../format.js";
import { icon } from "../icons.js";
import { progressOf } from "../progress.js";
import { ended } from "../tracking.js";
import { stateTitle } from "../wording.js";

const TICK_MILLIS = 250;

/** @typedef {import("../api.js").Generation} Generation */

/** The frame of a generation: a plate of dots while it is made, then the picture, in a box that never jumps. */
class GenerationPicture extends Component {
  /** @type {Generation | null} */
  #generation = null;
  #frame = h("div", { class: "frame" });
  /** What the frame shows: it is built anew only when that changes. */
  #face = "";
  #timer = 0;
  #eager = false;
  /** @type {string | null} */
  #alt = null;

  /** @param {Generation} generation */
  set generation(generation) {
    this.#generation = generation;
    if (this.isConnected) this.#show();
  }

  /** Load at once, not when scrolled into view. */
  set eager(/** @type {boolean} */ eager) {
    this.#eager = eager;
  }

  /** The alternative text where the prompt does not already stand beside the picture. */
  set alt(/** @type {string} */ alt) {
    this.#alt = alt;
  }

  render() {
    this.replaceChildren(this.#frame);
    this.#face = "";
    this.#show();
    this.life.addEventListener("abort", () => clearInterval(this.#timer), { once: true });
  }

  /** Stays as it is: nothing more will be heard of this generation. */
  stop() {
    clearInterval(this.#timer);
  }

  #show() {
    const generation = this.#generation;
    if (!generation) return;
    this.#frame.style.setProperty("--ratio", String(ratio(generation.aspectRatio)));
    const face = generation.state === "succeeded" ? "picture" : ended(generation) ? "failed" : "plate";
    if (face === this.#face) return;
    const developed = this.#face === "plate";
    this.#face = face;
    clearInterval(this.#timer);
    if (face === "plate") this.#showPlate(generation);
    else if (face === "picture") this.#showPicture(generation, developed);
    else this.#frame.replaceChildren(h("p", { class: "frame-failed" }, icon("alert"), stateTitle(generation)));
  }

  /** @param {Generation} generation */
  #showPlate(generation) {
    /** @type {any} */
    const plate = h("halftone-plate", { ".seed": generation.id });
    const tick = () => {
      if (!document.hidden && this.#generation) plate.progress = progressOf(this.#generation).fraction;
    };
    this.#frame.replaceChildren(plate);
    tick();
    this.#timer = setInterval(tick, TICK_MILLIS);
  }

  /**
   * @param {Generation} generation
   * @param {boolean} developed whether the user saw it being made
   */
  #showPicture(generation, developed) {
    const media = generation.media[0];
    if (!media) return this.#frame.replaceChildren(h("p", { class: "frame-failed" }, "No picture is stored."));
    const picture = h("img", {
      class: developed ? "developing" : null,
      src: ownPath(media.href),
      alt: this.#alt ?? generation.prompt,
      width: media.width,
      height: media.height,
      loading: developed || this.#eager ? "eager" : "lazy",
      decoding: "async",
      onload: () => plate?.remove(),
      onerror: () => this.#showUnloaded(generation),
    });
    const plate = developed ? this.#frame.firstElementChild : null;
    if (plate) this.#frame.append(picture);
    else this.#frame.replaceChildren(picture);
  }

  /** @param {Generation} generation */
  #showUnloaded(generation) {
    const again = () => this.#showPicture(generation, false);
    this.#frame.replaceChildren(
      h(
        "div",
        { class: "frame-failed" },
        h("p", {}, "The picture is stored but did not load."),
        this.closest("button") ? null : h("button", { class: "button small", type: "button", onclick: again }, "Load again"),
      ),
    );
  }
}

customElements.define("generation-picture", GenerationPicture);
