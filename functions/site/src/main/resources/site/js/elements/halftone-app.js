import "./account-language.js";
import "./app-header.js";
import "./landing-page.js";
import "./late-page.js";
import "./message-page.js";
import "./network-banner.js";
import "./policy-page.js";
import "./privacy-page.js";
import "./studio-page.js";
import "./welcome-page.js";

import { Component } from "../component.js";
import { h } from "../dom.js";
import { language, worded } from "../language.js";
import { pageOf, replace, route } from "../router.js";
import { refresh, session, signOut } from "../session.js";

/** @typedef {() => Promise<unknown>} Load */

/**
 * The pages of those who are signed in; a module that is named comes when its page is opened first.
 *
 * @type {Record<string, [tag: string, title: string, load?: Load]>}
 */
const PAGES = {
  "/": ["studio-page", "Studio"],
  "/history": ["history-page", "History", () => import("./history-page.js")],
  "/storyboards": ["storyboards-page", "Storyboards", () => import("./storyboards-page.js")],
  "/uploads": ["uploads-page", "Uploads", () => import("./uploads-page.js")],
  "/characters": ["characters-page", "Characters", () => import("./characters-page.js")],
  "/statement": ["statement-page", "Statement", () => import("./statement-page.js")],
  "/account": ["account-page", "Account", () => import("./account-page.js")],
  "/credits": ["credits-page", "Buy credits", () => import("./credits-page.js")],
  "/orders": ["orders-page", "Orders", () => import("./orders-page.js")],
  "/orders/{id}": ["order-page", "Order", () => import("./order-page.js")],
  "/catalogues": ["catalogue-page", "Catalogues", () => import("./catalogue-page.js")],
};

const SKIP = "Skip to content";
const ACCOUNT = "/account";
const PRIVACY = "/privacy";
const VERIFY = "/verify";
const API = "/api";
const REPORT = "/report";
const FOR_EVERYBODY = [PRIVACY, VERIFY, API, REPORT];

/** The frame of every page: header, banner, the page of the route, footer. */
class HalftoneApp extends Component {
  #main = h("main", { id: "main", tabindex: "-1" });
  /** What is shown, so that unrelated changes leave the page and its state alone. */
  #shown = "";

  render() {
    language.watch(() => this.#draw(), this.life);
    session.watch(() => this.#show(), this.life);
    route.watch(() => this.#show(), this.life);
  }

  /** All of it anew, for another language changes every word. */
  #draw() {
    this.#main.replaceChildren();
    this.replaceChildren(
      h("app-header"),
      h("network-banner"),
      this.#main,
      h(
        "footer",
        { class: "footer" },
        h("p", {}, "No trackers and no fonts from anywhere else, and no scripts but that of a sign-in whose button you press. ", h("a", { href: VERIFY }, "Check a file"), " ", h("a", { href: PRIVACY }, "Privacy"), " ", h("a", { href: API }, "API"), " ", h("a", { href: REPORT }, "Somebody is too young")),
        h("account-language"),
      ),
    );
    const skip = document.querySelector(".skip-link");
    if (skip) skip.textContent = worded(SKIP);
    if (this.#shown === "") return;
    this.#shown = "anew";
    this.#show();
  }

  #show() {
    const { phase } = session.value;
    const { path, query } = route.value;
    // Whoever is signed in came back from linking or confirming, which is told where it began.
    if (phase === "ready" && path !== ACCOUNT && query.has("signInError")) return replace(`${ACCOUNT}?${query}`);
    const key = ["ready", "signed-out"].includes(phase) || FOR_EVERYBODY.includes(path) ? `${phase} ${path}` : phase;
    if (key === this.#shown) return;
    const first = this.#shown === "" || this.#shown === "starting";
    this.#shown = key;
    const [page, title] = this.#page();
    document.title = title ? [worded(title), "Halftone"].join(" \u00b7 ") : "Halftone";
    // The router scrolls for another address; who is signed in can change below the same one.
    if (!first && this.dataset.phase !== phase) scrollTo(0, 0);
    this.dataset.phase = phase;
    this.#main.replaceChildren(page);
    if (first) return;
    this.#focusHeading();
    page.addEventListener("late", () => this.#focusHeading(), { once: true });
  }

  /** @returns {[page: HTMLElement, title: string]} */
  #page() {
    const now = session.value;
    const { path } = route.value;
    const page = pageOf(path);
    if (["ready", "signed-out"].includes(now.phase) && !page) return [notFound(), "Not found"];
    if (FOR_EVERYBODY.includes(path) && now.phase !== "starting" && now.phase !== "unreachable") {
      return forEverybody(path, now);
    }
    switch (now.phase) {
      case "starting":
        return [h("p", { class: "starting" }, h("span", { class: "visually-hidden" }, "Opening Halftone")), ""];
      case "unreachable":
        return [unreachable(), "No connection"];
      case "suspended":
        return [suspended(), "Suspended"];
      case "signed-out":
        return [h("landing-page", { ".options": now.options, ".notice": now.notice }), ""];
      case "acceptance":
        return [h("policy-page", { ".me": now.me }), "Before you start"];
      case "welcome":
        return [h("welcome-page", { ".granted": now.granted }), "Welcome"];
      case "ready": {
        const [tag, title, load] = PAGES[page ?? "/"];
        return [load ? late(tag, load) : h(tag), title];
      }
    }
  }

  /** A new page starts at its heading, for those who cannot see that it has changed. */
  #focusHeading() {
    const heading = this.#main.querySelector("h1");
    heading?.setAttribute("tabindex", "-1");
    heading?.focus({ preventScroll: true });
  }
}

/** @param {string} tag @param {Load} load */
const late = (tag, load) => h("late-page", { ".page": tag, ".load": load });

/** @param {string} path @param {import("../session.js").Session} now @returns {[page: HTMLElement, title: string]} */
function forEverybody(path, now) {
  if (path === PRIVACY) return [privacy(now), "Privacy"];
  if (path === REPORT) return [late("report-page", () => import("./report-page.js")), "Somebody is too young"];
  if (path === API) return [late("api-page", () => import("./api-page.js")), "API"];
  return [late("verify-page", () => import("./verify-page.js")), "Check a file"];
}

const unreachable = () =>
  h("message-page", {
    ".heading": "Halftone cannot be reached",
    ".text": "The connection or the service is down. Nothing is lost: work in progress goes on without this page.",
    ".action": h("button", { class: "button primary", type: "button", onclick: () => void refresh() }, "Try again"),
  });

/** @param {import("../session.js").Session} now */
const privacy = (now) =>
  h("privacy-page", {
    ".facts": "me" in now ? now.me : "options" in now ? now.options : null,
    ".back": now.phase === "acceptance" ? "Back to the confirmation" : null,
  });

const suspended = () =>
  h("message-page", {
    ".heading": "This account is suspended",
    ".text": "Nothing can be made with it at present. Whoever runs this service can say why, and lift it.",
    ".action": h("button", { class: "button", type: "button", onclick: () => void signOut() }, "Sign out"),
  });

const notFound = () =>
  h("message-page", {
    ".heading": "There is no such page",
    ".text": "The address may be mistyped, or the page has moved.",
    ".action": h("a", { class: "button primary", href: "/" }, "Go to the start"),
  });

customElements.define("halftone-app", HalftoneApp);
