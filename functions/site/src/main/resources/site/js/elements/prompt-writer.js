import "./generation-progress.js";

import * as api from "../api.js";
import { announce } from "../announce.js";
import { balance, balanceChanged } from "../balance.js";
import { Component } from "../component.js";
import { h, own } from "../dom.js";
import { draft } from "../draft.js";
import { characters, credits, number } from "../format.js";
import { Problem } from "../http.js";
import { say, worded } from "../language.js";
import { sentence } from "../problems.js";
import { modelNotes } from "../provider-notes.js";
import { takeWords } from "../reuse.js";
import { newSubmission, send, unanswered } from "../submission.js";
import { ended, track } from "../tracking.js";

/**
 * Has a language model write a full prompt from the words in the box, for a price that stands on the button.
 * Emits "generation" once that has ended, and "unanswered" with a click that got no answer.
 */
class PromptWriter extends Component {
  /** @type {any} the model that writes */
  model = null;
  /** @type {any} the box with the words */
  field = null;
  #busy = false;
  #label = h("span");
  #button = h("button", { class: "button small", type: "button", "aria-describedby": "writer-note", onclick: () => void this.#click() }, this.#label);
  #note = h("p", { class: "fine", id: "writer-note" });
  #said = h("div", { class: "writer-said" });
  #both = h("div", { class: "writer-said" });
  /** The prompt that was written, while the person's own words are in the box. */
  #written = "";

  render() {
    this.replaceChildren(h("div", { class: "writer-row" }, this.#button, this.#note), this.#said, this.#both);
    draft.watch(() => this.#offerBoth(), this.life);
    balance.watch(() => this.#refresh(), this.life);
  }

  /** Either of the two can be ordered; whichever is in the box is. */
  #offerBoth() {
    const { prompt, extras: { originalPrompt = "" } = {} } = draft.value;
    if (originalPrompt && prompt.trim() === "") return takeWords("");
    const ownWords = () => {
      this.#written = prompt;
      takeWords(originalPrompt);
    };
    const choices = originalPrompt
      ? [h("p", { class: "fine" }, "Written of your words: ", h("q", {}, own(originalPrompt))), choice("Use my words", ownWords)]
      : this.#written && prompt.trim() !== ""
        ? [choice("Use the written prompt", () => takeWords(this.#written, prompt))]
        : [];
    this.#both.replaceChildren(...choices);
  }

  /** Why the balance does not suffice, or null when it does. */
  get #short() {
    const now = balance.value;
    return now && now.available < this.model.credits ? say`This needs ${credits(this.model.credits)} and you have ${number(now.available)}.` : null;
  }

  #refresh() {
    const short = this.#short;
    this.#label.textContent = this.#busy ? worded("Writing\u2026") : say`Write it for me \u00b7 ${credits(this.model.credits)}`;
    this.#button.setAttribute("aria-disabled", String(this.#busy || short !== null));
    this.#note.textContent = short ?? `${worded("Makes a full prompt of your words.")} ${modelNotes(this.model).join(" ")}`;
  }

  async #click() {
    if (this.#busy || !this.field.check()) return;
    const brief = this.field.value.trim();
    const excess = characters(brief) - this.model.promptMaxCharacters;
    if (excess > 0) return this.#say(say`${number(excess)} characters too many: it writes from ${number(this.model.promptMaxCharacters)} at most.`);
    if (this.#short) return announce(this.#short);
    this.#busy = true;
    this.#refresh();
    try {
      await this.#write(brief);
    } catch (error) {
      if (!this.life.aborted) this.#say(sentence(error));
    } finally {
      this.#busy = false;
      this.#refresh();
    }
  }

  /** @param {string} brief */
  async #write(brief) {
    this.#said.replaceChildren();
    const quote = await api.quote({ model: this.model.id });
    if (quote.credits !== this.model.credits) {
      this.model = { ...this.model, credits: quote.credits };
      return this.#say(say`The price is now ${credits(quote.credits)}. Nothing was charged; press again if that is fine.`);
    }
    const accepted = await this.#send(newSubmission({ model: this.model.id, prompt: brief, quote: quote.quote }));
    if (!accepted) return;
    announce(say`Accepted. ${credits(accepted.credits)} set aside.`);
    void balanceChanged();
    this.#finish(await this.#wait(accepted));
  }

  /**
   * @param {import("../draft.js").Submission} submission
   * @returns {Promise<api.Generation | null>}
   */
  async #send(submission) {
    try {
      return await send(submission);
    } catch (error) {
      if (!unanswered(error)) throw error;
      this.dispatchEvent(new CustomEvent("unanswered", { detail: submission, bubbles: true }));
      return null;
    }
  }

  /**
   * @param {api.Generation} accepted
   * @returns {Promise<api.Generation>} as it ended, or as it stood when the page was left
   */
  async #wait(accepted) {
    let latest = accepted;
    /** @type {any} */
    const progress = h("generation-progress", { ".generation": accepted, ".provider": this.model.provider });
    this.#said.replaceChildren(progress, this.#cancelRow(accepted));
    await track(
      accepted,
      (next) => {
        latest = next;
        progress.generation = next;
      },
      this.life,
    );
    return latest;
  }

  /** @param {api.Generation} generation */
  #cancelRow(generation) {
    const row = h("div", { class: "button-row" });
    const cancel = async () => {
      try {
        await api.cancel(generation.id);
        row.replaceChildren(h("p", { class: "fine" }, "It will stop as soon as it can; the credits come back."));
      } catch (error) {
        if (!(error instanceof Problem && error.code === "already_ended")) row.append(h("p", { class: "field-error", role: "alert" }, sentence(error)));
      }
    };
    row.append(h("button", { class: "button small quiet", type: "button", onclick: () => void cancel() }, "Cancel"));
    return row;
  }

  /** @param {api.Generation} generation */
  #finish(generation) {
    if (!ended(generation)) return;
    this.#said.replaceChildren();
    this.dispatchEvent(new CustomEvent("generation", { detail: generation, bubbles: true }));
    const written = generation.media[0]?.document;
    if (!written) return this.#say(generation.failure?.message ?? "It was cancelled.");
    takeWords(written.prompt, generation.prompt);
    announce("The prompt is written. What you had typed can be brought back.");
  }

  /** @param {string} text */
  #say(text) {
    this.#said.replaceChildren(h("p", { class: "note warning", role: "alert" }, text));
  }
}

/** @param {string} label @param {() => void} onclick */
const choice = (label, onclick) => h("button", { class: "button small quiet", type: "button", onclick }, label);

customElements.define("prompt-writer", PromptWriter);
