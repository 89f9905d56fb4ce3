import "./problem-note.js";

import { balanceChanged } from "../balance.js";
import { Component } from "../component.js";
import { h, own } from "../dom.js";
import { Problem } from "../http.js";
import { say, worded } from "../language.js";
import { offer, placeOrder } from "../payment/calls.js";
import { card, dotUnit } from "../payment/card.js";
import { periodic, processorName, refusal, usual } from "../payment/words.js";
import { measures, reckoning } from "../payment/worth.js";
import { navigate } from "../router.js";

/** @typedef {import("../payment/calls.js").Offer} Offer */

const CONSENT = "Deliver the credits at once, before the time for withdrawing from this purchase is over. I know that I lose my right to withdraw with the first of them that I spend.";

/** What credits cost. The click leads to the page of a payment processor. */
class CreditsPage extends Component {
  /** @type {Offer} */
  #offer = { products: [], processors: [], refundTerms: null };
  /** @type {import("../payment/worth.js").Measures} */
  #measures = { picture: null, film: null };
  #currency = "";
  /** One wish is one order, however often its click is sent. */
  #key = "";
  #sending = false;
  /** @type {any} */
  #packs = h("choice-group", { ".name": "product", ".legend": "Packs: paid once" });
  /** @type {any} */
  #subscriptions = h("choice-group", { ".name": "product", ".legend": "Subscriptions: paid until you cancel" });
  #processor = h("select", { id: "order-processor" });
  #box = h("input", { type: "checkbox", id: "order-consent", "aria-describedby": "order-error" });
  #button = h("button", { class: "button primary", type: "submit" });
  #note = h("div", { id: "order-error" });

  render() {
    // Whoever comes back from the processor's page finds this one as it was, at the end of a click.
    addEventListener("pageshow", (event) => event.persisted && this.#start(), { signal: this.life });
    this.#start();
  }

  #start() {
    this.#sending = false;
    this.replaceChildren(h("div", { class: "page-head" }, h("h1", {}, "Buy credits"), h("a", { class: "button small", href: "/orders" }, "Your orders")), h("p", { class: "loading" }, "Opening\u2026"));
    void this.#read(this.life);
  }

  /** @param {AbortSignal} until */
  async #read(until) {
    try {
      [this.#offer, this.#measures] = await Promise.all([offer(), measures()]);
      if (until.aborted) return;
      this.lastElementChild?.replaceWith(this.#offer.products.length > 0 ? this.#form() : h("p", { class: "note" }, "Nothing is sold here."));
    } catch (error) {
      if (until.aborted) return;
      this.lastElementChild?.replaceWith(h("problem-note", { ".error": error, ".retry": () => this.#start() }));
    }
  }

  #form() {
    const { products, processors, refundTerms } = this.#offer;
    const currencies = [...new Set(products.flatMap(({ prices }) => prices.map(({ currency }) => currency)))];
    this.#currency = usual(currencies);
    this.#processor.replaceChildren(...processors.map((id) => h("option", { value: id }, own(processorName(id)))));
    const currency = h("select", { id: "order-currency" }, ...currencies.map((each) => h("option", { value: each, translate: "no" }, own(each))));
    currency.value = this.#currency;
    currency.addEventListener("change", () => {
      this.#currency = currency.value;
      this.#draw();
    });
    this.#packs.value = products[0].id;
    this.#draw();
    return h(
      "form",
      { class: "shop", novalidate: true, oninput: () => this.#changed(), onsubmit: (/** @type {Event} */ event) => (event.preventDefault(), void this.#order()) },
      h("div", { class: "filters" }, currencies.length > 1 && field("Currency", currency), processors.length > 1 && field("Pay through", this.#processor)),
      this.#packs,
      this.#subscriptions,
      h("p", { class: "fine" }, reckoning(this.#measures)),
      // The server words them in the language of the page.
      refundTerms && h("p", { lang: document.documentElement.lang }, own(refundTerms)),
      h("label", { class: "check" }, this.#box, h("span", {}, CONSENT)),
      this.#note,
      h("div", {}, this.#button),
      h("p", { class: "fine" }, "You pay on the page of the payment processor, which adds tax where it is due. No card number ever reaches Halftone."),
    );
  }

  #draw() {
    const sold = this.#offer.products.filter(({ prices }) => prices.some(({ currency }) => currency === this.#currency));
    const chosen = this.#chosen?.id ?? this.#packs.value;
    for (const [group, kind] of [[this.#packs, "pack"], [this.#subscriptions, "subscription"]]) {
      const products = sold.filter((each) => each.kind === kind);
      const unit = dotUnit(products);
      const choices = products.map((each) => card(each, this.#currency, this.#measures, unit));
      group.value = chosen;
      group.choices = choices;
      group.hidden = choices.length === 0;
    }
    this.#changed();
  }

  get #chosen() {
    const radio = /** @type {HTMLInputElement | null} */ (this.querySelector("input[name=product]:checked"));
    return this.#offer.products.find(({ id }) => id === (radio?.value ?? this.#packs.value));
  }

  /** Another wish is another order. */
  #changed() {
    this.#key = crypto.randomUUID();
    this.#note.replaceChildren();
    this.#label();
  }

  #label() {
    const product = this.#chosen;
    const price = product?.prices.find(({ currency }) => currency === this.#currency);
    const amount = product && price ? periodic(price, product.period) : "";
    const order = product?.kind === "subscription" ? say`Subscribe and pay ${amount}` : say`Order and pay ${amount}`;
    this.#button.textContent = this.#sending ? worded("Sending\u2026") : order;
    this.#button.setAttribute("aria-disabled", String(this.#sending));
  }

  async #order() {
    const product = this.#chosen;
    if (this.#sending || !product) return;
    this.#box.setAttribute("aria-invalid", String(!this.#box.checked));
    if (!this.#box.checked) {
      this.#say("Tick the box to go on: without it the credits may not be delivered at once.");
      return this.#box.focus();
    }
    this.#send(true);
    try {
      const order = await placeOrder(this.#key, { product: product.id, currency: this.#currency, processor: this.#processor.value || null, immediateDelivery: true });
      if (order.checkoutUrl) location.assign(order.checkoutUrl);
      else navigate(`/orders/${encodeURIComponent(order.id)}`);
    } catch (error) {
      if (this.life.aborted) return;
      this.#send(false);
      // What was refused is over; what got no answer may be there already.
      if (error instanceof Problem && !error.transient) this.#key = crypto.randomUUID();
      this.#say(refusal(error));
      void balanceChanged();
    }
  }

  /** @param {boolean} sending */
  #send(sending) {
    this.#sending = sending;
    this.#note.replaceChildren();
    this.#label();
  }

  /** @param {string} text */
  #say(text) {
    this.#note.replaceChildren(h("p", { class: "note warning", role: "alert" }, text));
  }
}

/** @param {string} name @param {HTMLElement} input */
const field = (name, input) => h("div", { class: "filter" }, h("label", { for: input.id }, name), input);

customElements.define("credits-page", CreditsPage);
