import "./problem-note.js";

import { announce } from "../announce.js";
import { balanceChanged } from "../balance.js";
import { Component } from "../component.js";
import { h, own } from "../dom.js";
import { credits, day, moment } from "../format.js";
import { Problem } from "../http.js";
import { counted, say, worded } from "../language.js";
import { oneOrder, receiptOf } from "../payment/calls.js";
import { afterwards, lasting, money, periodic, processorName, refusal, standing } from "../payment/words.js";
import { route } from "../router.js";
import { rest, visible } from "../tracking.js";

/** @typedef {import("../payment/calls.js").Order} Order */

const FIRST_MILLIS = 1000;
const LAST_MILLIS = 6000;
const GROWTH = 1.5;
// Some five minutes: who is still paying then presses the button once back.
const LOOKS_MAX = 50;

/** @type {Record<string, [title: string, text: string]>} */
const TOLD = {
  open: ["Waiting for the payment", "As soon as it is paid, the credits are yours. This page looks by itself; you may also close it."],
  awaiting: ["The payment is under way", "Your way to pay takes some days. The credits come by themselves then; there is nothing left for you to do."],
  failed: ["The payment did not go through", "Nothing was charged, and no credits came."],
  expired: ["This was not paid in time", "Its payment page is closed. Nothing was charged."],
  review: ["Somebody looks at this payment", "What was paid is not what was ordered, so no credits came yet. Whoever runs this service sees it; keep what the payment processor sent you."],
};

/** One order: whoever comes back from paying sees here what became of it, and waits for nobody's message. */
class OrderPage extends Component {
  #id = "";
  /** @type {Order | null} */
  #order = null;

  render() {
    this.#id = decodeURIComponent(route.value.path.split("/").at(-1) ?? "");
    this.#order = null;
    this.replaceChildren(h("h1", {}, "Order"), h("p", { class: "loading" }, "Asking for the payment\u2026"));
    void this.#follow(this.life);
  }

  /** @param {AbortSignal} until */
  async #follow(until) {
    let interval = FIRST_MILLIS;
    for (let look = 0; look < LOOKS_MAX && !until.aborted; look++) {
      try {
        const order = await oneOrder(this.#id, until);
        if (until.aborted) return;
        this.#show(order);
        if (!["open", "awaiting"].includes(order.state)) return;
      } catch (error) {
        if (until.aborted) return;
        if (!(error instanceof Problem) || !error.transient || !this.#order) return this.#fail(error);
      }
      await rest(interval, until);
      await visible(until);
      interval = Math.min(interval * GROWTH, LAST_MILLIS);
    }
    if (!until.aborted) this.querySelector(".order-looks")?.replaceChildren(h("button", { class: "button", type: "button", onclick: () => this.render() }, "Look again"));
  }

  /** @param {unknown} error */
  #fail(error) {
    const retry = error instanceof Problem && !error.transient ? null : h("button", { class: "button small", type: "button", onclick: () => this.render() }, "Try again");
    this.replaceChildren(h("h1", {}, "Order"), h("div", { class: "note warning", role: "alert" }, h("p", {}, refusal(error)), retry), more());
  }

  /** @param {Order} order */
  #show(order) {
    const before = this.#order;
    this.#order = order;
    if (before && JSON.stringify(before) === JSON.stringify(order)) return;
    const [title, text] = TOLD[order.state] ?? paid(order);
    this.replaceChildren(
      h("section", { class: "sheet order" }, h("p", { class: "eyebrow" }, standing(order)), h("h1", {}, title), h("p", {}, text), ...afterwards(order).map((each) => h("p", { class: "note" }, each)), actions(order), facts(order)),
      more(),
    );
    if (order.state === "paid") void balanceChanged();
    if (before) announce(title);
  }
}

/** @param {Order} order */
function paid(order) {
  const { payment, kind, credits: ordered } = order;
  const left = payment ? payment.granted - payment.revoked : ordered;
  if (left === 0) return ["The credits were taken back", "Nothing of this order is left to be spent."];
  const again = kind === "subscription" ? `${worded("They come anew with each payment.")} ` : "";
  return [counted(left, { one: "{0} credit is yours", other: "{0} credits are yours" }), again + worded(lasting(order))];
}

/** @param {Order} order */
function actions({ id, state, checkoutUrl, payment }) {
  return h(
    "div",
    { class: "button-row" },
    checkoutUrl && h("a", { class: "button primary", href: checkoutUrl, rel: "noreferrer" }, "Go on to the payment"),
    state === "paid" && payment?.dispute !== "open" && h("a", { class: "button primary", href: "/" }, "Make something"),
    payment && h("a", { class: "button", href: receiptOf(id), target: "_blank", rel: "noopener" }, "Receipt"),
    ["failed", "expired"].includes(state) && h("a", { class: "button primary", href: "/credits" }, "Buy credits"),
    h("span", { class: "order-looks" }),
  );
}

/** @param {Order} order */
function facts({ id, title, credits: ordered, currency, amountMinor, period, processor, createdAt, payment }) {
  return h(
    "dl",
    { class: "facts" },
    ...fact("What", `${worded(title)}, ${credits(ordered)}`),
    ...fact("Price", periodic({ currency, amountMinor }, period)),
    ...(payment ? fact("Charged", money({ currency: payment.currency, amountMinor: payment.totalMinor })) : []),
    ...(payment ? fact("Paid on", day(payment.at)) : []),
    ...fact("Paid through", processorName(processor)),
    ...fact("Ordered", moment(createdAt)),
    h("dt", {}, "Number"),
    h("dd", {}, h("code", {}, own(id))),
  );
}

/** @param {string} name @param {string} value */
const fact = (name, value) => [h("dt", {}, name), h("dd", {}, own(value))];

const more = () => h("p", { class: "page-foot" }, h("a", { href: "/orders" }, "Your orders"), " \u00b7 ", h("a", { href: "/statement" }, "Statement"));

customElements.define("order-page", OrderPage);
