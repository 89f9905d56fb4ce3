/** What is bought, and what became of an order, in words. */

import { credits, moment } from "../format.js";
import { Problem, serverNow } from "../http.js";
import { counted, locale, say, worded } from "../language.js";
import { sentence } from "../problems.js";

/** @typedef {import("./calls.js").Order} Order */
/** @typedef {import("./calls.js").Price} Price */

const EURO = /^(AT|BE|BG|CY|DE|EE|ES|FI|FR|GR|HR|IE|IT|LT|LU|LV|MT|NL|PT|SI|SK)$/;

/** @type {Record<string, string>} */
const PROCESSORS = { stripe: "Stripe", creem: "Creem" };

/** @type {Record<string, string>} */
const STATES = {
  open: "Not paid yet",
  awaiting: "Payment under way",
  paid: "Paid",
  failed: "Payment failed",
  expired: "Not paid in time",
  review: "Being looked at",
};

/** @type {Record<string, string>} */
const DISPUTES = {
  inquiry: "Your bank has asked about this payment. Nothing is changed by that.",
  open: "This payment is disputed. Until that is over, nothing can be bought or spent.",
  won: "The dispute is over: the payment stands, and so do your credits.",
  lost: "Your bank took the payment back, and the credits that came for it went with it.",
};

/** @type {Record<string, string>} */
const REFUSALS = {
  account_frozen: "A payment of yours is disputed. Until that is over, nothing can be bought or spent.",
  consent_required: "Tick the box to go on: without it the credits may not be delivered at once.",
  idempotency_key_reused: "Something else was ordered by this click before. Press the button once more.",
  unknown_product: "This is no longer sold. Load the page again for what is.",
  invalid_currency: "This is not sold in that currency. Choose another one.",
  unknown_processor: "Nobody can be paid that way just now. Choose another one.",
  unknown_order: "There is no such order, or it is not yours.",
  nothing_billed: "Nothing was paid there yet, so there is no page of yours.",
};

/**
 * An amount as the reader writes it.
 *
 * @param {Price} price in the smallest unit of its currency
 */
export function money({ currency, amountMinor }) {
  const format = new Intl.NumberFormat(locale(), { style: "currency", currency });
  return format.format(amountMinor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

/** @param {Price} price @param {string | null} period */
export function periodic(price, period) {
  if (period === "month") return say`${money(price)} a month`;
  return period === "year" ? say`${money(price)} a year` : money(price);
}

/** How long the credits last. @param {{kind: string, expiresAfterDays: number | null, expiresWithPeriod: boolean}} product */
export function lasting({ kind, expiresAfterDays, expiresWithPeriod }) {
  if (expiresWithPeriod) return "What is left of them ends with the period.";
  if (expiresAfterDays !== null) return counted(expiresAfterDays, { one: "They last for {0} day.", other: "They last for {0} days." });
  return kind === "pack" ? "They never expire." : "They add up and never expire.";
}

/** @param {string} id */
export const processorName = (id) => worded(PROCESSORS[id] ?? id);

/** Of the currencies that there are, the one that readers most likely pay in. @param {string[]} currencies */
export function usual(currencies) {
  const region = new Intl.Locale(locale()).maximize().region ?? "";
  return currencies.includes("EUR") && EURO.test(region) ? "EUR" : currencies[0];
}

/** @param {Order} order */
export const standing = ({ state, payment }) => (payment && payment.refundedMinor >= payment.totalMinor && payment.totalMinor > 0 ? "Given back" : (STATES[state] ?? state));

/** What happened to it since it was paid. @param {Order} order @returns {string[]} */
export function afterwards({ payment }) {
  if (!payment) return [];
  const { currency, refundedMinor, revoked, dispute } = payment;
  const refunded = refundedMinor > 0 ? say`${money({ currency, amountMinor: refundedMinor })} went back to you.` : "";
  const taken = revoked > 0 ? say`${credits(revoked)} of it were taken back.` : "";
  return [refunded, taken, worded(dispute ? (DISPUTES[dispute] ?? dispute) : "")].filter(Boolean);
}

/** @param {unknown} error */
export function refusal(error) {
  if (!(error instanceof Problem)) return sentence(error);
  return error.code === "order_limit" ? tooMany(error) : (REFUSALS[error.code] ?? sentence(error));
}

/** @param {Problem} problem */
function tooMany({ retryAfterSeconds }) {
  const many = worded("So many orders in so short a time are not taken, to keep stolen cards out.");
  return retryAfterSeconds ? say`${many} You can order again from ${moment(new Date(serverNow() + retryAfterSeconds * 1000).toISOString())} on.` : many;
}
