import "./problem-note.js";

import { Component } from "../component.js";
import { h } from "../dom.js";
import { credits, duration, moment, signed } from "../format.js";
import { counted, say, worded } from "../language.js";
import { timeline } from "../timeline.js";

/** @typedef {import("../timeline.js").Step} Step */
/** @typedef {import("../timeline.js").Timeline} Timeline */

/** Why an attempt came to nothing, as the end of a sentence. @type {Record<string, string>} */
const WHY = {
  busy: "It was too busy",
  not_available: "It was not available",
  ours: "Something was missing on our side",
  not_as_asked: "What came was not what was asked for",
  not_stored: "It could not be stored this time",
  prompt_refused: "The provider's rules refused the prompt",
  result_refused: "The provider's rules refused the result",
};

/** @type {Record<string, (step: Step) => string>} */
const TITLES = {
  quoted: () => "Price promised",
  reserved: () => "Credits set aside",
  submitted: ({ provider }) => say`Given to ${provider}`,
  taken: ({ provider }) => say`Taken by ${provider}`,
  postponed: ({ provider }) => say`Not taken by ${provider} yet`,
  handed_on: ({ provider }) => say`Handed on to ${provider}`,
  made: ({ provider }) => say`Made by ${provider}`,
  held_up: () => "Not stored yet",
  stop_asked: () => "You asked to stop it",
  delivered: () => "Delivered",
  failed: () => "Not delivered",
  charged: () => "Credits charged",
  returned: () => "Credits returned",
  given: () => "Yours for nothing",
};

/** The life of one generation as a drawn line: what happened, when, with whom, and what it cost. */
class GenerationTimeline extends Component {
  generationId = "";

  render() {
    this.replaceChildren(h("p", { class: "loading" }, "Reading\u2026"));
    void this.#load();
  }

  async #load() {
    try {
      this.#show(await timeline(this.generationId, this.life));
    } catch (error) {
      if (this.life.aborted) return;
      this.replaceChildren(h("problem-note", { ".error": error, ".retry": () => this.render() }));
    }
  }

  /** @param {Timeline} told */
  #show({ steps, stepsLeftOut, credits: price, priceVersion }) {
    const begin = new Date(steps[0]?.at ?? 0).getTime();
    this.replaceChildren(
      h(
        "ol",
        { class: "timeline" },
        ...steps.map((step, index) => row(step, index === 0 ? null : (new Date(step.at).getTime() - begin) / 1000)),
      ),
      h(
        "p",
        { class: "fine" },
        say`Price ${credits(price)}, price list ${priceVersion}.`,
        stepsLeftOut > 0 && counted(stepsLeftOut, { one: " {0} step in the middle is no longer kept.", other: " {0} steps in the middle are no longer kept." }),
      ),
    );
  }
}

/** @param {Step} step @param {number | null} seconds since the first; null for that one */
function row(step, seconds) {
  const note = step.rule ? say`Rule ${step.rule.number}: ${worded(step.rule.sentence)}` : step.why && `${worded(WHY[step.why] ?? step.why)}.`;
  return h(
    "li",
    { class: `step step-${step.kind}` },
    h("time", { datetime: step.at }, seconds === null ? moment(step.at) : say`after ${duration(Math.max(0, seconds))}`),
    h("strong", {}, (TITLES[step.kind] ?? (() => step.kind))(step)),
    step.credits !== 0 && h("span", { class: `step-credits ${step.credits > 0 ? "gain" : ""}` }, say`${signed(step.credits)} credits`),
    note && h("p", { class: "fine" }, note),
  );
}

customElements.define("generation-timeline", GenerationTimeline);
