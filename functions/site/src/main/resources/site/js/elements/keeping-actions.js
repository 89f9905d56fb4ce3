import { announce } from "../announce.js";
import { chosen } from "../asking.js";
import { Component } from "../component.js";
import { confirmed } from "../confirm.js";
import { h } from "../dom.js";
import { moment } from "../format.js";
import { say } from "../language.js";
import { projects, putInto, readProjects, remove, share, shared, unshare } from "../library.js";

/** Files, shows to others and removes one generation. Emits "removed" once it is gone. */
class KeepingActions extends Component {
  /** @type {import("../api.js").Generation | null} */
  generation = null;
  #note = h("div", { class: "share-note" });

  render() {
    const generation = this.generation;
    if (!generation) return;
    const { id } = generation;
    const select = h("select", { id: "keep-in", onchange: () => void this.#try(() => this.#file(id, select.value)) });
    this.replaceChildren(
      h("div", { class: "filter" }, h("label", { for: "keep-in" }, "Project"), select),
      h(
        "div",
        { class: "button-row" },
        generation.state === "succeeded" && generation.media[0] && h("button", { class: "button small", type: "button", onclick: () => void this.#try(() => this.#share(id)) }, "Share a link"),
        h("button", { class: "button small danger", type: "button", onclick: () => void this.#try(() => this.#remove(id)) }, "Remove"),
      ),
      this.#note,
    );
    projects.watch((all) => {
      select.replaceChildren(h("option", { value: "" }, "None"), ...all.map((each) => h("option", { value: each.id }, each.name)));
      select.value = all.some((each) => each.id === generation.project) ? (generation.project ?? "") : "";
    }, this.life);
    void this.#try(async () => {
      await readProjects();
      if (generation.state === "succeeded" && generation.media[0]) this.#linked(id, await shared(id));
    });
  }

  /** @param {string} id @param {string} project */
  async #file(id, project) {
    await putInto(id, project || null);
    announce(project ? "It is in the project now." : "It is in no project now.");
    this.dispatchEvent(new CustomEvent("filed", { bubbles: true, detail: project || null }));
  }

  /** @param {string} id */
  async #share(id) {
    const yes = await confirmed({
      title: "Show this to others?",
      text: "Whoever has the link sees this result, without signing in, for seven days. You can take it back at any time.",
      yes: "Make the link",
      no: "Keep it to myself",
    });
    if (yes) this.#linked(id, await share(id));
  }

  /** @param {string} id @param {import("../library.js").Share | null} link */
  #linked(id, link) {
    if (!link) return this.#note.replaceChildren();
    const address = new URL(link.href, location.origin).href;
    const field = h("input", { id: "share-link", type: "text", readonly: true, value: address });
    this.#note.replaceChildren(
      h("label", { for: "share-link" }, say`Anybody with this link sees it until ${moment(link.expiresAt)}`),
      field,
      h(
        "div",
        { class: "button-row" },
        h("button", { class: "button small", type: "button", onclick: () => void copy(field) }, "Copy the link"),
        h("button", { class: "button small quiet", type: "button", onclick: () => void this.#try(() => this.#revoke(id)) }, "Take it back"),
      ),
    );
  }

  /** @param {string} id */
  async #revoke(id) {
    await unshare(id);
    this.#note.replaceChildren();
    announce("The link leads nowhere now.");
  }

  /** @param {string} id */
  async #remove(id) {
    const answer = await chosen({
      title: "Remove this for good?",
      text: "The file, your words and every link to it go. What it cost stays in your statement, without your words.",
      choices: [["yes", "Remove for good", true]],
    });
    if (answer !== "yes") return;
    await remove(id);
    announce("It is removed.");
    this.dispatchEvent(new CustomEvent("removed", { bubbles: true, detail: id }));
  }

  /** @param {() => Promise<unknown>} act */
  async #try(act) {
    try {
      await act();
    } catch (error) {
      if (!this.life.aborted) this.#note.replaceChildren(h("problem-note", { ".error": error }));
    }
  }
}

/** @param {HTMLInputElement} field */
async function copy(field) {
  try {
    await navigator.clipboard.writeText(field.value);
    announce("The link is copied.");
  } catch {
    // Not every browser lets a page write there: the text is selected, to be copied by hand.
    field.select();
  }
}

customElements.define("keeping-actions", KeepingActions);
