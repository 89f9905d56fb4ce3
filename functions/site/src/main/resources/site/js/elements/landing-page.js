import "./halftone-print.js";
import "./sign-in-methods.js";

import { Component } from "../component.js";
import { h } from "../dom.js";
import { credits } from "../format.js";
import { say } from "../language.js";
import { noticeSentence, signInSentence } from "../problems.js";
import { pageOf, replace, route } from "../router.js";

const POINTS = [
  ["The price comes first", "The button says what a picture costs before you press it. That price holds for your click."],
  ["Failure costs nothing", "Refused, broken or too slow: the credits come back by themselves. You ask nobody."],
  ["Every credit is explained", "Your statement has a line for each credit given, set aside, charged or returned."],
];

const EXAMPLE = [
  ["Welcome credits", "+25", "25"],
  ["Set aside for a picture", "\u22124", "21"],
  ["Came back: the provider took too long", "+4", "25"],
];

/** What Halftone is, in a breath, and the way in. */
class LandingPage extends Component {
  /** @type {import("../api.js").SignInOptions | null} */
  options = null;
  /** @type {string | null} */
  notice = null;

  render() {
    if (!this.options) return;
    this.replaceChildren(this.#hero(this.options), points(), example());
  }

  /** @param {import("../api.js").SignInOptions} options */
  #hero({ brand, methods, minimumAge, welcomeCredits }) {
    return h(
      "section",
      { class: "hero" },
      h(
        "div",
        { class: "hero-words" },
        h("p", { class: "eyebrow" }, brand.tagline),
        h(
          "h1",
          { class: "hero-title" },
          h("span", {}, "Describe a picture. "),
          h("span", {}, "See the price. "),
          h("span", {}, "Get it, or your credits back."),
        ),
        this.#message(),
        h("sign-in-methods", { ".methods": methods }),
        h(
          "p",
          { class: "fine" },
          welcomeCredits > 0 ? say`${credits(welcomeCredits)} to start with. ` : "",
          say`For people of ${minimumAge} and over.`,
        ),
      ),
      h(
        "figure",
        { class: "print" },
        h("halftone-print"),
        h("figcaption", {}, h("span", {}, "Low sun, two inks"), h("span", {}, "drawn by this page, dot by dot")),
      ),
    );
  }

  #message() {
    const code = route.value.query.get("signInError");
    if (code !== null) {
      replace(route.value.path);
      return h("p", { class: "note warning", role: "alert" }, signInSentence(code));
    }
    const words = noticeSentence(this.notice) ?? WANTED[pageOf(route.value.path) ?? ""];
    return words ? h("p", { class: "note", role: "status" }, words) : null;
  }
}

/** @type {Record<string, string>} */
const WANTED = {
  "/history": "Sign in to see your pictures.",
  "/statement": "Sign in to see your statement.",
  "/credits": "Sign in to buy credits.",
  "/orders": "Sign in to see your orders.",
  "/orders/{id}": "Sign in to see your order.",
};

const points = () =>
  h(
    "section",
    { class: "points", "aria-label": "What you can count on" },
    ...POINTS.map(([title, text]) => h("div", { class: "point" }, h("h2", {}, title), h("p", {}, text))),
  );

const example = () =>
  h(
    "section",
    { class: "example" },
    h(
      "div",
      {},
      h("h2", {}, "What a refund looks like"),
      h("p", {}, "Credits are set aside when you click and charged only once the picture is stored for you. Here is what happens when it is not."),
    ),
    h(
      "table",
      { class: "slip" },
      h("caption", {}, "An example statement"),
      h("thead", { class: "visually-hidden" }, h("tr", {}, ...["Reason", "Credits", "Balance"].map((name) => h("th", { scope: "col" }, name)))),
      h("tbody", {}, ...EXAMPLE.map(([reason, change, after]) => h("tr", {}, h("td", {}, reason), h("td", {}, change), h("td", {}, after)))),
    ),
  );

customElements.define("landing-page", LandingPage);
