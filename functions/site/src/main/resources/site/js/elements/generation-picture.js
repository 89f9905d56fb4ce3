import "./halftone-plate.js";

import { Component } from "../component.js";
import { h, ownPath } from "../dom.js";
import { ratio } from "../format.js";
import { icon } from "../icons.js";
import { say } from "../language.js";
import { progressOf } from "../progress.js";
import { ended } from "../tracking.js";
import { about, stateTitle } from "../wording.js";

const TICK_MILLIS = 250;
const UNLOADED = {
  picture: "The picture is stored but did not load.",
  film: "The film is stored but did not load.",
  prompt: "The prompt is stored but did not load.",
};

/** @typedef {import("../api.js").Generation} Generation */
/** @typedef {import("../api.js").Media} Media */

/** The frame of a generation: a plate of dots while it is made, then the picture or film, in a box that never jumps. */
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
    const face = generation.state === "succeeded" ? "result" : ended(generation) ? "failed" : "plate";
    if (face === this.#face) return;
    const developed = this.#face === "plate";
    this.#face = face;
    clearInterval(this.#timer);
    if (face === "plate") this.#showPlate(generation);
    else if (face === "result") this.#showResult(generation, developed);
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
  #showResult(generation, developed) {
    const media = generation.media[0];
    if (!media) return this.#frame.replaceChildren(h("p", { class: "frame-failed" }, "Nothing is stored."));
    const plate = developed ? this.#frame.firstElementChild : null;
    const attributes = {
      class: developed ? "developing" : null,
      width: media.width,
      height: media.height,
      onerror: () => this.#showUnloaded(generation),
    };
    const shown = () => plate?.remove();
    const result = media.contentType.startsWith("video/") ? this.#film(media, generation, attributes, shown) : this.#image(media, generation, attributes, shown);
    if (plate) this.#frame.append(result);
    else this.#frame.replaceChildren(result);
  }

  /**
   * @param {Media} media
   * @param {Generation} generation
   * @param {Record<string, unknown>} attributes
   * @param {() => void} shown
   */
  #image(media, generation, attributes, shown) {
    return h("img", {
      ...attributes,
      src: ownPath(media.href),
      alt: this.#alt ?? generation.prompt,
      loading: attributes.class || this.#eager ? "eager" : "lazy",
      decoding: "async",
      onload: shown,
    });
  }

  /**
   * Shows its first frame and waits to be played; within a button, it is that frame only.
   *
   * @param {Media} media
   * @param {Generation} generation
   * @param {Record<string, unknown>} attributes
   * @param {() => void} shown
   */
  #film(media, generation, attributes, shown) {
    const still = this.closest("button") !== null;
    return h("video", {
      ...attributes,
      // Safari shows a first frame only where it is asked for a moment.
      src: `${ownPath(media.href)}#t=0.001`,
      "aria-label": still ? null : say`Film: ${this.#alt ?? generation.prompt}`,
      "aria-hidden": still ? "true" : null,
      controls: !still,
      muted: still,
      playsinline: true,
      preload: "metadata",
      tabindex: still ? -1 : null,
      onloadedmetadata: shown,
    });
  }

  /** @param {Generation} generation */
  #showUnloaded(generation) {
    const again = () => this.#showResult(generation, false);
    this.#frame.replaceChildren(
      h(
        "div",
        { class: "frame-failed" },
        h("p", {}, about(generation, UNLOADED)),
        this.closest("button") ? null : h("button", { class: "button small", type: "button", onclick: again }, "Load again"),
      ),
    );
  }
}

customElements.define("generation-picture", GenerationPicture);
