import * as api from "../api.js";
import { announce } from "../announce.js";
import { balanceChanged } from "../balance.js";
import { Component } from "../component.js";
import { h } from "../dom.js";
import { credits } from "../format.js";
import { say, worded } from "../language.js";
import { sentence } from "../problems.js";
import { modelNotes } from "../provider-notes.js";
import { plan } from "../storyboard/calls.js";

/** @typedef {import("../api.js").Model} Model */

const TASK = "storyboard";
const SHOTS_MIN = 2;
const SHOTS_MAX = 12;
const SHOTS = 4;

/** Says what a story is about and how its shots are made. Emits "planned" with the id of the new storyboard. */
class StoryboardBrief extends Component {
  /** @type {Model[]} */
  models = [];
  #busy = false;
  #brief = h("textarea", { id: "board-brief", rows: 4, placeholder: "A lighthouse keeper finds a bottle on the beach, reads what is in it, and sends one back." });
  #shots = select("board-shots", range(SHOTS_MIN, SHOTS_MAX).map((count) => [String(count), String(count)]));
  #model = h("select", { id: "board-model" });
  #shape = h("select", { id: "board-shape" });
  #size = h("select", { id: "board-size" });
  #length = h("select", { id: "board-length" });
  #lengthRow = h("div", {}, h("label", { for: "board-length" }, "Length"), this.#length);
  #button = h("button", { class: "button primary" });
  #said = h("div");

  render() {
    const planner = this.models.find(({ task }) => task === TASK);
    if (!planner) return this.replaceChildren(h("p", { class: "note warning" }, "Nobody plans storyboards at the moment."));
    const makers = this.models.filter(({ kind }) => kind === "image" || kind === "video");
    fill(this.#model, makers.map(({ id, name, kind }) => [id, kind === "video" ? say`${name} (films)` : say`${name} (pictures)`]));
    this.#shots.value = String(SHOTS);
    this.#button.textContent = say`Plan the shots \u00b7 ${credits(planner.credits ?? 0)}`;
    this.replaceChildren(
      h(
        "form",
        { class: "board-brief", novalidate: true, onsubmit: (/** @type {Event} */ event) => void this.#plan(event, planner) },
        h("label", { for: "board-brief" }, "What is the story?"),
        this.#brief,
        h("div", { class: "board-choices" }, labelled("board-shots", "Shots", this.#shots), labelled("board-model", "Made by", this.#model), labelled("board-shape", "Shape", this.#shape), labelled("board-size", "Size", this.#size), this.#lengthRow),
        h("p", { class: "fine" }, `${modelNotes(planner).join(" ")} ${worded("Each shot has its own price, which you see before it is made.")}`),
        this.#said,
        this.#button,
      ),
    );
    this.#model.addEventListener("change", () => this.#offer());
    this.#offer();
  }

  get #maker() {
    return /** @type {Model} */ (this.models.find(({ id }) => id === this.#model.value));
  }

  #offer() {
    const model = this.#maker;
    fill(this.#shape, model.aspectRatios.map((shape) => [shape, shape]));
    fill(this.#size, model.resolutions.map(({ id }) => [id, id]));
    fill(this.#length, model.durationsSeconds.map((seconds) => [String(seconds), `${seconds} s`]));
    if (model.aspectRatios.includes("16:9")) this.#shape.value = "16:9";
    this.#lengthRow.hidden = model.kind !== "video";
  }

  /** @param {Event} event @param {Model} planner */
  async #plan(event, planner) {
    event.preventDefault();
    const brief = this.#brief.value.trim();
    if (this.#busy) return;
    if (brief === "") {
      this.#brief.focus();
      return this.#say("Say what the story is first.");
    }
    this.#busy = true;
    this.#said.replaceChildren();
    try {
      const quote = await api.quote({ model: planner.id });
      if (quote.credits !== planner.credits) return this.#say(say`The price is now ${credits(quote.credits)}. Nothing was charged; load the page again to accept it.`);
      const film = this.#maker.kind === "video" ? { durationSeconds: Number(this.#length.value) } : {};
      const board = await plan({ brief, shots: Number(this.#shots.value), model: this.#model.value, aspectRatio: this.#shape.value, resolution: this.#size.value, ...film, quote: quote.quote });
      announce("The shots are being planned.");
      void balanceChanged();
      this.dispatchEvent(new CustomEvent("planned", { detail: board.id, bubbles: true }));
    } catch (error) {
      this.#say(sentence(error));
    } finally {
      this.#busy = false;
    }
  }

  /** @param {string} text */
  #say(text) {
    this.#said.replaceChildren(h("p", { class: "note warning", role: "alert" }, text));
  }
}

/** @param {number} from @param {number} to */
function range(from, to) {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** @param {HTMLSelectElement} box @param {string[][]} choices */
function fill(box, choices) {
  box.replaceChildren(...choices.map(([value, label]) => h("option", { value }, label)));
}

/** @param {string} id @param {string[][]} choices */
function select(id, choices) {
  const box = h("select", { id });
  fill(box, choices);
  return box;
}

/** @param {string} id @param {string} label @param {HTMLElement} box */
const labelled = (id, label, box) => h("div", {}, h("label", { for: id }, label), box);

customElements.define("storyboard-brief", StoryboardBrief);
