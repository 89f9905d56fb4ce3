import { Component } from "../component.js";
import { h, ownPath } from "../dom.js";
import { googleMark } from "../icons.js";
import { say } from "../language.js";
import { route } from "../router.js";

/** The ways to sign in; each returns to the page that was asked for. */
class SignInMethods extends Component {
  /** @type {import("../api.js").SignInMethod[]} */
  methods = [];

  render() {
    const returnTo = new URLSearchParams({ returnTo: ownPath(route.value.path) });
    this.replaceChildren(
      ...this.methods.filter(({ href }) => href.endsWith("/start")).map(({ id, label, href }) =>
        h(
          "a",
          { class: "button sign-in", href: `${ownPath(href)}?${returnTo}` },
          id === "google" && googleMark(),
          say`Continue with ${label.replace(/^Continue with /, "")}`,
        ),
      ),
    );
  }
}

customElements.define("sign-in-methods", SignInMethods);
