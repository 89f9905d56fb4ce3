import "./problem-note.js";

import { announce } from "../announce.js";
import { Component } from "../component.js";
import { h, own } from "../dom.js";
import { credits, day } from "../format.js";
import { say, worded } from "../language.js";
import { orders, receiptOf } from "../payment/calls.js";
import { afterwards, money, periodic, standing } from "../payment/words.js";

/** @typedef {import("../payment/calls.js").Order} Order */

/** All that somebody bought, newest first, with the receipts. */
class OrdersPage extends Component {
  #list = h("ol", { class: "access-list" });
  #foot = h("div", { class: "page-foot" });
  /** @type {string | null} */
  #cursor = null;

  render() {
    this.#cursor = null;
    this.#list.replaceChildren();
    this.replaceChildren(
      h("div", { class: "page-head" }, h("h1", {}, "Orders"), h("a", { class: "button primary", href: "/credits" }, "Buy credits")),
      this.#list,
      this.#foot,
    );
    void this.#load(this.life);
  }

  /** @param {AbortSignal} until */
  async #load(until) {
    const hadFocus = this.#foot.contains(document.activeElement);
    this.#foot.replaceChildren(h("p", { class: "loading" }, "Looking\u2026"));
    try {
      const { items, nextCursor } = await orders(this.#cursor);
      if (until.aborted) return;
      const first = this.#cursor === null;
      this.#cursor = nextCursor;
      this.#list.append(...items.map(row));
      if (!first) announce(say`${items.length} more orders.`);
      const more = h("button", { class: "button", type: "button", onclick: () => void this.#load(this.life) }, "Load more");
      this.#foot.replaceChildren(nextCursor ? more : h("p", { class: "fine" }, this.#list.childElementCount === 0 ? "Nothing was ordered yet." : "That is all."));
      if (hadFocus && nextCursor) more.focus();
    } catch (error) {
      if (!until.aborted) this.#foot.replaceChildren(h("problem-note", { ".error": error, ".retry": () => void this.#load(this.life) }));
    }
  }
}

/** @param {Order} order */
function row(order) {
  const { id, title, credits: ordered, currency, amountMinor, period, createdAt, payment } = order;
  const cost = payment ? money({ currency: payment.currency, amountMinor: payment.totalMinor }) : periodic({ currency, amountMinor }, period);
  const named = `${worded(title)}, ${day(createdAt)}`;
  return h(
    "li",
    {},
    h(
      "div",
      {},
      h("p", { class: "access-name" }, h("a", { href: `/orders/${encodeURIComponent(id)}` }, own(named)), h("span", { class: "badge" }, standing(order))),
      h("p", { class: "fine" }, own(`${credits(ordered)} \u00b7 ${cost}`)),
      ...afterwards(order).map((each) => h("p", { class: "fine" }, own(each))),
    ),
    payment && h("a", { class: "button small", href: receiptOf(id), target: "_blank", rel: "noopener", "aria-label": say`Receipt for ${named}` }, "Receipt"),
  );
}

customElements.define("orders-page", OrdersPage);
