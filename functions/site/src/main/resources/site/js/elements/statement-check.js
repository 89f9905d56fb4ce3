import "./problem-note.js";

import * as api from "../api.js";
import { announce } from "../announce.js";
import { Component } from "../component.js";
import { h } from "../dom.js";
import { icon } from "../icons.js";
import { say, worded } from "../language.js";
import { check } from "../proof/check.js";

/** @typedef {import("../proof/check.js").Verdict} Verdict */

const PROGRAM = "java VerifyStatement.java halftone-statement.txt";
/** @type {Record<string, [icon: string, words: string]>} */
const STATES = {
  fits: ["check", "as it was sealed"],
  waits: ["clock", "sealed, waits for the next signed root"],
  wrong: ["alert", "not as it was sealed"],
};
// Of a long statement, only what is wrong and the newest lines are listed.
const LISTED_MAX = 200;

/** Holds a statement to its seals and signed roots, in this browser: the one here, or a file. */
class StatementCheck extends Component {
  #verdict = h("div", { class: "verdict", tabindex: "-1" });
  #file = h("input", { id: "statement-file", type: "file", accept: ".txt,text/plain" });
  #drop = h(
    "div",
    { class: "drop" },
    h("label", { for: "statement-file" }, "Or check a file that you have kept: choose it, or drop it here"),
    this.#file,
  );

  render() {
    this.replaceChildren(
      h("h2", {}, "Check every line"),
      h("p", { class: "fine" }, "Every line is sealed with the one before it, and each hour all seals are signed. This browser checks both itself."),
      h("div", { class: "button-row" }, h("button", { class: "button", type: "button", onclick: () => void this.#own() }, "Check my statement")),
      this.#drop,
      this.#verdict,
    );
    this.#file.addEventListener("change", () => void this.#chosen(this.#file.files?.[0]));
    this.#drop.addEventListener("dragover", (event) => event.preventDefault());
    this.#drop.addEventListener("drop", (event) => {
      event.preventDefault();
      void this.#chosen(event.dataTransfer?.files[0]);
    });
  }

  async #own() {
    this.#busy("Reading your statement and the published roots\u2026");
    try {
      const [statement, roots] = await Promise.all([api.statementProof(), api.roots()]);
      await this.#judge("Your statement", statement, roots);
    } catch (error) {
      this.#show(h("problem-note", { ".error": error, ".retry": () => void this.#own() }));
    }
  }

  /** @param {File | undefined} file */
  async #chosen(file) {
    if (!file) return;
    this.#busy(say`Checking ${file.name}\u2026`);
    try {
      await this.#judge(file.name, file, await api.roots());
    } catch (error) {
      this.#show(h("problem-note", { ".error": error, ".retry": () => void this.#chosen(file) }));
    }
  }

  /** @param {string} name @param {Blob} statement @param {Blob} roots */
  async #judge(name, statement, roots) {
    const [file, published] = await Promise.all([statement.arrayBuffer(), roots.arrayBuffer()]);
    const verdict = await check(new Uint8Array(file), new Uint8Array(published));
    const words = verdict.proved ? say`${worded(name)} is proved.` : say`${worded(name)} is not proved.`;
    this.#show(
      h(
        "div",
        { class: `note ${verdict.proved ? "good" : "warning"}` },
        h("p", {}, h("strong", {}, words)),
        h("ul", { class: "verdict-words" }, ...verdict.words.map((line) => h("li", {}, line))),
        !verdict.signatures && unsigned(),
      ),
      lines(verdict),
    );
    announce(`${words} ${verdict.proved ? "" : verdict.words[0]}`);
  }

  /** @param {string} words */
  #busy(words) {
    this.#verdict.replaceChildren(h("p", { class: "loading" }, words));
  }

  /** @param {...HTMLElement} found */
  #show(...found) {
    this.#verdict.replaceChildren(...found);
    this.#verdict.focus({ preventScroll: true });
    this.#verdict.scrollIntoView({ block: "start" });
  }
}

const unsigned = () =>
  h(
    "p",
    {},
    "The signatures could not be checked here: this browser does not know Ed25519. Download the statement with its proof and run ",
    h("code", {}, PROGRAM),
    " with a JDK, from infra/verify of Halftone's source.",
  );

/** @param {Verdict} verdict */
function lines({ lines: all, proved }) {
  const newest = all.slice(-LISTED_MAX).filter(({ state }) => state !== "wrong");
  const listed = [...all.filter(({ state }) => state === "wrong"), ...newest.reverse()].slice(0, LISTED_MAX);
  return h(
    "ul",
    { class: "checked", "aria-label": "Lines: what is wrong, then newest first" },
    ...listed.map(({ number, key, state }) => {
      // Without a proof, a line that follows from the one before it is no more than that.
      const [name, words] = state === "fits" && !proved ? ["check", "fits the line before it"] : STATES[state];
      return h("li", { class: `checked-${state}` }, icon(name), h("span", {}, say`Line ${number}`), h("code", {}, key), h("span", { class: "checked-words" }, words));
    }),
  );
}

customElements.define("statement-check", StatementCheck);
