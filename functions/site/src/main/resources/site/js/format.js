/** Figures, dates and measures as the reader writes them. */

import { counted, language, locale, say, written } from "./language.js";

/** @type {Intl.DateTimeFormat} */
let moments;
/** @type {Intl.DateTimeFormat} */
let days;

language.watch(() => {
  moments = new Intl.DateTimeFormat(locale(), { dateStyle: "medium", timeStyle: "short" });
  days = new Intl.DateTimeFormat(locale(), { dateStyle: "medium" });
});

/** @param {number} value */
export const number = (value) => written(value);

/** @param {number} count */
export const credits = (count) => counted(count, { one: "{0} credit", other: "{0} credits" });

/**
 * With its sign, and a real minus so that columns of figures line up.
 *
 * @param {number} value
 */
export const signed = (value) =>
  value > 0 ? `+${number(value)}` : value < 0 ? `\u2212${number(-value)}` : "0";

/** @param {string} instant */
export const moment = (instant) => moments.format(new Date(instant));

/** @param {string} instant */
export const day = (instant) => days.format(new Date(instant));

/** @param {number} bytes */
export const size = (bytes) =>
  bytes < 1_000_000 ? `${number(Math.ceil(bytes / 1000))} kB` : `${number(Math.round(bytes / 100_000) / 10)} MB`;

/** @param {number} seconds */
export const duration = (seconds) =>
  seconds < 100 ? `${Math.floor(seconds)} s` : say`${Math.floor(seconds / 60)} min ${Math.floor(seconds % 60)} s`;

/**
 * The size of a picture, or that of a film and how long it lasts.
 *
 * @param {import("./api.js").Media} media
 */
export const measures = ({ width, height, durationMillis }) =>
  `${width} \u00d7 ${height}${durationMillis === null ? "" : `, ${number(Math.round(durationMillis / 100) / 10)} s`}`;

/**
 * What a person would count as characters, not UTF-16 units.
 *
 * @param {string} text
 */
export const characters = (text) => [...text].length;

/**
 * Width over height of "16:9"; square when it is not of that form, and where there is nothing to see.
 *
 * @param {string | null} aspectRatio
 */
export function ratio(aspectRatio) {
  const [width, height] = (aspectRatio ?? "").split(":").map(Number);
  return width > 0 && height > 0 ? width / height : 1;
}
