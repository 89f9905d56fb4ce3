import "./problem-note.js";
import "./storyboard-board.js";
import "./storyboard-brief.js";

import { catalogue } from "../catalogue.js";
import { Component } from "../component.js";
import { h } from "../dom.js";
import { day } from "../format.js";
import { navigate, route } from "../router.js";
import { list } from "../storyboard/calls.js";

/** A story in shots: a new one to plan, those that there are, and the one that is open. */
class StoryboardsPage extends Component {
  /** @type {string | null} */
  #open = null;

  render() {
    this.#open = null;
    route.watch(() => this.#show(), this.life);
    this.addEventListener("planned", (event) => navigate(`/storyboards?board=${/** @type {CustomEvent<string>} */ (event).detail}`), { signal: this.life });
  }

  #show() {
    const board = route.value.query.get("board") ?? "";
    if (route.value.path !== "/storyboards" || board === this.#open) return;
    this.#open = board;
    if (board) this.replaceChildren(h("storyboard-board", { ".board": board }));
    else void this.#overview();
  }

  async #overview() {
    const shelf = h("ul", { class: "storyboards" });
    const form = h("div", {}, h("p", { class: "loading" }, "Opening\u2026"));
    this.replaceChildren(
      h("section", { class: "sheet" }, h("h1", {}, "Storyboards"), h("p", {}, "A few sentences become shots. Arrange them as you like, then have one of them made, or all."), form),
      h("section", { "aria-label": "Your storyboards" }, shelf),
    );
    try {
      const [models, { items }] = await Promise.all([catalogue(), list()]);
      if (this.life.aborted) return;
      form.replaceChildren(h("storyboard-brief", { ".models": models }));
      shelf.replaceChildren(...items.map(row));
    } catch (error) {
      if (!this.life.aborted) form.replaceChildren(h("problem-note", { ".error": error, ".retry": () => void this.#overview() }));
    }
  }
}

/** @param {import("../storyboard/calls.js").Summary} board */
const row = (board) =>
  h(
    "li",
    {},
    h("a", { href: `/storyboards?board=${board.id}` }, board.title ?? board.brief),
    h("span", { class: "fine" }, `${STATES[board.state] ?? `${board.shots} ${board.kind === "video" ? "films" : "pictures"}`} \u00b7 ${day(board.createdAt)}`),
  );

/** @type {Record<string, string>} */
const STATES = { planning: "Being planned", failed: "Could not be planned" };

customElements.define("storyboards-page", StoryboardsPage);
