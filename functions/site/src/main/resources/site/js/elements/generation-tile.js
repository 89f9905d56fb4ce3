import { Component } from "../component.js";
import { h, own } from "../dom.js";
import { face } from "../face.js";
import { day } from "../format.js";
import { say, worded } from "../language.js";
import { sentence } from "../problems.js";
import { ended, track } from "../tracking.js";
import { stateTitle } from "../wording.js";

/** @typedef {import("../api.js").Generation} Generation */

/** One generation in the gallery. Emits "change" while it is still being made. */
class GenerationTile extends Component {
  /** @type {Generation | null} */
  generation = null;
  /** @type {any} */
  #picture = null;
  #state = h("span", { class: "tile-state" });
  #button = h("button", { class: "tile", type: "button" });

  render() {
    const generation = this.generation;
    if (!generation) return;
    this.#picture = face(generation, { ".alt": "" });
    this.#button.replaceChildren(
      this.#picture,
      h("span", { class: "tile-words" }, h("span", { class: "tile-prompt" }, own(generation.prompt)), this.#state),
    );
    this.replaceChildren(this.#button);
    this.#show(generation);
    if (ended(generation)) return;
    track(generation, (next) => this.#follow(next), this.life).catch((error) => {
      this.#picture.stop();
      this.#state.textContent = worded(sentence(error));
    });
  }

  /** @param {Generation} next */
  #follow(next) {
    this.generation = next;
    this.#show(next);
    this.dispatchEvent(new CustomEvent("change", { detail: next }));
  }

  /** @param {Generation} generation */
  #show(generation) {
    this.#picture.generation = generation;
    this.#state.textContent = KIND_WORDS[generation.kind](generation) + (generation.state === "succeeded" ? day(generation.createdAt) : worded(stateTitle(generation)));
  }
}

/** @type {Record<string, (generation: Generation) => string>} */
const KIND_WORDS = {
  image: () => "",
  video: ({ durationSeconds }) => say`Film, ${durationSeconds} s \u00b7 `,
  speech: ({ durationSeconds }) => say`Speaking, ${durationSeconds} s \u00b7 `,
  text: () => worded("Prompt \u00b7 "),
};

customElements.define("generation-tile", GenerationTile);
