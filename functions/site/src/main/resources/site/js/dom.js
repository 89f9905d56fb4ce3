/**
 * Builds DOM from data without ever parsing a string as markup: text stays text, and an attribute
 * that could carry script or inline style is refused.
 */

import { worded } from "./language.js";

/** @typedef {Node | string | number | null | undefined | false} Child */
/** @typedef {Record<string, unknown>} Attributes */

const SVG = "http://www.w3.org/2000/svg";
const REFUSED = new Set(["style", "innerHTML", "outerHTML", "srcdoc"]);
/** What people hear or read of an attribute. */
const WORDED = new Set(["aria-label", "placeholder", "title", "alt"]);

/**
 * An HTML element. Keys starting with "on" take a listener, keys starting with "." set a property,
 * everything else is an attribute; null and false leave it out. The page's own words are said in the
 * reader's language.
 *
 * @template {keyof HTMLElementTagNameMap | string} T
 * @param {T} tag
 * @param {Attributes} [attributes]
 * @param {...(Child | Child[])} children
 * @returns {T extends keyof HTMLElementTagNameMap ? HTMLElementTagNameMap[T] : HTMLElement}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  assign(element, attributes);
  element.append(...present(children));
  // @ts-ignore: the tag name decides the type, which the checker cannot follow here.
  return element;
}

/**
 * What somebody wrote, or the name that something has in every language.
 *
 * @param {string} text
 */
export const own = (text) => document.createTextNode(text);

/**
 * @param {string} tag
 * @param {Attributes} [attributes]
 * @param {...Child} children
 * @returns {SVGElement}
 */
export function svg(tag, attributes = {}, ...children) {
  const element = /** @type {SVGElement} */ (document.createElementNS(SVG, tag));
  assign(element, attributes);
  element.append(...present(children));
  return element;
}

/**
 * A path on this origin, or "/" for anything that could lead elsewhere.
 *
 * @param {string} href
 */
export function ownPath(href) {
  return /^\/(?![/\\])[^\\\s]*$/.test(href) ? href : "/";
}

/**
 * @param {Element} element
 * @param {Attributes} attributes
 */
function assign(element, attributes) {
  for (const [key, value] of Object.entries(attributes)) {
    if (REFUSED.has(key)) throw new TypeError(`"${key}" may not be set`);
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) {
      element.addEventListener(key.slice(2), /** @type {EventListener} */ (value));
    } else if (key.startsWith(".")) {
      Reflect.set(element, key.slice(1), value);
    } else {
      element.setAttribute(key, value === true ? "" : WORDED.has(key) ? worded(String(value)) : String(value));
    }
  }
}

/**
 * @param {(Child | Child[])[]} children
 * @returns {(Node | string)[]}
 */
function present(children) {
  return children
    .flat()
    .filter((child) => child !== null && child !== undefined && child !== false)
    .map((child) => (child instanceof Node ? child : worded(String(child))));
}
