import "./problem-note.js";

import * as api from "../api.js";
import { announce } from "../announce.js";
import { modelOf } from "../catalogue.js";
import { Component } from "../component.js";
import { h } from "../dom.js";
import { day, size } from "../format.js";
import { say, worded } from "../language.js";
import { told } from "../mark/read.js";

/** @typedef {import("../mark/read.js").Told} Told */

const BYTES_MAX = 256 * 1024 * 1024;

/** @type {Record<string, string>} */
const SOURCES = {
  trainedAlgorithmicMedia: "It says of itself that a model made it.",
  compositeWithTrainedAlgorithmicMedia: "It says of itself that a model made a part of it.",
};

/** Tells of any picture or film whether a model made it, as far as the file knows. For everybody. */
class VerifyPage extends Component {
  #verdict = h("div", { class: "verdict", tabindex: "-1" });
  #file = h("input", { id: "verify-file", type: "file", accept: "image/png,image/jpeg,image/webp,video/mp4" });

  render() {
    const drop = h(
      "div",
      { class: "drop" },
      h("label", { for: "verify-file" }, "Choose a picture or film, or drop it here"),
      this.#file,
      h("p", { class: "fine" }, "PNG, JPEG, WebP or MP4. It stays on this device: only a hash of it is sent."),
    );
    this.replaceChildren(
      h(
        "section",
        { class: "sheet verify" },
        h("h1", {}, "Was this made here?"),
        h("p", {}, "Halftone writes into every picture and film that a model made it, and signs that. Here anybody can check a file."),
        drop,
        this.#verdict,
      ),
    );
    this.#file.addEventListener("change", () => void this.#check(this.#file.files?.[0]));
    drop.addEventListener("dragover", (event) => event.preventDefault());
    drop.addEventListener("drop", (event) => {
      event.preventDefault();
      void this.#check(event.dataTransfer?.files[0]);
    });
  }

  /** @param {File | undefined} file */
  async #check(file) {
    if (!file) return;
    if (file.size > BYTES_MAX) return this.#say("warning", say`${file.name} is too large`, say`Files of up to ${size(BYTES_MAX)} can be checked.`);
    this.#verdict.replaceChildren(h("p", { class: "loading" }, say`Reading ${file.name}\u2026`));
    try {
      const found = await told(new Uint8Array(await file.arrayBuffer()));
      const { madeHere } = found.mark ? await api.verify(found.mark) : { madeHere: false };
      this.#say(...(await verdict(file.name, found, madeHere)));
    } catch (error) {
      this.#verdict.replaceChildren(h("problem-note", { ".error": error, ".retry": () => void this.#check(file) }));
    }
  }

  /** @param {"good" | "warning" | "plain"} tone @param {string} heading @param {...string} words */
  #say(tone, heading, ...words) {
    this.#verdict.replaceChildren(
      h("div", { class: `note ${tone}` }, h("p", {}, h("strong", {}, `${heading}.`)), ...words.map((line) => h("p", {}, line))),
    );
    announce(`${heading}. ${words.map(worded).join(" ")}`);
    this.#verdict.focus({ preventScroll: true });
  }
}

/**
 * @param {string} name
 * @param {Told} found
 * @param {boolean} madeHere
 * @returns {Promise<[tone: "good" | "warning" | "plain", heading: string, ...words: string[]]>}
 */
async function verdict(name, { readable, mark, source, signed }, madeHere) {
  if (!readable) return ["plain", say`Nothing can be read from ${name}`, "It is no whole PNG, JPEG, WebP or MP4."];
  if (mark && madeHere) {
    const model = await modelOf(mark.model);
    return ["good", say`${name} was made here`, say`A model made it: ${model?.name ?? mark.model}, asked for on ${day(mark.day)}. Nothing in it has changed since.`];
  }
  if (mark) {
    return ["warning", say`${name} carries a mark that is not ours`, "The file was changed after it was made, or the mark was copied into it, or another Halftone made it."];
  }
  if (source) return ["plain", say`${name} was not marked here`, SOURCES[source] ?? say`It names its source: ${source}.`];
  if (signed) return ["plain", say`${name} was not marked here`, "It carries content credentials (C2PA) of its maker; a reader of those tells what they say."];
  return ["plain", say`Nothing is known of ${name}`, "It carries no mark. That says nothing of how it was made: marks can be removed, and most tools leave none."];
}

customElements.define("verify-page", VerifyPage);
