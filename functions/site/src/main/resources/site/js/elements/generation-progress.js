import { Component } from "../component.js";
import { connection } from "../connection.js";
import { h } from "../dom.js";
import { duration, number } from "../format.js";
import { say, worded } from "../language.js";
import { progressOf } from "../progress.js";
import { isFilm, stages } from "../wording.js";

const TICK_MILLIS = 500;

/** @typedef {import("../api.js").Generation} Generation */

/** Stages, bar and seconds of a generation under way. */
class GenerationProgress extends Component {
  provider = "the provider";
  /** @type {Generation | null} */
  generation = null;
  #fill = h("div", { class: "bar-fill" });
  #bar = h("div", { class: "bar", role: "progressbar", "aria-label": "Estimated progress", "aria-valuemin": 0, "aria-valuemax": 100 }, this.#fill);
  #stages = h("ol", { class: "stages" });
  #clock = h("p", { class: "fine clock" });
  #drawn = "";

  render() {
    this.replaceChildren(this.#stages, this.#bar, this.#clock);
    this.#tick();
    const timer = setInterval(() => !document.hidden && this.#tick(), TICK_MILLIS);
    this.life.addEventListener("abort", () => clearInterval(timer), { once: true });
  }

  #tick() {
    if (!this.generation) return;
    const { fraction, elapsedSeconds, typicalSeconds, overdue, stage } = progressOf(this.generation);
    this.#fill.style.setProperty("--done", String(fraction));
    this.#bar.setAttribute("aria-valuenow", String(Math.round(fraction * 100)));
    this.#clock.textContent =
      connection.value === "lost"
        ? say`${duration(elapsedSeconds)} so far. No connection: it goes on being made, and shows here once the connection is back.`
        : overdue
          ? say`${duration(elapsedSeconds)} so far, longer than usual. If it fails, the credits come back by themselves.`
          : say`${duration(elapsedSeconds)} of about ${duration(typicalSeconds)}` + this.#why(this.generation);
    this.#drawStages(stage, this.generation.queuePosition);
  }

  /** @param {Generation} generation */
  #why(generation) {
    return isFilm(generation) ? worded(". Every frame is made, so a film takes longer than a picture. It goes on without this page.") : "";
  }

  /**
   * @param {number} stage
   * @param {number | null} queuePosition
   */
  #drawStages(stage, queuePosition) {
    const key = `${stage} ${queuePosition} ${this.provider}`;
    if (key === this.#drawn) return;
    this.#drawn = key;
    const queued = stage === 1 && queuePosition !== null && queuePosition > 0;
    this.#stages.replaceChildren(
      ...stages(this.provider).map((name, index) =>
        h(
          "li",
          { class: index < stage ? "passed" : index === stage ? "now" : null, "aria-current": index === stage ? "step" : null },
          queued && index === 1 ? say`${name}, place ${number(queuePosition)} in its queue` : name,
        ),
      ),
    );
  }
}

customElements.define("generation-progress", GenerationProgress);
