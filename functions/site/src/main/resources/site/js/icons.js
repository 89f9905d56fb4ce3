import { svg } from "./dom.js";

/** @type {Record<string, string>} */
const PATHS = {
  download: "M8 2v8m0 0 3.2-3.2M8 10 4.8 6.8M2.5 13.5h11",
  reuse: "M3 7.5a5 5 0 0 1 8.7-2.9L13 6m0-3.5V6H9.5M13 8.5a5 5 0 0 1-8.7 2.9L3 10m0 3.5V10h3.5",
  close: "m3.5 3.5 9 9m0-9-9 9",
  check: "m3 8.5 3.2 3.2L13 4.5",
  clock: "M8 4.5V8l2.5 1.5M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8Z",
  alert: "M8 4.5v4.2m0 2.6v.2M8 1.5l6.8 12.3H1.2Z",
};

/**
 * A decorative line icon; the control around it carries the words.
 *
 * @param {keyof typeof PATHS} name
 */
export function icon(name) {
  return svg(
    "svg",
    { class: "icon", viewBox: "0 0 16 16", "aria-hidden": "true", focusable: "false" },
    svg("path", { d: PATHS[name] }),
  );
}

/** Google's mark in its own colours, as its terms for sign-in buttons ask; drawn here, not fetched. */
const GOOGLE = [
  ["#4285f4", "M17.64 9.2c0-.637-.057-1.251-.164-1.84H9v3.481h4.844a4.14 4.14 0 0 1-1.796 2.716v2.259h2.908c1.702-1.567 2.684-3.875 2.684-6.615Z"],
  ["#34a853", "M9 18c2.43 0 4.467-.806 5.956-2.18l-2.908-2.259c-.806.54-1.837.86-3.048.86-2.344 0-4.328-1.584-5.036-3.711H.957v2.332A8.997 8.997 0 0 0 9 18Z"],
  ["#fbbc05", "M3.964 10.71A5.41 5.41 0 0 1 3.682 9c0-.593.102-1.17.282-1.71V4.958H.957A8.996 8.996 0 0 0 0 9c0 1.452.348 2.827.957 4.042l3.007-2.332Z"],
  ["#ea4335", "M9 3.58c1.321 0 2.508.454 3.44 1.345l2.582-2.58C13.463.891 11.426 0 9 0A8.997 8.997 0 0 0 .957 4.958L3.964 7.29C4.672 5.163 6.656 3.58 9 3.58Z"],
];

export function googleMark() {
  return svg(
    "svg",
    { viewBox: "0 0 18 18", width: 18, height: 18, "aria-hidden": "true", focusable: "false" },
    ...GOOGLE.map(([fill, d]) => svg("path", { fill, d })),
  );
}
