import { Component } from "../component.js";
import { h, own } from "../dom.js";
import { day } from "../format.js";
import { say, worded } from "../language.js";
import { offer, portal } from "../payment/calls.js";
import { processorName, refusal } from "../payment/words.js";
import { session } from "../session.js";

/** What somebody pays for, and the way to the page where that is changed. Empty where nothing is sold. */
class AccountBilling extends Component {
  #note = h("div");

  render() {
    this.replaceChildren();
    void this.#read(this.life);
  }

  /** @param {AbortSignal} until */
  async #read(until) {
    // Who sells nothing, or cannot say what, has nothing to manage either.
    const { processors } = await offer().catch(() => ({ processors: [] }));
    const { value } = session;
    if (until.aborted || processors.length === 0 || value.phase !== "ready") return;
    this.replaceChildren(
      h(
        "section",
        { class: "sheet", "aria-labelledby": "account-billing-title" },
        h("h2", { id: "account-billing-title" }, "Purchases"),
        h("p", {}, own(subscribed(value.me.subscription))),
        h("div", { class: "button-row" }, h("a", { class: "button primary", href: "/credits" }, "Buy credits"), h("a", { class: "button", href: "/orders" }, "Your orders"), ...processors.map((id) => this.#manage(id))),
        h("p", { class: "fine" }, "Cards, invoices and the end of a subscription are seen to on the payment processor's own page."),
        this.#note,
      ),
    );
  }

  /** @param {string} processor */
  #manage(processor) {
    return h("button", { class: "button", type: "button", onclick: () => void this.#open(processor) }, say`Manage at ${processorName(processor)}`);
  }

  /** @param {string} processor */
  async #open(processor) {
    this.#note.replaceChildren();
    try {
      location.assign((await portal(processor)).url);
    } catch (error) {
      if (!this.life.aborted) this.#note.replaceChildren(h("p", { class: "note warning", role: "alert" }, refusal(error)));
    }
  }
}

/** @param {import("../api.js").Subscription} subscription */
function subscribed({ plan, state, until }) {
  const end = until ? day(until) : "";
  switch (state) {
    case "active":
      return say`Your subscription: ${plan}, paid until ${end}. It goes on from there unless you cancel it.`;
    case "past_due":
      return say`Your subscription: ${plan}. Its payment is overdue: see to your card, or it ends.`;
    case "cancelled":
      return say`Your subscription: ${plan}, cancelled. It lasts until ${end}.`;
    default:
      return worded("You have no subscription.");
  }
}

customElements.define("account-billing", AccountBilling);
