import { announce } from "../announce.js";
import { TAKEN, take } from "../asset/calls.js";
import { refusal, whyNot } from "../asset/words.js";
import { Component } from "../component.js";
import { h } from "../dom.js";

/** @typedef {import("../asset/calls.js").Asset} Asset */
/** @typedef {{click: string, file: File | null, name: string, asset: Asset | null, said: string, row: HTMLLIElement}} Entry */

const AT_ONCE_MAX = 3;

/**
 * Takes files, by choosing, dropping or pasting, and shows them in an order that can be changed.
 * Emits "change" whenever what is ready, or its order, changes.
 */
class AssetPicker extends Component {
  /** Which kinds are taken. @type {("picture" | "sound" | "film")[]} */
  kinds = ["picture"];
  /** How many. */
  max = 4;
  label = "Choose files, drop them here, or paste a picture";
  /** Whether what is ready leaves the list, for it is shown elsewhere. */
  passing = false;

  /** @type {Entry[]} */
  #entries = [];
  #busy = 0;
  #list = h("ol", { class: "assets" });
  #said = h("p", { class: "field-error", role: "alert" });
  #input = h("input", { type: "file", id: `assets-${crypto.randomUUID()}` });

  /** What is ready, in its order. @returns {Asset[]} */
  get assets() {
    return this.#entries.flatMap(({ asset }) => (asset?.state === "ready" ? [asset] : []));
  }

  /** Puts something there that was uploaded before. @param {Asset} asset */
  add(asset) {
    if (this.#entries.length >= this.max || this.#entries.some((entry) => entry.asset?.id === asset.id)) return;
    this.#append({ click: "", file: null, name: asset.name, asset, said: "", row: h("li") });
    this.#changed();
  }

  render() {
    this.#input.setAttribute("accept", this.kinds.map((kind) => TAKEN[kind]).join(","));
    this.#input.toggleAttribute("multiple", this.max > 1);
    this.replaceChildren(
      h("div", { class: "drop" }, h("label", { for: this.#input.id }, this.label), this.#input, this.#said),
      this.#list,
    );
    this.#input.addEventListener("change", () => {
      this.#take(this.#input.files);
      this.#input.value = "";
    });
    this.addEventListener("dragover", (event) => event.preventDefault());
    this.addEventListener("drop", (event) => {
      event.preventDefault();
      this.#take(event.dataTransfer?.files);
    });
    document.addEventListener(
      "paste",
      (event) => {
        if (!event.clipboardData?.files.length) return;
        event.preventDefault();
        this.#take(event.clipboardData.files);
      },
      { signal: this.life },
    );
  }

  /** @param {FileList | undefined | null} files */
  #take(files) {
    const room = this.max - this.#entries.length;
    const chosen = [...(files ?? [])];
    this.#said.textContent = chosen.length > room ? `Only ${this.max} can be here.` : "";
    for (const file of chosen.slice(0, Math.max(0, room))) {
      this.#append({ click: crypto.randomUUID(), file, name: file.name, asset: null, said: "Waiting", row: h("li") });
    }
    this.#next();
  }

  /** @param {Entry} entry */
  #append(entry) {
    this.#entries.push(entry);
    this.#list.append(entry.row);
    this.#draw();
  }

  #next() {
    for (const entry of this.#entries) {
      if (this.#busy >= AT_ONCE_MAX) return;
      if (entry.file && entry.said === "Waiting") void this.#send(entry, entry.file);
    }
  }

  /** @param {Entry} entry @param {File} file */
  async #send(entry, file) {
    this.#busy++;
    try {
      this.#say(entry, "Sending", 0);
      entry.asset = await take(
        file,
        entry.click,
        (share) => this.#say(entry, share < 1 ? "Sending" : "Being looked at", share),
        this.life,
      );
      entry.file = null;
      this.#say(entry, entry.asset.state === "ready" ? "" : refusal(entry.asset.refusal));
      announce(entry.asset.state === "ready" ? `${entry.name} is ready.` : `${entry.name}: ${entry.said}`);
      if (entry.asset.state === "ready") this.#changed();
      if (entry.asset.state === "ready" && this.passing) this.#remove(entry);
    } catch (error) {
      if (this.life.aborted) return;
      this.#say(entry, whyNot(error));
      announce(`${entry.name}: ${entry.said}`);
    } finally {
      this.#busy--;
      this.#next();
    }
  }

  /** @param {Entry} entry @param {string} words @param {number} [share] */
  #say(entry, words, share) {
    entry.said = words;
    this.#row(entry, share);
  }

  #draw() {
    for (const entry of this.#entries) this.#row(entry);
  }

  /** @param {Entry} entry @param {number} [share] */
  #row(entry, share) {
    const { asset, name, said, file, row } = entry;
    const at = this.#entries.indexOf(entry);
    const failed = said !== "" && share === undefined && said !== "Waiting";
    row.replaceChildren(
      picture(asset),
      h(
        "div",
        { class: "asset-about" },
        h("p", { class: "asset-name" }, name),
        said && h("p", { class: failed ? "field-error" : "fine" }, said),
        share !== undefined && h("progress", { value: share, max: 1, "aria-label": `${name}: ${said}` }),
      ),
      h(
        "div",
        { class: "asset-actions" },
        failed && file && button("Try again", name, () => { this.#say(entry, "Waiting"); this.#next(); }),
        at > 0 && button("Earlier", name, () => this.#move(entry, -1)),
        at < this.#entries.length - 1 && button("Later", name, () => this.#move(entry, 1)),
        share === undefined && button("Remove", name, () => this.#remove(entry)),
      ),
    );
  }

  /** @param {Entry} entry @param {-1 | 1} by */
  #move(entry, by) {
    const at = this.#entries.indexOf(entry);
    this.#entries.splice(at, 1);
    this.#entries.splice(at + by, 0, entry);
    this.#list.replaceChildren(...this.#entries.map(({ row }) => row));
    this.#draw();
    /** @type {HTMLButtonElement | null} */ (entry.row.querySelector("button"))?.focus();
    this.#changed();
  }

  /** Takes it out of this list; it stays among the uploads. @param {Entry} entry */
  #remove(entry) {
    this.#entries = this.#entries.filter((each) => each !== entry);
    entry.row.remove();
    this.#draw();
    this.#changed();
  }

  #changed() {
    this.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

/** @param {Asset | null} asset */
export const picture = (asset) =>
  asset?.thumbnail
    ? h("img", { class: "asset-picture", src: asset.thumbnail, alt: "", loading: "lazy" })
    : h("span", { class: "asset-picture", "aria-hidden": "true" }, asset?.kind === "sound" ? "\u266a" : asset?.kind === "film" ? "\u25b6" : "");

/** @param {string} text @param {string} name @param {() => void} onclick */
const button = (text, name, onclick) =>
  h("button", { class: "button small", type: "button", onclick }, text, h("span", { class: "visually-hidden" }, `, ${name}`));

customElements.define("asset-picker", AssetPicker);
