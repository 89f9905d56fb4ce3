import "./keeping-actions.js";
import "./problem-note.js";
import "./timeline-fold.js";

import * as api from "../api.js";
import { modelOf } from "../catalogue.js";
import { Component } from "../component.js";
import { h, own } from "../dom.js";
import { face } from "../face.js";
import { credits, measures, moment, size } from "../format.js";
import { generationActions } from "../generation-actions.js";
import { icon } from "../icons.js";
import { say } from "../language.js";
import { settingFacts } from "../setting-facts.js";
import { ended, track } from "../tracking.js";
import { isText, leftSentence, refundSentence, stateTitle } from "../wording.js";

/** All that is known of one generation. Emits "leave" when it is closed. */
class GenerationDialog extends Component {
  generationId = "";
  /** @type {api.Generation | null} */
  generation = null;
  #content = h("div", { class: "detail", tabindex: "0", role: "region", "aria-labelledby": "detail-title" });
  #dialog = h("dialog", { class: "detail-dialog", "aria-labelledby": "detail-title" });

  render() {
    this.#dialog.replaceChildren(
      h("button", { class: "icon-button detail-close", type: "button", "aria-label": "Close", onclick: () => this.#dialog.close() }, icon("close")),
      this.#content,
    );
    this.replaceChildren(this.#dialog);
    this.#dialog.addEventListener("close", () => this.dispatchEvent(new Event("leave")), { signal: this.life });
    this.#dialog.addEventListener("click", (event) => event.target === this.#dialog && this.#dialog.close(), { signal: this.life });
    this.#dialog.showModal();
    void this.#load();
  }

  async #load() {
    try {
      if (!this.generation) {
        this.#content.replaceChildren(h("h2", { id: "detail-title" }, "Reading\u2026"));
        this.generation = await api.generation(this.generationId, this.life);
      }
      await this.#show(this.generation);
      if (!ended(this.generation)) await track(this.generation, (next) => void this.#show(next), this.life);
    } catch (error) {
      if (this.life.aborted) return;
      this.#content.replaceChildren(h("h2", { id: "detail-title" }, "Not to be found"), h("problem-note", { ".error": error }));
    }
  }

  /** @param {api.Generation} generation */
  async #show(generation) {
    const model = await modelOf(generation.model);
    const failed = generation.state === "failed" || generation.state === "cancelled";
    this.#content.replaceChildren(
      face(generation, { ".generation": generation, ".eager": true }),
      h(
        "div",
        { class: "detail-words" },
        h("p", { class: "eyebrow" }, stateTitle(generation)),
        h("h2", { id: "detail-title", class: "detail-prompt" }, own(generation.prompt)),
        failed && h("p", { class: "card-failure" }, generation.failure?.message ?? "It was cancelled."),
        h("dl", { class: "facts" }, ...facts(generation, model, settingFacts(generation, this.life)).flatMap(([name, value]) => [h("dt", {}, name), h("dd", {}, value)])),
        h("timeline-fold", { ".generationId": generation.id }),
        ended(generation) && generationActions(generation, () => this.remove()),
        ended(generation) && h("keeping-actions", { ".generation": generation }),
      ),
    );
  }
}

/**
 * @param {api.Generation} generation
 * @param {api.Model | null} model
 * @param {[string, string | Node][]} settings
 * @returns {[string, string | Node][]}
 */
function facts(generation, model, settings) {
  const { media, state } = generation;
  /** @type {[string, string | Node][]} */
  const list = [
    ["Model", model?.name ?? generation.model],
    [madeBy(generation), maker(generation)],
  ];
  if (!isText(generation)) list.push(["Shape and size", measured(generation)]);
  list.push(...settings);
  if (media[0] && !isText(generation)) list.push(["File", `${measures(media[0])}, ${media[0].contentType.split("/")[1].toUpperCase()}, ${size(media[0].bytes)}`]);
  list.push(["Price", say`${credits(generation.credits)}, price list ${generation.priceVersion}`]);
  list.push(["Paid", paid(generation)]);
  list.push(["Asked for", moment(generation.createdAt)]);
  if (state === "succeeded" || state === "failed" || state === "cancelled") list.push(["Ended", moment(generation.endedAt)]);
  for (const receipt of generation.atProvider) list.push([say`At ${receipt.provider}`, left(receipt)]);
  list.push(["Reference", h("code", {}, generation.id)]);
  list.push(["Trace", h("code", {}, generation.traceId)]);
  return list;
}

/** @param {api.Receipt} receipt */
function left(receipt) {
  return receipt.at && ["erased", "gone", "expires"].includes(receipt.manner) ? `${leftSentence(receipt)}, ${moment(receipt.at)}` : leftSentence(receipt);
}

/** @param {api.Generation} generation */
const measured = ({ aspectRatio, resolution, durationSeconds }) =>
  [aspectRatio, resolution, durationSeconds && `${durationSeconds} s`].filter(Boolean).join(", ");

/** @param {api.Generation} generation */
function madeBy({ state }) {
  if (state === "succeeded") return "Made by";
  return state === "failed" || state === "cancelled" ? "Given to" : "Being made by";
}

/** @param {api.Generation} generation */
function maker({ provider }) {
  return provider.region ? say`${provider.name} in ${provider.region}` : provider.name;
}

/** @param {api.Generation} generation */
function paid(generation) {
  if (generation.state === "succeeded") return credits(generation.credits - generation.refundedCredits);
  return ended(generation) ? refundSentence(generation) : say`${credits(generation.credits)} set aside`;
}

customElements.define("generation-dialog", GenerationDialog);
