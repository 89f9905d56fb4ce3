/** What credits cost, and what somebody bought. */

import { request } from "../http.js";

/**
 * @typedef {{currency: string, amountMinor: number}} Price
 * @typedef {{id: string, kind: "pack" | "subscription", title: string, credits: number, period: "month" | "year" | null,
 *   plan: string | null, expiresAfterDays: number | null, expiresWithPeriod: boolean, prices: Price[]}} Product
 * @typedef {{products: Product[], processors: string[], refundTerms: string | null}} Offer
 * @typedef {{at: string, currency: string, totalMinor: number, granted: number, revoked: number, refundedMinor: number,
 *   dispute: "inquiry" | "open" | "won" | "lost" | null}} Payment
 * @typedef {{id: string, state: "open" | "awaiting" | "paid" | "failed" | "expired" | "review", product: string,
 *   kind: "pack" | "subscription", title: string, credits: number, period: "month" | "year" | null,
 *   expiresAfterDays: number | null, expiresWithPeriod: boolean, currency: string, amountMinor: number, processor: string,
 *   checkoutUrl: string | null, createdAt: string, consentedAt: string, payment: Payment | null}} Order
 * @typedef {{product: string, currency: string, processor: string | null, immediateDelivery: true}} Wish
 */

const ROUTES = Object.freeze({
  products: "GET /v1/products",
  order: "POST /v1/orders",
  orders: "GET /v1/orders",
  oneOrder: "GET /v1/orders/{id}",
  receipt: "GET /v1/orders/{id}/receipt",
  portal: "POST /v1/billing-portal",
});

/**
 * @param {keyof typeof ROUTES} name
 * @param {{id?: string, query?: Record<string, string>, body?: unknown, headers?: Record<string, string>, signal?: AbortSignal}} [options]
 */
function call(name, { id = "", query = {}, ...options } = {}) {
  const [method] = ROUTES[name].split(" ");
  const words = new URLSearchParams(query).toString();
  return request(method, address(name, id) + (words && `?${words}`), options);
}

/** @param {keyof typeof ROUTES} name @param {string} id */
const address = (name, id) => ROUTES[name].split(" ")[1].replace("{id}", encodeURIComponent(id));

/** What can be bought, and on which terms. @returns {Promise<Offer>} */
export const offer = () => call("products");

/**
 * The same key is the same order, however often it is sent.
 *
 * @param {string} key
 * @param {Wish} wish
 * @returns {Promise<Order>}
 */
export const placeOrder = (key, wish) => call("order", { body: wish, headers: { "Idempotency-Key": key } });

/**
 * The newest first.
 *
 * @param {string | null} cursor
 * @returns {Promise<{items: Order[], nextCursor: string | null}>}
 */
export const orders = (cursor) => call("orders", { query: cursor ? { cursor } : {} });

/**
 * As the payment processor says that it stands.
 *
 * @param {string} id
 * @param {AbortSignal} [signal]
 * @returns {Promise<Order>}
 */
export const oneOrder = (id, signal) => call("oneOrder", { id, signal });

/** A page to be read and printed. @param {string} id */
export const receiptOf = (id) => address("receipt", id);

/** The processor's page for cards, invoices and cancelling. @param {string | null} processor @returns {Promise<{url: string}>} */
export const portal = (processor) => call("portal", { body: { processor } });
