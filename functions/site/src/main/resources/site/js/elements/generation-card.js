import "./generation-progress.js";
import "./problem-note.js";

import * as api from "../api.js";
import { announce } from "../announce.js";
import { balanceChanged } from "../balance.js";
import { Component } from "../component.js";
import { confirmed } from "../confirm.js";
import { h, own } from "../dom.js";
import { face } from "../face.js";
import { credits, measures, moment, ratio } from "../format.js";
import { generationActions } from "../generation-actions.js";
import { Problem } from "../http.js";
import { worded } from "../language.js";
import { sentence } from "../problems.js";
import { ended, track } from "../tracking.js";
import { about, failureTitle, isText, refundSentence } from "../wording.js";

/** Below this proportion the words stand beside the picture where there is room. */
const UPRIGHT = 0.9;

/** One generation in place, from the accepted click to the picture or the refund. */
class GenerationCard extends Component {
  /** @type {api.Generation | null} */
  generation = null;
  /** @type {any} */
  #picture = null;
  /** @type {any} */
  #progress = h("generation-progress");
  #foot = h("div", { class: "card-foot" });
  #error = h("p", { class: "field-error", role: "alert" });

  render() {
    const generation = this.generation;
    if (!generation) return;
    this.#picture = face(generation);
    const proportion = ratio(generation.aspectRatio);
    const card = h(
      "article",
      { class: proportion < UPRIGHT ? "card upright" : "card", "aria-label": `${about(generation, KINDS)}: ${generation.prompt}` },
      this.#picture,
      h("div", { class: "card-words" }, h("p", { class: "card-prompt" }, own(generation.prompt)), this.#foot, this.#error),
    );
    card.style.setProperty("--ratio", String(proportion));
    this.replaceChildren(card);
    this.#show(generation);
    if (ended(generation)) return;
    track(generation, (next) => this.#follow(next), this.life).catch((error) => this.#lose(error));
  }

  /** @param {unknown} error why nothing more will be heard of it */
  #lose(error) {
    this.#picture.stop();
    this.#foot.replaceChildren(h("problem-note", { ".error": error, ".retry": () => this.render() }));
  }

  /** @param {api.Generation} next */
  #follow(next) {
    const before = this.generation;
    this.generation = next;
    if (before?.state !== next.state || before?.cancelRequested !== next.cancelRequested) {
      this.#show(next);
      announce(spoken(next));
    } else {
      this.#progress.provider = next.provider.name;
      this.#progress.generation = next;
      this.#picture.generation = next;
    }
  }

  /** @param {api.Generation} generation */
  #show(generation) {
    this.#picture.generation = generation;
    this.#progress.provider = generation.provider.name;
    this.#progress.generation = generation;
    this.#error.textContent = "";
    const hadFocus = this.#foot.contains(document.activeElement);
    if (generation.state === "succeeded") this.#foot.replaceChildren(...finished(generation));
    else if (ended(generation)) this.#foot.replaceChildren(...withoutPicture(generation));
    else this.#foot.replaceChildren(this.#progress, this.#cancelRow(generation));
    if (hadFocus) /** @type {HTMLElement | null} */ (this.#foot.querySelector("a, button"))?.focus();
  }

  /** @param {api.Generation} generation */
  #cancelRow(generation) {
    if (generation.cancelRequested) {
      return h("p", { class: "fine" }, "The provider has been asked to stop. If it does, the credits come back; if it is made anyway, it is yours.");
    }
    if (generation.state === "delivering") return h("p", { class: "fine" }, about(generation, MADE));
    return h("div", { class: "button-row" }, h("button", { class: "button small quiet", type: "button", onclick: () => void this.#cancel() }, "Cancel"));
  }

  async #cancel() {
    const generation = this.generation;
    if (!generation) return;
    const atProvider = generation.state !== "accepted";
    if (atProvider && !(await confirmed(STOPPING))) return;
    try {
      this.#follow(await api.cancel(generation.id));
      void balanceChanged();
    } catch (error) {
      if (error instanceof Problem && error.code === "already_ended") return announce(sentence(error));
      this.#error.textContent = worded(sentence(error));
    }
  }
}

const KINDS = { picture: "Picture", film: "Film", prompt: "Prompt" };
const READY = { picture: "Your picture is ready.", film: "Your film is ready.", prompt: "Your prompt is ready." };
const STORED = { picture: "The picture is being stored.", film: "The film is being stored.", prompt: "The prompt is being stored." };
const MADE = {
  picture: "The picture is made and is being stored.",
  film: "The film is made and is being stored.",
  prompt: "The prompt is made and is being stored.",
};

const STOPPING = {
  title: "Ask the provider to stop?",
  text: "It is already at work. If it stops in time, the credits come back. If it finishes first, you get what it made and it is charged. This cannot be taken back.",
  yes: "Ask it to stop",
  no: "Let it finish",
};

/** @param {api.Generation} generation */
function finished(generation) {
  const media = generation.media[0];
  return [
    h("p", { class: "card-facts" }, [credits(generation.credits), media && !isText(generation) && measures(media), moment(generation.createdAt)].filter(Boolean).join(" \u00b7 ")),
    generationActions(generation),
  ];
}

/** @param {api.Generation} generation */
function withoutPicture(generation) {
  return [
    h("p", { class: "card-failure" }, generation.failure?.message ?? "It was cancelled."),
    h("p", { class: "card-refund" }, refundSentence(generation)),
    generationActions(generation),
  ];
}

/** @param {api.Generation} generation */
function spoken(generation) {
  switch (generation.state) {
    case "succeeded":
      return about(generation, READY);
    case "failed":
    case "cancelled":
      return `${worded(failureTitle(generation.failure?.code ?? generation.state, generation.failure?.refused))}. ${worded(refundSentence(generation))}`;
    case "delivering":
      return about(generation, STORED);
    default:
      return generation.cancelRequested ? "The provider has been asked to stop." : "The provider is at work.";
  }
}

customElements.define("generation-card", GenerationCard);
