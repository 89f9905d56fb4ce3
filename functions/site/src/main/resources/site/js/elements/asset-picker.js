import { announce } from "../announce.js";
import { one, TAKEN, take } from "../asset/calls.js";
import { face } from "../asset/row.js";
import { chosenUpload, fromWhere } from "../asset/shelf.js";
import { refusal, whyNot } from "../asset/words.js";
import { Component } from "../component.js";
import { h } from "../dom.js";
import { Problem } from "../http.js";
import { say, worded } from "../language.js";

/** @typedef {import("../asset/calls.js").Asset} Asset */
/** @typedef {import("../asset/row.js").Entry} Entry */
/** @typedef {import("../api.js").Reference} Reference */

const AT_ONCE_MAX = 3;
const WAITING = "Waiting";
const READING = "Reading\u2026";
const GONE = "It has been removed since.";

/**
 * Takes files, by choosing, dropping or pasting, and shows them in an order that can be changed.
 * Emits "change" whenever what is ready, or its order, changes.
 */
class AssetPicker extends Component {
  /** Which kinds are taken. @type {("picture" | "sound" | "film")[]} */
  kinds = ["picture"];
  label = "Choose files, drop them here, or paste a picture";
  /** Whether what is ready leaves the list, for it is shown elsewhere. */
  passing = false;
  #max = 4;
  /** @type {Entry[]} */
  #entries = [];
  /** @type {string[]} */
  #roles = [];
  #busy = 0;
  /** What is being drawn to another place in the order. @type {Entry | null} */
  #dragged = null;
  #list = h("ol", { class: "assets" });
  #said = h("p", { class: "field-error", role: "alert" });
  #input = h("input", { type: "file", id: `assets-${crypto.randomUUID()}` });

  /** How many there may be. @param {number} max */
  set max(max) {
    this.#max = max;
    this.#input.toggleAttribute("multiple", max > 1);
  }

  /** What each may be to the work; the first is what it is if nothing else is chosen. @param {string[]} roles */
  set roles(roles) {
    this.#roles = roles;
    this.#draw();
  }

  /** What can be asked for, in its order, with what has been removed since. @returns {Reference[]} */
  get value() {
    const several = this.#roles.length > 1;
    return this.#entries.flatMap(({ id, role }) => (id === "" ? [] : [{ asset: id, ...(several && { role: role || this.#roles[0] }) }]));
  }

  /** Puts there what was uploaded before. @param {Reference[]} references */
  set value(references) {
    this.#entries = references.map(({ asset: id, role = "" }, at) => entry({ id, role, name: say`Upload ${at + 1}`, said: READING }));
    this.#list.replaceChildren(...this.#entries.map(({ row }) => row));
    this.#said.textContent = "";
    this.#draw();
    for (const each of this.#entries) void this.#read(each);
  }

  /** Why it cannot be asked for like this; empty if it can. */
  get trouble() {
    if (this.#entries.some(({ said }) => said === GONE)) return "Take out what has been removed since.";
    if (this.#entries.some(({ id }) => id === "")) return "Wait until everything has arrived, or take out what has not.";
    return this.#entries.length > this.#max ? say`This model takes ${this.#max} at most. Take out the others.` : "";
  }

  render() {
    this.#input.setAttribute("accept", this.kinds.map((kind) => TAKEN[kind]).join(","));
    const before = h("button", { class: "button small quiet", type: "button", onclick: () => void this.#choose() }, fromWhere(this.kinds));
    this.replaceChildren(
      h("div", { class: "drop" }, h("label", { for: this.#input.id }, this.label), this.#input, this.passing ? null : before, this.#said),
      this.#list,
    );
    const signal = this.life;
    this.#input.addEventListener("change", () => this.#chosen(), { signal });
    this.addEventListener("dragover", (event) => event.preventDefault(), { signal });
    this.addEventListener("drop", (event) => this.#dropped(event), { signal });
    this.addEventListener("dragend", () => (this.#dragged = null), { signal });
    document.addEventListener("paste", (event) => this.#pasted(event), { signal });
  }

  #chosen() {
    this.#take([...(this.#input.files ?? [])]);
    this.#input.value = "";
  }

  /** @param {DragEvent} event */
  #dropped(event) {
    event.preventDefault();
    const onto = this.#entries.findIndex(({ row }) => event.composedPath().includes(row));
    if (this.#dragged && onto >= 0) this.#move(this.#dragged, onto);
    else this.#take([...(event.dataTransfer?.files ?? [])]);
  }

  /** Of several pickers, the first that is seen and takes such files has them. @param {ClipboardEvent} event */
  #pasted(event) {
    const files = [...(event.clipboardData?.files ?? [])].filter(({ type }) => this.kinds.some((kind) => TAKEN[kind].includes(type)));
    if (event.defaultPrevented || files.length === 0 || !this.checkVisibility()) return;
    event.preventDefault();
    this.#take(files);
  }

  async #choose() {
    const asset = await chosenUpload(this.kinds);
    if (!asset || this.#isFull([asset])) return;
    this.#append(entry({ id: asset.id, name: asset.name, asset }));
    this.#changed();
  }

  /** @param {unknown[]} more whether they are too many, which is said */
  #isFull(more) {
    const full = this.#entries.length + more.length > this.#max;
    this.#said.textContent = full ? say`Only ${this.#max} can be here.` : "";
    return full;
  }

  /** @param {File[]} files */
  #take(files) {
    const room = Math.max(0, this.#max - this.#entries.length);
    this.#isFull(files);
    for (const file of files.slice(0, room)) this.#append(entry({ click: crypto.randomUUID(), file, name: file.name, said: WAITING }));
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
      if (entry.file && entry.said === WAITING) void this.#send(entry, entry.file);
    }
  }

  /** @param {Entry} entry @param {File} file */
  async #send(entry, file) {
    this.#busy++;
    try {
      this.#say(entry, "Sending", 0);
      const asset = await take(file, entry.click, (share) => this.#say(entry, share < 1 ? "Sending" : "Being looked at", share), this.life);
      entry.file = null;
      this.#found(entry, asset);
      announce(asset.state === "ready" ? say`${entry.name} is ready.` : `${entry.name}: ${worded(entry.said)}`);
      if (asset.state === "ready" && this.#entries.includes(entry)) this.#changed();
      if (asset.state === "ready" && this.passing) this.#remove(entry);
    } catch (error) {
      if (this.life.aborted) return;
      this.#say(entry, whyNot(error));
      announce(`${entry.name}: ${worded(entry.said)}`);
    } finally {
      this.#busy--;
      this.#next();
    }
  }

  /** What stands behind an id. @param {Entry} entry */
  async #read(entry) {
    try {
      const asset = await one(entry.id, this.life);
      entry.name = asset.name;
      this.#found(entry, asset);
    } catch (error) {
      if (!this.life.aborted) this.#say(entry, error instanceof Problem && error.status === 404 ? GONE : whyNot(error));
    }
  }

  /** @param {Entry} entry @param {Asset} asset */
  #found(entry, asset) {
    entry.asset = asset;
    if (asset.state === "ready") entry.id = asset.id;
    this.#say(entry, asset.state === "ready" ? "" : refusal(asset.refusal));
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
    const at = this.#entries.indexOf(entry);
    const failed = share === undefined && !["", WAITING, READING, GONE].includes(entry.said);
    const acts = {
      again: failed && (entry.file || entry.asset === null) ? () => this.#again(entry) : null,
      earlier: at > 0 ? () => this.#move(entry, at - 1) : null,
      later: at < this.#entries.length - 1 ? () => this.#move(entry, at + 1) : null,
      remove: share === undefined ? () => this.#remove(entry) : null,
      role: this.#roles.length > 1 ? (/** @type {string} */ role) => (entry.role = role) : null,
    };
    entry.row.replaceChildren(...face(entry, acts, this.#roles, share));
    entry.row.draggable = this.#entries.length > 1;
    entry.row.ondragstart = () => (this.#dragged = entry);
  }

  /** @param {Entry} entry */
  #again(entry) {
    this.#say(entry, entry.file ? WAITING : READING);
    if (entry.file) this.#next();
    else void this.#read(entry);
  }

  /** @param {Entry} entry @param {number} to */
  #move(entry, to) {
    this.#dragged = null;
    this.#entries.splice(this.#entries.indexOf(entry), 1);
    this.#entries.splice(to, 0, entry);
    this.#list.replaceChildren(...this.#entries.map(({ row }) => row));
    this.#draw();
    /** @type {HTMLButtonElement | null} */ (entry.row.querySelector("button"))?.focus();
    this.#changed();
  }

  /** Takes it out of this list; it stays among the uploads. @param {Entry} entry */
  #remove(entry) {
    this.#entries = this.#entries.filter((each) => each !== entry);
    entry.row.remove();
    this.#said.textContent = "";
    this.#draw();
    this.#changed();
  }

  #changed() {
    this.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

/** @param {Partial<Entry>} known @returns {Entry} */
const entry = (known) => ({ click: "", file: null, id: "", name: "", role: "", asset: null, said: "", row: h("li"), ...known });

customElements.define("asset-picker", AssetPicker);
