/** Client routes over the history API. The server answers the same paths with the same page. */

import { Store } from "./store.js";

/** @typedef {{path: string, query: URLSearchParams}} Route */

const PAGE_PATHS = new Set(["/", "/history", "/statement", "/catalogues", "/privacy", "/report", "/verify", "/uploads", "/characters", "/storyboards", "/api", "/account", "/credits", "/orders"]);
const ONE_ORDER = /^\/orders\/[\w-]+$/;

/** @returns {Route} */
function here() {
  return { path: location.pathname, query: new URLSearchParams(location.search) };
}

/** @type {Store<Route>} */
export const route = new Store(here());

/** The page that an address leads to; null if there is none. @param {string} path */
export const pageOf = (path) => (PAGE_PATHS.has(path) ? path : ONE_ORDER.test(path) ? "/orders/{id}" : null);

/** @param {string} href */
export function navigate(href) {
  if (href === location.pathname + location.search) return;
  const samePage = new URL(href, location.origin).pathname === location.pathname;
  history.pushState(null, "", href);
  if (!samePage) scrollTo(0, 0);
  route.set(here());
}

/**
 * Changes the address without a step back to the old one.
 *
 * @param {string} href
 */
export function replace(href) {
  history.replaceState(null, "", href);
  route.set(here());
}

export function startRouter() {
  addEventListener("popstate", () => route.set(here()));
  document.addEventListener("click", follow);
}

/** @param {MouseEvent} event */
function follow(event) {
  if (event.defaultPrevented || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = /** @type {Element} */ (event.target).closest("a");
  if (!link || link.target || link.hasAttribute("download") || link.origin !== location.origin) return;
  if (link.hash !== "" || !pageOf(link.pathname)) return;
  event.preventDefault();
  navigate(link.pathname + link.search);
}
