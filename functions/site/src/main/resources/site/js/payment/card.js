/** A product as something to choose. */

import { h, svg } from "../dom.js";
import { number } from "../format.js";
import { counted } from "../language.js";
import { lasting, periodic } from "./words.js";
import { worth } from "./worth.js";

/** @typedef {import("./calls.js").Product} Product */

const DOT = 8;
const COLUMNS = 20;
const DOTS_MAX = 40;

/**
 * @param {Product} product
 * @param {string} currency
 * @param {import("./worth.js").Measures} measures
 * @param {number} unit how many credits a dot stands for
 */
export function card(product, currency, measures, unit) {
  const { id, title, credits, period } = product;
  const price = product.prices.find((each) => each.currency === currency);
  return {
    value: id,
    face: [
      h("span", { class: "product-title" }, title),
      h("span", { class: "product-price" }, price && periodic(price, period)),
      dots(credits / unit),
      h("span", { class: "product-credits" }, h("strong", {}, number(credits)), counted(credits, { one: " credit", other: " credits" })),
      h("span", {}, worth(credits, measures)),
      h("span", { class: "fine" }, lasting(product)),
    ],
  };
}

/** So many credits a dot that the smallest product has some, and the largest not too many. @param {Product[]} products */
export function dotUnit(products) {
  const amounts = products.map(({ credits }) => credits);
  return Math.max(Math.min(...amounts) / 4, Math.max(...amounts) / DOTS_MAX);
}

/** @param {number} count */
function dots(count) {
  const circles = Array.from({ length: Math.round(count) }, (_, at) =>
    svg("circle", { cx: DOT * ((at % COLUMNS) + 0.5), cy: DOT * (Math.floor(at / COLUMNS) + 0.5), r: 1.6 + (at % COLUMNS) / 10 }),
  );
  const rows = Math.ceil(circles.length / COLUMNS);
  return svg("svg", { class: "product-dots", width: DOT * COLUMNS, height: DOT * rows, "aria-hidden": "true" }, ...circles);
}
