import { briefs, readBriefs } from "../brief/calls.js";
import { sections } from "../catalogue.js";
import { Component } from "../component.js";
import { h } from "../dom.js";
import { guided, heading } from "../guidance.js";
import { say, worded } from "../language.js";
import { projects, readProjects } from "../library.js";
import { settingSentence } from "../setting-words.js";

/** @typedef {import("../guidance.js").Guided} Guided */

/** What an order takes from the library: its project, a character, and what is decided by itself. Says "input" at every change. */
class GuidanceFields extends Component {
  /** What is asked for; the controls follow once their lists are there. @type {Guided} */
  #value = {};
  #read = false;
  #project = h("select", { id: "project", "aria-describedby": "project-error" });
  #brief = h("select", { id: "brief", "aria-describedby": "brief-error" });
  /** @type {[string, HTMLInputElement][]} */
  #inputs = [];
  #sections = h("div", { class: "guidance-sections" });
  #fold = h("details", { class: "more-settings" });
  /** @type {Record<string, HTMLElement>} */
  #errors = { project: error("project"), brief: error("brief"), attributes: error("attributes") };

  #character = field("brief", "Character", this.#brief, this.#errors.brief, h("p", { class: "fine" }, h("a", { href: "/characters" }, "Describe a character")));

  /** Whether anything but a project has a say in it. @param {boolean} directed */
  set directed(directed) {
    this.#character.hidden = this.#sections.hidden = !directed;
  }

  render() {
    this.#fold.replaceChildren(
      h("summary", {}, "Project, character and look"),
      field("project", "Project", this.#project, this.#errors.project),
      this.#character,
      this.#sections,
      this.#errors.attributes,
    );
    this.replaceChildren(this.#fold);
    this.addEventListener("input", () => this.#change(), { signal: this.life });
    projects.watch(() => this.#show(), this.life);
    briefs.watch(() => this.#show(), this.life);
    void this.#load(this.life);
  }

  /** @returns {Guided} */
  get value() {
    return this.#value;
  }

  /** @param {Guided} next */
  set value({ project, brief, briefVersion, attributes }) {
    this.#value = guided(project, brief, briefVersion, attributes);
    if (Object.keys(this.#value).length > 0) this.#fold.open = true;
    this.#show();
  }

  /** Says what is gone and takes the user there; true when nothing is. */
  check() {
    if (!this.#read) return true;
    const { project, brief } = this.#value;
    if (project && !projects.value.some(({ id }) => id === project)) return !this.fail("project", "unknown_project");
    if (brief && !this.#character.hidden && !briefs.value.some(({ id }) => id === brief)) return !this.fail("brief", "unknown_brief");
    return true;
  }

  /**
   * Shows a refusal where the thing is that was refused; false if that is not here.
   *
   * @param {string | null} name
   * @param {string} code
   */
  fail(name, code) {
    const place = this.#errors[name ?? ""];
    if (!place) return false;
    place.textContent = worded(settingSentence(code));
    this.#fold.open = true;
    /** @type {HTMLElement | null | undefined} */ (name === "attributes" ? this.#inputs[0]?.[1] : this.querySelector(`#${name}`))?.focus();
    return true;
  }

  /** @param {AbortSignal} until */
  async #load(until) {
    const [offered] = await Promise.all([sections(), readProjects(), readBriefs()]).catch(() => [null]);
    if (until.aborted || !offered) return;
    this.#read = true;
    this.#inputs = offered.map(({ id, maxCharacters }) => [id, h("input", { id: `section-${id}`, type: "text", maxlength: maxCharacters, autocomplete: "off", list: `suggested-${id}` })]);
    this.#sections.replaceChildren(
      ...offered.map(({ id, suggestions }, i) => field(`section-${id}`, heading(id), this.#inputs[i][1], h("datalist", { id: `suggested-${id}` }, ...suggestions.map((value) => h("option", { value }))))),
    );
    this.#show();
  }

  #show() {
    const { project = "", brief = "", briefVersion, attributes = {} } = this.#value;
    offer(this.#project, "No project", projects.value.map(({ id, name }) => [id, name]), project, "A project that is gone");
    const known = briefs.value.find(({ id }) => id === brief);
    const pinned = briefVersion && briefVersion !== known?.version ? `${brief} ${briefVersion}` : brief;
    const gone = known ? say`${known.name}, wording ${briefVersion}` : "A character that is gone";
    offer(this.#brief, "Nobody in particular", briefs.value.map(({ id, name }) => [id, name]), pinned, gone);
    for (const [id, input] of this.#inputs) if (input.value.trim() !== (attributes[id] ?? "")) input.value = attributes[id] ?? "";
  }

  #change() {
    const [brief, version] = this.#brief.value.split(" ");
    const attributes = this.#inputs.length > 0 ? Object.fromEntries(this.#inputs.map(([id, input]) => [id, input.value.trim()])) : this.#value.attributes;
    this.#value = guided(this.#project.value, brief, Number(version) || null, attributes);
    for (const each of Object.values(this.#errors)) each.textContent = "";
  }
}

/** @param {string} name */
const error = (name) => h("p", { class: "field-error", id: `${name}-error`, role: "alert" });

/** @param {string} id @param {string} label @param {HTMLElement} control @param {...HTMLElement} rest */
const field = (id, label, control, ...rest) => h("div", { class: "setting" }, h("label", { for: id }, label), control, ...rest);

/**
 * What is chosen stays on offer, so that nothing is dropped in silence.
 *
 * @param {HTMLSelectElement} select
 * @param {string} none
 * @param {[string, string][]} choices
 * @param {string} chosen
 * @param {string} otherwise what the chosen one is called if it is none of these
 */
function offer(select, none, choices, chosen, otherwise) {
  const all = [["", none], ...choices];
  if (!all.some(([value]) => value === chosen)) all.push([chosen, otherwise]);
  select.replaceChildren(...all.map(([value, words]) => h("option", { value }, words)));
  select.value = chosen;
}

customElements.define("guidance-fields", GuidanceFields);
