import "./account-billing.js";
import "./account-data.js";
import "./account-email.js";
import "./account-events.js";
import "./account-profile.js";
import "./session-list.js";
import "./sign-in-ways.js";
import "./token-list.js";

import { Component } from "../component.js";
import { h } from "../dom.js";

/** Everything about one's own account, part by part; each part is an element of its own. */
class AccountPage extends Component {
  render() {
    this.replaceChildren(
      h(
        "div",
        { class: "account-page" },
        h("h1", {}, "Account"),
        h("account-profile"),
        h("account-email"),
        h("section", { class: "sheet", "aria-label": "Language" }, h("account-language")),
        h("account-billing"),
        h("sign-in-ways"),
        h("session-list"),
        h("token-list"),
        h("account-events"),
        h("account-data"),
      ),
    );
  }
}

customElements.define("account-page", AccountPage);
