import { worded } from "./language.js";

/**
 * Says something to users of screen readers without moving the focus.
 *
 * @param {string} text
 */
export function announce(text) {
  const region = document.getElementById("announcer");
  if (!region) return;
  // The same sentence twice would not be read: an emptied region makes it new.
  region.textContent = "";
  setTimeout(() => (region.textContent = worded(text)), 50);
}
