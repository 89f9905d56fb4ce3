/**
 * What the page says, in German.
 *
 * @type {import("../language.js").Catalogue}
 */
export const WORDS = {
  "Language": "Sprache",
};
