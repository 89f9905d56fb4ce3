import "./choice-group.js";
import "./generate-button.js";
import "./late-settings.js";
import "./prompt-field.js";
import "./prompt-writer.js";

import { announce } from "../announce.js";
import { balance, balanceChanged } from "../balance.js";
import { Component } from "../component.js";
import { isFilmModel, isOffered, isSpeechModel, lengthChoices, modelChoices, resolutionChoices, settle, shapeChoices } from "../choices.js";
import { replacedNote, unansweredNote } from "../composer-notes.js";
import { h } from "../dom.js";
import { bringBack, clicked, draft, notePromptSent, noteUnanswered, replaced, unansweredSubmission } from "../draft.js";
import { credits } from "../format.js";
import { Problem } from "../http.js";
import { say } from "../language.js";
import { sentence } from "../problems.js";
import { QuoteKeeper } from "../quoting.js";
import { priced } from "../settings.js";
import { newSubmission, send, unanswered } from "../submission.js";

/** @typedef {import("../api.js").Model} Model */
/** @typedef {import("../draft.js").Submission} Submission */

const CLICK_FRESH_MILLIS = 10_000;
const NO_ANSWER = "Halftone did not answer, so this click may or may not have arrived.";

/** Prompt, settings, price and the click. */
class ComposerForm extends Component {
  /** @type {Model[]} */
  models = [];
  /** What writes prompts, if anything does. @type {Model | null} */
  writer = null;
  #quotes = new QuoteKeeper();
  #sending = false;
  /** The model whose shapes and sizes are on screen, and whether it is to be heard. */
  #offered = "";
  /** @type {any} */
  #prompt = h("prompt-field");
  /** @type {any} */
  #model = h("choice-group", { ".name": "model", ".legend": "Model" });
  /** @type {any} */
  #shape = h("choice-group", { ".name": "shape", ".legend": "Shape" });
  /** @type {any} */
  #size = h("choice-group", { ".name": "size", ".legend": "Size" });
  /** @type {any} */
  #length = h("choice-group", { ".name": "length", ".legend": "Length" });
  /** @type {any} */
  #rest = h("late-settings");
  /** @type {any} */
  #button = h("generate-button");
  #note = h("div", { class: "composer-note" });

  render() {
    this.replaceChildren(
      h(
        "form",
        { class: "composer", novalidate: true, "aria-label": "New picture or film", onsubmit: (/** @type {Event} */ event) => this.#click(event) },
        this.#prompt,
        this.writer && h("prompt-writer", { ".model": this.writer, ".field": this.#prompt }),
        this.#model,
        h("div", { class: "composer-pair" }, this.#shape, this.#size, this.#length),
        this.#rest,
        h("div", { class: "composer-send" }, this.#note, this.#button),
      ),
    );
    this.#model.choices = modelChoices(this.models);
    this.#button.models = this.models;
    draft.watch(() => this.#show(), this.life);
    this.addEventListener("input", () => this.#remember(), { signal: this.life });
    this.#quotes.current.watch((quoting) => {
      this.#button.quoting = quoting;
      if (quoting.state === "failed" && quoting.error instanceof Problem) this.#rest.fail(quoting.error.field, quoting.error.code, true);
    }, this.life);
    balance.watch((now) => (this.#button.balance = now), this.life);
    this.life.addEventListener("abort", () => this.#quotes.stop(), { once: true });
    replaced.watch((before) => before && this.#offerBack(), this.life);
    clicked.watch((click) => click && this.#carryOut(click), this.life);
    this.addEventListener("unanswered", (event) => this.#offerAgain(/** @type {CustomEvent<Submission>} */ (event).detail, NO_ANSWER), { signal: this.life });
    const submission = unansweredSubmission();
    if (submission) this.#offerAgain(submission, "Your last click got no answer.");
  }

  /** Shows the draft, corrected to what the model offers. */
  #show() {
    const { model, settings } = settle(draft.value, this.models);
    this.#prompt.value = draft.value.prompt;
    this.#prompt.max = model.promptMaxCharacters;
    this.#model.value = model.id;
    const offered = `${model.id} ${settings.audio ?? false}`;
    if (offered !== this.#offered) {
      // Only another model changes what is offered: drawing it anew would take the focus away.
      this.#offered = offered;
      this.#shape.choices = shapeChoices(model);
      this.#size.choices = resolutionChoices(model, settings.audio);
      this.#length.choices = lengthChoices(model);
      this.#length.hidden = !isFilmModel(model) || isSpeechModel(model);
      this.#shape.hidden = this.#size.hidden = model.takes.film;
      this.#prompt.names = model.takes.film ? "name" : isFilmModel(model) ? "film" : "picture";
    }
    this.#shape.value = settings.aspectRatio ?? "";
    this.#size.value = settings.resolution ?? "";
    this.#length.value = String(settings.durationSeconds);
    this.#button.model = model;
    this.#button.settings = settings;
    this.#rest.show(model, draft.value.extras);
    this.#quotes.want(priced(model, settings));
  }

  #remember() {
    this.#note.querySelector(".replaced")?.remove();
    draft.set({
      prompt: this.#prompt.value,
      model: this.#model.value,
      aspectRatio: this.#shape.value || draft.value.aspectRatio,
      resolution: this.#size.value || draft.value.resolution,
      durationSeconds: Number(this.#length.value) || draft.value.durationSeconds,
      extras: this.#rest.value,
    });
  }

  /** @param {Event} event */
  #click(event) {
    event.preventDefault();
    void this.#generate(this.#button.price);
  }

  /** @param {import("../draft.js").Click} click made elsewhere: for all that the draft says, or for nothing */
  #carryOut({ credits: shown, atMillis }) {
    clicked.set(null);
    // Who has waited longer for the models no longer expects to spend credits just now.
    if (Date.now() - atMillis > CLICK_FRESH_MILLIS) return;
    if (!isOffered(draft.value, settle(draft.value, this.models).settings)) {
      return this.#say("These settings are no longer offered. The nearest ones are chosen: generate if they are fine.");
    }
    void this.#generate(shown);
  }

  /** @param {number} shown the price that stood on the button */
  async #generate(shown) {
    if (this.#sending || !this.#prompt.check() || !this.#rest.check()) return;
    if (this.#button.short) return announce(this.#button.short);
    await this.#during(async () => {
      const quote = await this.#quotes.valid();
      if (quote.credits !== shown) {
        return this.#say(say`The price is now ${credits(quote.credits)}. Nothing was charged; generate again if that is fine.`);
      }
      const { settings } = settle(draft.value, this.models);
      await this.#send(newSubmission({ ...settings, prompt: this.#prompt.value.trim(), quote: quote.quote }));
    });
  }

  /** @param {Submission} submission */
  async #send(submission) {
    try {
      const generation = await send(submission);
      this.#note.replaceChildren();
      notePromptSent(submission.body.prompt);
      announce(say`Accepted. ${credits(generation.credits)} set aside.`);
      this.dispatchEvent(new CustomEvent("generation", { detail: generation, bubbles: true }));
      void balanceChanged();
    } catch (error) {
      if (!unanswered(error)) throw error;
      this.#offerAgain(submission, NO_ANSWER);
    }
  }

  /** @param {() => Promise<void>} work */
  async #during(work) {
    this.#sending = true;
    this.#button.sending = true;
    this.#note.replaceChildren();
    try {
      await work();
    } catch (error) {
      await this.#refused(error);
    } finally {
      this.#sending = false;
      this.#button.sending = false;
    }
  }

  /** @param {unknown} error */
  async #refused(error) {
    if (!(error instanceof Problem)) return this.#say(sentence(error));
    if (error.status === 422 && this.#failAt(error)) return;
    switch (error.code) {
      case "quote_expired": {
        const quote = await this.#quotes.renew().catch(() => null);
        const price = quote ? say` The price now is ${credits(quote.credits)}: generate again to accept it.` : "";
        return this.#say(say`The price had expired before the click arrived, so nothing was made or charged.${price}`);
      }
      case "quote_mismatch":
        await this.#quotes.renew().catch(() => null);
        return this.#say(sentence(error));
      case "insufficient_credits":
        void balanceChanged();
        return this.#say(sentence(error));
      default:
        return this.#say(sentence(error));
    }
  }

  /**
   * Says it at the field that it is about; false if that is none of these.
   *
   * @param {Problem} problem
   */
  #failAt(problem) {
    /** @type {Record<string, any>} */
    const fields = { prompt: this.#prompt, aspectRatio: this.#shape, resolution: this.#size, durationSeconds: this.#length };
    const field = fields[problem.field ?? ""];
    if (!field) return this.#rest.fail(problem.field, problem.code);
    field.fail(sentence(problem));
    return true;
  }

  /** @param {string} text */
  #say(text) {
    this.#note.replaceChildren(h("p", { class: "note warning", role: "alert" }, text));
  }

  #offerBack() {
    const back = () => {
      bringBack();
      this.#note.replaceChildren();
    };
    this.#note.replaceChildren(replacedNote(back));
  }

  /**
   * The same click once more: its key makes sure that it counts once.
   *
   * @param {Submission} submission
   * @param {string} reason
   */
  #offerAgain(submission, reason) {
    const again = () => void this.#during(() => this.#send(submission));
    const drop = () => {
      noteUnanswered(null);
      this.#note.replaceChildren();
    };
    this.#note.replaceChildren(unansweredNote(reason, again, drop));
  }
}

customElements.define("composer-form", ComposerForm);
