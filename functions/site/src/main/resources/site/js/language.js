/**
 * Says the page's words in the reader's language. They are written in English where they are needed; a catalogue
 * says each of them in another language and comes as a module of its own.
 */

import { Store } from "./store.js";

/** @typedef {{other: string, one?: string}} Forms what depends on a number, by the plural category (CLDR) */
/** @typedef {Record<string, string | Forms>} Catalogue by the English words; of several forms, by "other" */

const CHOICE = "halftone-language";

/** What each language calls itself. @type {Record<string, string>} */
export const LANGUAGES = { en: "English", de: "Deutsch" };

/** How each is written where the reader does not say. @type {Record<string, string>} */
const WRITTEN = { en: "en-GB", de: "de-DE" };

/** @type {Record<string, () => Promise<{WORDS: Catalogue}>>} */
const CATALOGUES = { de: () => import("./words/de.js") };

/** @type {Catalogue} */
let catalogue = {};
let rules = new Intl.PluralRules("en");
let numbers = new Intl.NumberFormat("en-GB");

/** The language of the page. @type {Store<string>} */
export const language = new Store("en");

/** The reader's own way of writing it, so that figures and dates fit the words around them. */
export const locale = () => navigator.languages.find((each) => each.split("-")[0] === language.value) ?? WRITTEN[language.value];

/** What the reader chose here before, or prefers of what there is. */
export const preferred = () => [chosen(), ...navigator.languages.map((each) => each.split("-")[0])].find((each) => each in LANGUAGES) ?? "en";

/**
 * Puts the page into a language; it stays as it is if the words do not arrive.
 *
 * @param {string} code
 */
export async function speak(code) {
  if (!(code in LANGUAGES) || code === language.value) return;
  try {
    catalogue = (await CATALOGUES[code]?.())?.WORDS ?? {};
  } catch {
    return;
  }
  document.documentElement.lang = code;
  rules = new Intl.PluralRules(code);
  language.set(code);
}

language.watch(() => (numbers = new Intl.NumberFormat(locale())));

/** @param {string} code */
export function rememberLanguage(code) {
  try {
    localStorage.setItem(CHOICE, code);
  } catch {
    // Without storage the browser's own languages decide each time.
  }
}

/**
 * In the reader's language; as they are if the catalogue does not know them, as with what people wrote. Spaces
 * around them stay.
 *
 * @param {string} english
 */
export function worded(english) {
  const bare = english.trim();
  const known = one(catalogue[bare]);
  return known === undefined ? english : english.replace(bare, () => known);
}

/**
 * A sentence with values: say`This needs ${price}.` looks for "This needs {0}.", and writes numbers as the reader does.
 *
 * @param {TemplateStringsArray} parts
 * @param {...(string | number)} values
 */
export const say = (parts, ...values) => filled(worded(parts.reduce((before, part, at) => `${before}{${at - 1}}${part}`)), values);

/**
 * A number and what it counts, in the form that the language wants, such as "{0} credits".
 *
 * @param {number} count
 * @param {Forms} forms
 */
export function counted(count, forms) {
  const category = rules.select(count);
  const known = catalogue[forms.other.trim()] ?? forms;
  const form = typeof known === "string" ? known : (Reflect.get(known, category) ?? known.other);
  return filled(known === forms ? form : forms.other.replace(forms.other.trim(), () => form), [count]);
}

/** @param {number} value */
export const written = (value) => numbers.format(value);

/** @param {string} sentence @param {(string | number)[]} values */
const filled = (sentence, values) => sentence.replace(/\{(\d)\}/g, (_, at) => (typeof values[at] === "number" ? written(values[at]) : String(values[at])));

/** @param {string | Forms | undefined} known */
const one = (known) => (typeof known === "object" ? known.other : known);

function chosen() {
  try {
    return localStorage.getItem(CHOICE) ?? "";
  } catch {
    return "";
  }
}
