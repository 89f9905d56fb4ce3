import { announce } from "../announce.js";
import { asked, chosen } from "../asking.js";
import { Component } from "../component.js";
import { h } from "../dom.js";
import { say } from "../language.js";
import { changeProject, createProject, deleteProject, pack, projects } from "../library.js";
import { download } from "./selection-bar.js";

const NAME_MAX = 80;
const LOOK_MAX = 500;

/** Makes projects, and changes the one that is shown. Emits "open" with the id of one to show. */
class ProjectBar extends Component {
  /** @type {string | null} */
  #id = null;
  #problem = h("div");

  render() {
    this.#show();
    projects.watch(() => this.#show(), this.life);
  }

  /** @param {string | null} id */
  set project(id) {
    this.#id = id;
    this.#show();
  }

  #show() {
    const project = projects.value.find(({ id }) => id === this.#id);
    this.replaceChildren(
      h(
        "div",
        { class: "button-row" },
        button("New project", () => this.#create()),
        project && button("Download all", () => this.#try(() => pack({ project: project.id }, download))),
        project && button("Rename", () => this.#rename(project)),
        project && button(project.direction ? "Change its look" : "Give it a look", () => this.#look(project)),
        project?.direction && button("Leave its look open", () => this.#try(() => changeProject(project, project.name, null))),
        project && button("Delete project", () => this.#delete(project)),
      ),
      this.#problem,
    );
  }

  async #create() {
    const name = await asked({ title: "A new project", label: "Name", yes: "Create", max: NAME_MAX });
    if (name) await this.#try(async () => this.#open((await createProject(name)).id));
  }

  /** @param {import("../library.js").Project} project */
  async #rename(project) {
    const name = await asked({ title: "Rename the project", label: "Name", value: project.name, yes: "Rename", max: NAME_MAX });
    if (name) await this.#try(() => changeProject(project, name, project.direction));
  }

  /** @param {import("../library.js").Project} project */
  async #look(project) {
    const look = await asked({ title: "How everything in it is to look", label: "Goes with every prompt of this project", value: project.direction ?? "", yes: "Keep", max: LOOK_MAX });
    if (look) await this.#try(() => changeProject(project, project.name, look));
  }

  /** @param {import("../library.js").Project} project */
  async #delete(project) {
    const answer = await chosen({
      title: say`Delete \u201c${project.name}\u201d?`,
      text: "What is in it can stay in your history, or go with it. What goes cannot be brought back.",
      choices: [["keep", "Keep the results"], ["delete", "Delete the results too", true]],
    });
    if (answer !== "keep" && answer !== "delete") return;
    await this.#try(async () => {
      await deleteProject(project, answer);
      announce(answer === "keep" ? "The project is gone, its results stay." : "The project and its results are gone.");
      this.#open("");
    });
  }

  /** @param {string} id */
  #open(id) {
    this.dispatchEvent(new CustomEvent("open", { detail: id }));
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

/** @param {string} words @param {() => void} onclick */
const button = (words, onclick) => h("button", { class: "button small quiet", type: "button", onclick }, words);

customElements.define("project-bar", ProjectBar);
