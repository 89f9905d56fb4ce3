import { balance } from "../balance.js";
import { Component } from "../component.js";
import { h } from "../dom.js";
import { number } from "../format.js";
import { counted, say } from "../language.js";

/** The balance, always current, leading to the lines that explain it. */
class BalanceLink extends Component {
  render() {
    balance.watch((now) => {
      if (!now) return this.replaceChildren();
      const { available, pending } = now;
      this.replaceChildren(
        h(
          "a",
          { class: "balance", href: "/statement" },
          h("span", { class: "visually-hidden" }, "Balance: "),
          h("span", { class: "balance-available" }, h("strong", {}, number(available)), counted(available, { one: " credit", other: " credits" })),
          pending > 0 && h("span", { class: "balance-pending" }, say` ${number(pending)} pending`),
        ),
      );
    }, this.life);
  }
}

customElements.define("balance-link", BalanceLink);
