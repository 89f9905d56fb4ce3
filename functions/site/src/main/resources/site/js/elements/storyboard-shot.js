import { Component } from "../component.js";
import { h } from "../dom.js";
import { face } from "../face.js";
import { credits } from "../format.js";
import { worded } from "../language.js";
import { ended, track } from "../tracking.js";
import { stateTitle } from "../wording.js";

/** @typedef {import("../api.js").Generation} Generation */

/** One shot of a storyboard. Emits "edited", "move", "drop-shot" and "make". */
class StoryboardShot extends Component {
  /** @type {any} */
  shot = null;
  place = 0;
  count = 1;
  /** @type {import("../api.js").Model | null} */
  model = null;
  /** @type {number | null} */
  #price = null;
  /** @type {any} */
  #face = null;
  #where = h("span", { class: "shot-place" });
  #title = h("input", { class: "shot-title", maxlength: 80, "aria-label": "Title of the shot" });
  #prompt = h("textarea", { rows: 5, "aria-label": "Prompt of the shot" });
  #seconds = h("select", { "aria-label": "Length of the shot" });
  #frame = h("div", { class: "shot-frame" });
  #state = h("p", { class: "fine" });
  #up = h("button", { class: "button small quiet", type: "button", onclick: () => this.#move(-1) }, "Up");
  #down = h("button", { class: "button small quiet", type: "button", onclick: () => this.#move(1) }, "Down");
  #make = h("button", { class: "button small", type: "button", onclick: () => this.#emit("make", this.shot.number) });

  /** @param {number | null} price */
  set price(price) {
    this.#price = price;
    this.#label();
  }

  render() {
    this.setAttribute("role", "listitem");
    const { title, prompt, seconds } = this.shot;
    this.#title.value = title;
    this.#prompt.value = prompt;
    const lengths = this.model?.durationsSeconds ?? [];
    this.#seconds.replaceChildren(...[...new Set([...lengths, ...(seconds ? [seconds] : [])])].map((each) => h("option", { value: String(each) }, `${each} s`)));
    this.#seconds.value = String(seconds);
    this.#seconds.hidden = !seconds;
    this.replaceChildren(
      h(
        "div",
        { class: "shot" },
        h("div", { class: "shot-head" }, this.#where, this.#title, this.#seconds),
        h("div", { class: "shot-body" }, this.#frame, this.#prompt),
        h("div", { class: "button-row" }, this.#make, this.#up, this.#down, h("button", { class: "button small quiet danger", type: "button", onclick: () => this.#emit("drop-shot", this.shot.number) }, "Remove"), this.#state),
      ),
    );
    for (const box of [this.#title, this.#prompt, this.#seconds]) box.onchange = () => this.#emit("edited");
    this.put(this.place, this.count);
    this.#show();
  }

  /** How it is to be kept. */
  get wanted() {
    const { number, title, prompt, seconds } = this.shot;
    return { number, title: this.#title.value.trim() || title, prompt: this.#prompt.value.trim() || prompt, seconds: seconds ? Number(this.#seconds.value) : null };
  }

  /** @param {number} place @param {number} count */
  put(place, count) {
    this.place = place;
    this.count = count;
    this.#where.textContent = String(place + 1);
    this.#up.disabled = place === 0;
    this.#down.disabled = place === count - 1;
    this.#label();
  }

  /** The one that was pressed keeps the focus, or the other where it cannot be pressed again. @param {"up" | "down"} which */
  refocus(which) {
    const pressed = which === "up" ? this.#up : this.#down;
    (pressed.disabled ? (which === "up" ? this.#down : this.#up) : pressed).focus();
  }

  /** @param {Generation} generation */
  begun(generation) {
    this.shot = { ...this.shot, generations: [...this.shot.generations, generation] };
    this.#show();
  }

  #show() {
    const { generations } = this.shot;
    const good = generations.filter((/** @type {Generation} */ each) => each.state === "succeeded" || !ended(each));
    /** @type {Generation | undefined} */
    const latest = good.at(-1) ?? generations.at(-1);
    this.#label();
    if (!latest) return this.#frame.replaceChildren();
    this.#face = face(latest, { ".alt": this.#title.value });
    this.#frame.replaceChildren(this.#face);
    this.#face.generation = latest;
    this.#state.textContent = ended(latest) && latest.state === "succeeded" ? "" : worded(stateTitle(latest));
    if (!ended(latest)) track(latest, (next) => this.#follow(next), this.life).catch(() => this.#face.stop());
  }

  /** @param {Generation} next */
  #follow(next) {
    const generations = this.shot.generations.map((/** @type {Generation} */ each) => (each.id === next.id ? next : each));
    this.shot = { ...this.shot, generations };
    this.#face.generation = next;
    this.#state.textContent = next.state === "succeeded" ? "" : worded(stateTitle(next));
    this.#label();
  }

  #label() {
    const made = (this.shot?.generations ?? []).some((/** @type {Generation} */ { state }) => state === "succeeded");
    this.#make.textContent = `${worded(made ? "Make another" : "Make it")}${this.#price === null ? "" : ` \u00b7 ${credits(this.#price)}`}`;
    this.#make.disabled = this.#price === null;
  }

  /** @param {number} by */
  #move(by) {
    this.#emit("move", { from: this.place, to: this.place + by });
  }

  /** @param {string} type @param {unknown} [detail] */
  #emit(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true }));
  }
}

customElements.define("storyboard-shot", StoryboardShot);
