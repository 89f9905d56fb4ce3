import "./account-menu.js";
import "./balance-link.js";

import { Component } from "../component.js";
import { h, svg } from "../dom.js";
import { route } from "../router.js";
import { session } from "../session.js";

const LINKS = [
  ["/", "Studio"],
  ["/catalogues", "Catalogues"],
  ["/history", "History"],
  ["/statement", "Statement"],
];

/** Brand, navigation, balance and account. */
class AppHeader extends Component {
  /** What is drawn, so that unrelated changes leave the header and its focus alone. */
  #drawn = "";

  render() {
    session.watch(() => this.#draw(), this.life);
    route.watch(() => this.#mark(), this.life);
  }

  #draw() {
    const now = session.value;
    const { phase } = now;
    const drawn = "me" in now ? `${phase} ${now.me.user.name} ${now.me.user.email}` : phase;
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    const signedIn = ["acceptance", "welcome", "ready"].includes(phase);
    this.replaceChildren(
      h(
        "header",
        { class: "header" },
        brand(),
        phase === "ready" && navigation(),
        h(
          "div",
          { class: "header-account" },
          phase === "ready" && h("balance-link"),
          signedIn && h("account-menu"),
        ),
      ),
    );
    this.#mark();
  }

  #mark() {
    for (const link of this.querySelectorAll("nav a")) {
      if (link.getAttribute("href") === route.value.path) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
  }
}

const navigation = () =>
  h(
    "nav",
    { class: "nav", "aria-label": "Main" },
    ...LINKS.map(([href, label]) => h("a", { href }, label)),
  );

function brand() {
  const dots = [];
  for (let row = 0; row < 3; row++) {
    for (let column = 0; column < 3; column++) {
      const accent = row === 0 && column === 2;
      const radius = accent ? 2.5 : 0.9 + 0.4 * (row + 2 - column);
      dots.push(
        svg("circle", { class: accent ? "warm" : null, cx: 3 + 6 * column, cy: 3 + 6 * row, r: radius }),
      );
    }
  }
  const mark = svg("svg", { class: "brand-mark", viewBox: "0 0 18 18", "aria-hidden": "true" }, ...dots);
  return h("a", { class: "brand", href: "/" }, mark, h("span", {}, "Halftone"));
}

customElements.define("app-header", AppHeader);
