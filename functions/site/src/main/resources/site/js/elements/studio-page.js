import "./composer-form.js";
import "./generation-card.js";
import "./problem-note.js";

import * as api from "../api.js";
import { catalogue, makers, promptWriter } from "../catalogue.js";
import { Component } from "../component.js";
import { h } from "../dom.js";
import { draft, replaceDraft } from "../draft.js";
import { focusPrompt } from "../reuse.js";
import { isText } from "../wording.js";

const RECENT = 5;

const IDEAS = [
  "A lighthouse in morning fog, linocut, two colours",
  "Still life with three pears and a blue enamel jug, window light",
  "A city tram in the rain at night, seen from above, soft reflections",
];

/** The composer on one side, the sheet of recent pictures on the other. */
class StudioPage extends Component {
  #composer = h("div", { class: "studio-composer" });
  #sheet = h("ol", { class: "cards", "aria-label": "Recent pictures" });
  #empty = h("div");
  /** @type {Set<string>} */
  #shown = new Set();

  render() {
    this.replaceChildren(
      h("h1", { class: "visually-hidden" }, "Studio"),
      h("div", { class: "studio" }, this.#composer, h("section", { class: "studio-sheet", "aria-label": "Pictures" }, this.#empty, this.#sheet)),
    );
    this.addEventListener("generation", (event) => this.#add(/** @type {CustomEvent<api.Generation>} */ (event).detail), { signal: this.life });
    void this.#loadComposer();
    void this.#loadRecent();
  }

  async #loadComposer() {
    this.#composer.replaceChildren(h("p", { class: "loading" }, "Reading the models\u2026"));
    try {
      const models = await catalogue();
      this.#composer.replaceChildren(h("composer-form", { ".models": makers(models), ".writer": promptWriter(models) }));
    } catch (error) {
      this.#composer.replaceChildren(h("problem-note", { ".error": error, ".retry": () => void this.#loadComposer() }));
    }
  }

  async #loadRecent() {
    try {
      const { items } = await api.history(RECENT);
      // A click made while this was read is already on the sheet, and stays on top.
      this.#sheet.append(...items.filter(({ id }) => !this.#shown.has(id)).map((item) => this.#card(item)));
      this.#empty.replaceChildren(...(this.#shown.size === 0 ? [ideas()] : []));
    } catch (error) {
      this.#empty.replaceChildren(h("problem-note", { ".error": error, ".retry": () => void this.#loadRecent() }));
    }
  }

  /** @param {api.Generation} generation */
  #add(generation) {
    if (this.#shown.has(generation.id)) return;
    this.#empty.replaceChildren();
    const card = this.#card(generation);
    this.#sheet.prepend(card);
    // Its words are in the composer, where the reader is.
    if (isText(generation)) return;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (card.getBoundingClientRect().top > innerHeight * 0.6 || card.getBoundingClientRect().top < 0) {
      card.scrollIntoView({ behavior: calm ? "auto" : "smooth", block: "start" });
    }
  }

  /** @param {api.Generation} generation */
  #card(generation) {
    this.#shown.add(generation.id);
    return h("li", {}, h("generation-card", { ".generation": generation }));
  }
}

const ideas = () =>
  h(
    "div",
    { class: "empty" },
    h("h2", {}, "An empty sheet"),
    h("p", {}, "Describe a picture, or start from one of these."),
    h(
      "ul",
      { class: "ideas" },
      ...IDEAS.map((idea) =>
        h("li", {}, h("button", { class: "idea", type: "button", onclick: () => take(idea) }, idea)),
      ),
    ),
  );

/** @param {string} idea */
function take(idea) {
  replaceDraft({ ...draft.value, prompt: idea });
  focusPrompt();
}

customElements.define("studio-page", StudioPage);
