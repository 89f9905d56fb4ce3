import { announce } from "../announce.js";
import * as batches from "../batches.js";
import { rowCount, said, standing } from "../batch-words.js";
import { Component } from "../component.js";
import { confirmed } from "../confirm.js";
import { h, own } from "../dom.js";
import { moment, number } from "../format.js";
import { say, worded } from "../language.js";
import { buyCredits } from "../remedy.js";
import { save } from "../save.js";

/** @typedef {import("../batches.js").Batch} Batch */

const LOOK_MILLIS = 2_000;

/** How far a catalogue is, and what can be done about it. */
class BatchProgress extends Component {
  /** @type {Batch} */
  // @ts-ignore: set before it is drawn.
  batch;
  #state = h("p", {});
  #bar = h("progress", {});
  #counts = h("p", { class: "fine" });
  #actions = h("div", { class: "button-row" });
  #problem = h("div");

  render() {
    this.replaceChildren(
      h(
        "article",
        { class: "batch" },
        h("h3", {}, `${rowCount(this.batch.rows.all)}, ${moment(this.batch.createdAt)}`),
        this.batch.template && h("p", { class: "fine" }, own(this.batch.template)),
        this.#state,
        this.#bar,
        this.#counts,
        this.#actions,
        this.#problem,
      ),
    );
    this.#show(this.batch);
    void this.#follow(this.life);
  }

  /** @param {AbortSignal} until */
  async #follow(until) {
    while (!until.aborted) {
      await new Promise((done) => setTimeout(done, LOOK_MILLIS));
      if (until.aborted || !isAlive(this.batch) || document.hidden) continue;
      try {
        const before = this.batch.state;
        this.#show(await batches.one(this.batch.id, until));
        if (this.batch.state !== before) announce(standing(this.batch));
      } catch {
        // The banner says that the connection is gone; the next look may find it back.
      }
    }
  }

  /** @param {Batch} batch */
  #show(batch) {
    const before = this.batch;
    this.batch = batch;
    const { all, waiting, running, made, failed, bad, skipped } = batch.rows;
    const toMake = all - bad;
    this.#state.textContent = worded(standing(batch));
    this.#bar.max = Math.max(1, toMake);
    this.#bar.value = toMake - waiting - running;
    this.#bar.setAttribute("aria-label", say`${made} of ${toMake} made`);
    this.#counts.textContent = [
      say`${number(made)} made`,
      say`${number(failed)} failed`,
      say`${number(running)} being made`,
      say`${number(waiting)} waiting`,
      ...(bad ? [say`${number(bad)} cannot be made`] : []),
      ...(skipped ? [say`${number(skipped)} never started`] : []),
    ].join(" \u00b7 ");
    if (before !== batch && before.state === batch.state && (before.rows.failed > 0) === (failed > 0) && this.#actions.childElementCount) return;
    this.#actions.replaceChildren(...this.#offered(batch));
  }

  /** @param {Batch} batch */
  #offered({ state, rows, pauseReason }) {
    return [
      ...(pauseReason === "insufficient_credits" ? [buyCredits()] : []),
      ...(state === "running" ? [this.#button("Pause", () => this.#change("pause"))] : []),
      ...(state === "paused" ? [this.#button("Resume", () => this.#change("resume"))] : []),
      ...(state === "running" || state === "paused" ? [this.#button("Cancel", () => this.#cancel())] : []),
      ...(rows.failed > 0 && state !== "cancelled" ? [this.#button("Make failed rows again", () => this.#change("retry"))] : []),
      ...(state === "draft" ? [] : [this.#button("Download result", () => this.#save())]),
    ];
  }

  /** @param {string} label @param {() => Promise<void>} act */
  #button(label, act) {
    return h("button", { class: "button small", type: "button", onclick: () => void this.#try(act) }, label);
  }

  /** @param {() => Promise<void>} act */
  async #try(act) {
    this.#problem.replaceChildren();
    try {
      await act();
    } catch (error) {
      this.#problem.replaceChildren(h("p", { class: "note warning", role: "alert" }, said(error)));
    }
  }

  /** @param {"pause" | "resume" | "cancel" | "retry"} wish */
  async #change(wish) {
    this.#show(await batches.change(this.batch.id, wish));
    announce(standing(this.batch));
  }

  async #cancel() {
    const sure = await confirmed({
      title: "Cancel this catalogue?",
      text: "What is being made ends by itself. What waits is never started and costs nothing.",
      yes: "Cancel it",
      no: "Let it go on",
    });
    if (sure) await this.#change("cancel");
  }

  async #save() {
    save(await batches.result(this.batch.id), "halftone-catalogue.csv");
  }
}

/** @param {Batch} batch */
const isAlive = ({ state, rows }) => state === "running" || state === "paused" || (state === "cancelled" && rows.running > 0);

customElements.define("batch-progress", BatchProgress);
