import "./asset-picker.js";
import "./guidance-fields.js";

import { Component } from "../component.js";
import { h } from "../dom.js";
import { characters, credits, number } from "../format.js";
import { counted, say, worded } from "../language.js";
import { settingSentence } from "../setting-words.js";
import { given, takes } from "../settings.js";

/** @typedef {import("../api.js").Model} Model */
/** @typedef {import("../api.js").Extras} Extras */

const SEED_BITS = 0x7fffffff;

/** @param {string} kind @param {string} label */
const picker = (kind, label) => /** @type {any} */ (h("asset-picker", { ".kinds": [kind], ".max": 1, ".label": label }));

/** @param {string} id */
const box = (id) => h("input", { id, type: "checkbox", "aria-describedby": `${id}-help` });

/** Everything that the chosen model takes beside words and a form, and nothing that it does not. */
class OrderSettings extends Component {
  /** @type {Model | null} */
  #model = null;
  #audio = box("audio");
  #references = picker("picture", "Add pictures: choose, drop or paste");
  #firstFrame = picker("picture", "Add a picture: choose, drop or paste");
  #film = picker("film", "Add a film: choose or drop");
  #speech = picker("sound", "Add a sound: choose or drop");
  #negativePrompt = h("textarea", { id: "negative-prompt", rows: 2, "aria-describedby": "negativePrompt-error" });
  #direction = h("textarea", { id: "direction", rows: 2, "aria-describedby": "direction-help direction-error" });
  #seed = h("input", { id: "seed", type: "text", inputmode: "numeric", autocomplete: "off", placeholder: "Drawn for you", "aria-describedby": "seed-help seed-error" });
  #watermark = box("watermark");
  /** @type {any} */
  #guidance = h("guidance-fields");
  #more = h("details", { class: "more-settings" });
  /** Where each stands, what it is called and what is said of it. @type {Record<string, {place: HTMLElement, name: HTMLElement, help: HTMLElement, error: HTMLElement}>} */
  #fields = {};

  render() {
    if (Object.keys(this.#fields).length > 0) return;
    this.#more.replaceChildren(
      h("summary", {}, "More settings"),
      this.#labelled("negativePrompt", "What it should not show", this.#negativePrompt),
      this.#labelled("direction", "How it is to look, whatever it shows", this.#direction, "Goes with your words, and shares their room."),
      this.#labelled("seed", "Seed", h("div", { class: "button-row" }, this.#seed, h("button", { class: "button small", type: "button", onclick: () => this.#draw() }, "Draw another")), "The same number, words and settings give much the same again."),
      this.#checked("watermark", this.#watermark),
    );
    this.replaceChildren(
      this.#checked("audio", this.#audio),
      this.#group("references", this.#references),
      this.#group("firstFrame", this.#firstFrame),
      this.#group("film", this.#film),
      this.#group("speech", this.#speech),
      this.#guidance,
      this.#more,
    );
    this.addEventListener("input", (event) => this.#clear(event));
    for (const each of [this.#references, this.#firstFrame, this.#film, this.#speech]) {
      each.addEventListener("change", (/** @type {Event} */ event) => event.target === each && each.dispatchEvent(new Event("input", { bubbles: true })));
    }
  }

  /** All that is said here, whether the model takes it or not. @returns {Extras} */
  get value() {
    return given({
      audio: this.#audio.checked,
      negativePrompt: this.#negativePrompt.value.trim(),
      seed: /^\d+$/.test(this.#seed.value.trim()) ? Number(this.#seed.value) : null,
      references: this.#references.value,
      firstFrame: this.#firstFrame.value[0]?.asset,
      film: this.#film.value[0]?.asset,
      speech: this.#speech.value[0]?.asset,
      watermark: this.#watermark.checked,
      direction: this.#direction.value.trim(),
      ...this.#guidance.value,
    });
  }

  /** @param {Model} model @param {Extras} extras */
  show(model, extras) {
    if (JSON.stringify(extras) !== JSON.stringify(this.value)) this.#fill(extras);
    if (model === this.#model) return;
    this.#model = model;
    for (const [name, { place, error }] of Object.entries(this.#fields)) {
      place.hidden = !takes(model, name);
      error.textContent = "";
    }
    this.#more.hidden = !this.#more.querySelector(".setting:not([hidden])");
    this.#guidance.directed = !model.takes.film;
    const { references, film, speechMaxSeconds, watermark } = model.takes;
    this.#references.max = references?.max ?? 1;
    this.#references.roles = references?.roles ?? [];
    this.#say("references", "Pictures to start from", references?.max === 1 ? "One picture." : say`Up to ${references?.max}, in this order.`);
    if (speechMaxSeconds === null) this.#say("firstFrame", "First frame", "The film begins with this picture.");
    else this.#say("firstFrame", "Who speaks", "A picture of somebody whose face can be seen.");
    this.#say("film", "Who speaks", say`A film of up to ${speechMaxSeconds} s, in which a face can be seen. Its length makes the price; its shape and size stay.`);
    this.#say("speech", "What is spoken", film ? "A sound that is no longer than the film. Both together may have 10 MB." : say`A sound of up to ${speechMaxSeconds} s. Its length makes the price.`);
    this.#say("audio", "With sound", soundPrice(model));
    this.#say("watermark", "With the maker's mark", say`It stands in the picture: ${worded((watermark ?? "").replace("-", " "))}.`);
  }

  /** Says what is wrong and takes the user there; true when nothing is. */
  check() {
    const trouble = this.#troubles().find(([name, reason]) => reason !== "" && !this.#fields[name].place.hidden);
    if (trouble) this.#complain(trouble[0], trouble[1], true);
    return !trouble && this.#guidance.check();
  }

  /**
   * Shows a refusal where the thing is that was refused; false if that is not here.
   *
   * @param {string | null} name
   * @param {string} code
   * @param {boolean} [quietly] whether the user stays where they are
   */
  fail(name, code, quietly = false) {
    if (this.#guidance.fail(name, code)) return true;
    const field = this.#fields[name ?? ""];
    if (!field || field.place.hidden) return false;
    this.#complain(name ?? "", settingSentence(code), !quietly);
    return true;
  }

  /** @returns {[string, string][]} */
  #troubles() {
    const { takes: taken, kind } = /** @type {Model} */ (this.#model);
    const excess = characters(this.#negativePrompt.value.trim()) - taken.negativePromptMaxCharacters;
    const seed = this.#seed.value.trim();
    const speaks = kind === "speech";
    return [
      ["references", this.#references.trouble],
      ["firstFrame", this.#firstFrame.trouble || (speaks && this.#firstFrame.value.length === 0 ? settingSentence("first_frame_required") : "")],
      ["film", this.#film.trouble || (this.#film.value.length === 0 ? settingSentence("film_required") : "")],
      ["speech", this.#speech.trouble || (speaks && this.#speech.value.length === 0 ? settingSentence("speech_required") : "")],
      ["negativePrompt", excess > 0 ? counted(excess, { one: "{0} character more than this model takes.", other: "{0} characters more than this model takes." }) : ""],
      ["seed", seed === "" || (/^\d+$/.test(seed) && Number(seed) <= (taken.seedMax ?? 0)) ? "" : settingSentence("invalid_seed")],
    ];
  }

  /** @param {Extras} extras */
  #fill({ audio = false, negativePrompt = "", seed, references = [], firstFrame, film, speech, watermark = false, direction = "", ...guided }) {
    this.#audio.checked = audio;
    this.#watermark.checked = watermark;
    this.#negativePrompt.value = negativePrompt;
    this.#direction.value = direction;
    this.#guidance.value = guided;
    this.#seed.value = seed === undefined ? "" : String(seed);
    this.#pick(this.#references, references);
    this.#pick(this.#firstFrame, firstFrame ? [{ asset: firstFrame }] : []);
    this.#pick(this.#film, film ? [{ asset: film }] : []);
    this.#pick(this.#speech, speech ? [{ asset: speech }] : []);
    if (negativePrompt || direction || seed !== undefined || watermark) this.#more.open = true;
  }

  /** What is there already is not read again. @param {any} to @param {import("../api.js").Reference[]} references */
  #pick(to, references) {
    const there = to.value;
    const same = (/** @type {import("../api.js").Reference} */ { asset, role }, /** @type {number} */ at) => asset === references[at].asset && (!role || role === references[at].role);
    if (there.length !== references.length || !there.every(same)) to.value = references;
  }

  #draw() {
    this.#seed.value = String(crypto.getRandomValues(new Uint32Array(1))[0] & SEED_BITS);
    this.#seed.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** @param {Event} event */
  #clear(event) {
    for (const { place, error } of Object.values(this.#fields)) if (event.composedPath().includes(place)) error.textContent = "";
  }

  /** @param {string} name @param {string} reason @param {boolean} focus */
  #complain(name, reason, focus) {
    const { place, error } = this.#fields[name];
    error.textContent = worded(reason);
    if (this.#more.contains(place)) this.#more.open = true;
    if (focus) /** @type {HTMLElement | null} */ (place.querySelector("input, textarea"))?.focus();
  }

  /** @param {string} field @param {string} name @param {string} help */
  #say(field, name, help) {
    this.#fields[field].name.textContent = worded(name);
    this.#fields[field].help.textContent = worded(help);
  }

  /** @param {string} name @param {string} label @param {Element} control @param {string} [help] */
  #labelled(name, label, control, help = "") {
    const input = control.matches("input, textarea") ? control : /** @type {Element} */ (control.querySelector("input"));
    return this.#place(name, h("div", { class: "setting" }), h("label", { for: input.id }, label), help, control);
  }

  /** @param {string} name @param {Element} control */
  #group(name, control) {
    return this.#place(name, h("fieldset", { class: "setting" }), h("legend"), "", control);
  }

  /** @param {string} name @param {HTMLInputElement} control */
  #checked(name, control) {
    const label = h("span");
    const place = h("div", { class: "setting" }, h("label", { class: "check", for: name }, control, label));
    return this.#place(name, place, label, "", null);
  }

  /** @param {string} name @param {HTMLElement} place @param {HTMLElement} label @param {string} words @param {Element | null} control */
  #place(name, place, label, words, control) {
    const help = h("p", { class: "fine", id: `${name}-help` }, words);
    const error = h("p", { class: "field-error", id: `${name}-error`, role: "alert" });
    place.append(...(control ? [label, help, control] : [help]), error);
    place.hidden = true;
    this.#fields[name] = { place, name: label, help, error };
    return place;
  }
}

/** @param {Model} model */
function soundPrice({ resolutions }) {
  const prices = resolutions.map(({ id, creditsWithAudio }) => /** @type {[string, string]} */ ([id, say`${credits(creditsWithAudio ?? 0)} a second`]));
  const same = prices.every(([, price]) => price === prices[0][1]);
  return same ? say`${prices[0][1]} at any size.` : `${prices.map(([id, price]) => say`${price} at ${id}`).join(", ")}.`;
}

customElements.define("order-settings", OrderSettings);
