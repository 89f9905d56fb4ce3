import "./generation-progress.js";
import "./problem-note.js";
import "./storyboard-shot.js";

import { announce } from "../announce.js";
import { balanceChanged } from "../balance.js";
import { modelOf } from "../catalogue.js";
import { Component } from "../component.js";
import { confirmed } from "../confirm.js";
import { h, own } from "../dom.js";
import { credits } from "../format.js";
import { Problem } from "../http.js";
import { say, worded } from "../language.js";
import { sentence } from "../problems.js";
import { remedy } from "../remedy.js";
import { navigate } from "../router.js";
import * as calls from "../storyboard/calls.js";
import { track } from "../tracking.js";

/** @typedef {import("../storyboard/calls.js").Storyboard} Storyboard */
/** @typedef {import("../storyboard/calls.js").Shot} Shot */

const SHOTS_MAX = 12;

/** One storyboard: its shots in order, to change, to move, and to have made. */
class StoryboardBoard extends Component {
  board = "";
  /** @type {Storyboard | null} */
  #now = null;
  /** @type {import("../api.js").Model | null} */
  #model = null;
  /** What each shot costs. @type {Map<number, number>} */
  #prices = new Map();
  /** Changes are kept one after the other. */
  #saving = Promise.resolve();
  #title = h("input", { class: "board-title", "aria-label": "Title of the story", maxlength: 80 });
  #shots = h("div", { class: "shots", role: "list" });
  #all = h("button", { class: "button primary", type: "button", onclick: () => void this.#makeAll() });
  #said = h("div");

  render() {
    this.replaceChildren(h("p", { class: "loading" }, "Opening\u2026"));
    this.#title.addEventListener("change", () => void this.#save());
    this.addEventListener("edited", () => void this.#save(), { signal: this.life });
    this.addEventListener("move", (event) => this.#move(/** @type {CustomEvent<{from: number, to: number}>} */ (event).detail), { signal: this.life });
    this.addEventListener("drop-shot", (event) => void this.#without(/** @type {CustomEvent<number>} */ (event).detail), { signal: this.life });
    this.addEventListener("make", (event) => void this.#make([/** @type {CustomEvent<number>} */ (event).detail]), { signal: this.life });
    void this.#load();
  }

  async #load() {
    try {
      const board = await calls.one(this.board);
      this.#model = await modelOf(board.model);
      if (!this.life.aborted) this.#take(board);
    } catch (error) {
      if (!this.life.aborted) this.replaceChildren(h("problem-note", { ".error": error, ".retry": () => void this.#load() }));
    }
  }

  /** @param {Storyboard} board */
  #take(board) {
    this.#now = board;
    if (board.state === "planning") return void this.#wait(board);
    if (board.state === "failed") return this.#failed(board);
    this.#title.value = board.title ?? "";
    this.#draw();
    void this.#price();
  }

  /** @param {Storyboard} board */
  async #wait(board) {
    const planning = board.planning;
    const progress = planning && h("generation-progress", { ".generation": planning, ".provider": planning.provider.name });
    this.replaceChildren(back(), h("section", { class: "sheet" }, h("h1", {}, "Planning the shots"), h("p", {}, own(board.brief)), progress));
    if (planning) await track(planning, (next) => progress && Reflect.set(progress, "generation", next), this.life).catch(() => {});
    else await new Promise((resolve) => setTimeout(resolve, 2000));
    if (!this.life.aborted) void this.#load();
  }

  /** @param {Storyboard} board */
  #failed(board) {
    this.replaceChildren(
      back(),
      h("section", { class: "sheet" }, h("h1", {}, "This story could not be planned"), h("p", {}, own(board.brief)), h("p", { class: "note warning" }, `${worded(board.planning?.failure?.message ?? "Its plan was never begun.")} ${worded("Nothing was charged.")}`), this.#removal()),
    );
  }

  #draw() {
    const board = /** @type {Storyboard} */ (this.#now);
    this.#rows(board.shots);
    this.replaceChildren(
      back(),
      h(
        "section",
        { class: "board" },
        h("h1", { class: "visually-hidden" }, board.title === null ? "Storyboard" : own(board.title)),
        this.#title,
        h("p", { class: "fine" }, `${this.#model?.name ?? board.model}, ${board.aspectRatio}, ${board.resolution}. `, own(board.brief)),
        this.#shots,
        h("div", { class: "board-actions" }, this.#said, h("div", { class: "button-row" }, this.#all, h("button", { class: "button", type: "button", onclick: () => void this.#add() }, "Add a shot"), this.#removal())),
      ),
    );
  }

  /** @param {Shot[]} shots */
  #rows(shots) {
    this.#shots.replaceChildren(...shots.map((shot, place) => h("storyboard-shot", { ".shot": shot, ".place": place, ".count": shots.length, ".model": this.#model, ".price": this.#prices.get(shot.number) ?? null })));
    this.#sum();
  }

  get #elements() {
    return /** @type {any[]} */ ([...this.#shots.children]);
  }

  /** The shots of which there is nothing, and nothing under way. */
  get #unmade() {
    return this.#elements.map(({ shot }) => shot).filter(({ generations }) => generations.every(({ state }) => state === "failed" || state === "cancelled"));
  }

  #sum() {
    const open = this.#unmade;
    const sum = open.reduce((total, { number }) => total + (this.#prices.get(number) ?? 0), 0);
    this.#all.hidden = open.length === 0;
    this.#all.textContent = open.length === this.#elements.length ? say`Make all ${open.length} \u00b7 ${credits(sum)}` : say`Make the ${open.length} missing \u00b7 ${credits(sum)}`;
  }

  async #price() {
    try {
      const { items } = await calls.prices(this.board, []);
      this.#prices = new Map(items.map(({ shot, credits: each }) => [shot, each]));
      for (const element of this.#elements) element.price = this.#prices.get(element.shot.number) ?? null;
      this.#sum();
    } catch (error) {
      this.#say(sentence(error));
    }
  }

  /** @param {import("../storyboard/calls.js").Wanted[]} [shots] */
  #save(shots = this.#elements.map((each) => each.wanted)) {
    this.#saving = this.#saving.then(() => this.#keep(shots));
    return this.#saving;
  }

  /** @param {import("../storyboard/calls.js").Wanted[]} shots */
  async #keep(shots) {
    const board = /** @type {Storyboard} */ (this.#now);
    try {
      const kept = await calls.edit(board.id, { version: board.version, title: this.#title.value.trim() || (board.title ?? ""), shots });
      const redraw = kept.shots.length !== this.#elements.length;
      this.#now = kept;
      if (redraw) this.#rows(kept.shots);
      this.#said.replaceChildren();
      void this.#price();
    } catch (error) {
      if (error instanceof Problem && error.code === "storyboard_changed") {
        await this.#load();
        return this.#say("It was changed in another window meanwhile. This is how it stands now; your last change was not kept.");
      }
      this.#say(sentence(error));
    }
  }

  /** @param {{from: number, to: number}} places */
  #move({ from, to }) {
    const rows = this.#elements;
    if (to < 0 || to >= rows.length || from === to) return;
    const [moved] = rows.splice(from, 1);
    rows.splice(to, 0, moved);
    const next = rows[to + 1] ?? null;
    this.#shots.insertBefore(moved, next);
    rows.forEach((row, place) => row.put(place, rows.length));
    moved.refocus(to < from ? "up" : "down");
    announce(say`Shot ${from + 1} is now shot ${to + 1}.`);
    void this.#save();
  }

  #add() {
    const shots = this.#elements.map((each) => each.wanted);
    if (shots.length >= SHOTS_MAX) return this.#say(say`A storyboard has ${SHOTS_MAX} shots at most.`);
    const last = shots[shots.length - 1];
    return this.#save([...shots, { title: worded("Another shot"), prompt: last.prompt, seconds: last.seconds }]);
  }

  /** @param {number} number */
  #without(number) {
    const shots = this.#elements.map((each) => each.wanted).filter((shot) => shot.number !== number);
    if (shots.length === 0) return this.#say("A storyboard has at least one shot.");
    return this.#save(shots);
  }

  #makeAll() {
    return this.#make(this.#unmade.map(({ number }) => number));
  }

  /**
   * One after the other, each with a key of its own; the first that is refused ends it.
   *
   * @param {number[]} numbers
   */
  async #make(numbers) {
    this.#said.replaceChildren();
    this.#all.disabled = true;
    try {
      await this.#saving;
      const { items } = await calls.prices(this.board, numbers);
      const dearer = items.find(({ shot, credits: each }) => each !== this.#prices.get(shot));
      if (dearer) {
        await this.#price();
        return this.#say("The price has changed. Nothing was charged; press again if the new one is fine.");
      }
      for (const { shot, quote } of items) {
        const made = await calls.make(this.board, shot, quote);
        this.#elements.find((each) => each.shot.number === shot)?.begun(made);
      }
      announce(items.length === 1 ? "The shot is being made." : say`${items.length} shots are being made.`);
    } catch (error) {
      this.#say(sentence(error));
      this.#said.append(remedy(error) || "");
    } finally {
      this.#all.disabled = false;
      this.#sum();
      void balanceChanged();
    }
  }

  #removal() {
    return h("button", { class: "button quiet danger", type: "button", onclick: () => void this.#remove() }, "Delete the storyboard");
  }

  async #remove() {
    const sure = await confirmed({ title: "Delete this storyboard?", text: "The story and its shots go. Pictures and films that were made of them stay in your history.", yes: "Delete it", no: "Keep it" });
    if (!sure) return;
    try {
      await calls.remove(this.board);
      navigate("/storyboards");
    } catch (error) {
      this.#say(sentence(error));
    }
  }

  /** @param {string} text */
  #say(text) {
    this.#said.replaceChildren(h("p", { class: "note warning", role: "alert" }, text));
  }
}

const back = () => h("p", { class: "board-back" }, h("a", { href: "/storyboards" }, "All storyboards"));

customElements.define("storyboard-board", StoryboardBoard);
