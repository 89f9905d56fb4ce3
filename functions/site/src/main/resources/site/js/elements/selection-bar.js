import { announce } from "../announce.js";
import { chosen } from "../asking.js";
import { Component } from "../component.js";
import { h, ownPath } from "../dom.js";
import { say } from "../language.js";
import { pack, projects, putInto, remove } from "../library.js";

/** What can be done with several generations at once. Emits "removed" for each that went, and "clear". */
class SelectionBar extends Component {
  /** @type {string[]} */
  #ids = [];
  #problem = h("div");

  render() {
    this.#show();
    projects.watch(() => this.#show(), this.life);
  }

  /** @param {string[]} ids */
  set ids(ids) {
    this.#ids = ids;
    this.#show();
  }

  #show() {
    const count = this.#ids.length;
    if (count === 0) return this.replaceChildren();
    this.replaceChildren(
      h(
        "div",
        { class: "button-row selection", role: "group", "aria-label": "Selected" },
        h("span", {}, say`${count} selected`),
        button("Download as ZIP", () => this.#try(() => this.#pack())),
        projects.value.length > 0 && button("Put into a project", () => this.#try(() => this.#file())),
        button("Remove selected", () => this.#try(() => this.#remove())),
        button("Select none", () => this.dispatchEvent(new CustomEvent("clear"))),
      ),
      this.#problem,
    );
  }

  async #pack() {
    announce("Packing\u2026");
    await pack({ generations: this.#ids }, download);
    announce("Packed.");
  }

  async #file() {
    const id = await chosen({
      title: "Put them into which project?",
      text: "Each generation is in one project at most.",
      choices: [...projects.value.map((each) => choice(each.id, each.name)), choice("none", "None")],
    });
    if (id === null) return;
    for (const each of this.#ids) await putInto(each, id === "none" ? null : id);
    announce("Done.");
    this.dispatchEvent(new CustomEvent("clear"));
  }

  async #remove() {
    const answer = await chosen({
      title: say`Remove ${this.#ids.length} for good?`,
      text: "Their files, your words and every link to them go. What they cost stays in your statement.",
      choices: [["yes", "Remove for good", true]],
    });
    if (answer !== "yes") return;
    for (const each of [...this.#ids]) {
      await remove(each);
      this.dispatchEvent(new CustomEvent("removed", { detail: each }));
    }
    announce("They are removed.");
  }

  /** @param {() => Promise<unknown>} act */
  async #try(act) {
    this.#problem.replaceChildren();
    try {
      await act();
    } catch (error) {
      this.#problem.replaceChildren(h("problem-note", { ".error": error }));
    }
  }
}

/** @param {string} href */
export function download(href) {
  const link = h("a", { href: ownPath(href), download: true, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
}

/** @param {string} words @param {() => void} onclick */
const button = (words, onclick) => h("button", { class: "button small quiet", type: "button", onclick }, words);

/** @param {string} id @param {string} name @returns {[string, string]} */
const choice = (id, name) => [id, name];

customElements.define("selection-bar", SelectionBar);
