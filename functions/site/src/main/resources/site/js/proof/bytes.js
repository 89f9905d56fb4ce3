/**
 * Bytes as text of one character a byte: no two files that differ are read as the same, and what
 * is hashed is what was in the file.
 */

const CHUNK = 0x8000;
const SHOWN_MAX = 80;

/** @param {Uint8Array} bytes */
export function latin1(bytes) {
  const parts = [];
  for (let at = 0; at < bytes.length; at += CHUNK) {
    parts.push(String.fromCharCode(...bytes.subarray(at, at + CHUNK)));
  }
  return parts.join("");
}

/** @param {string} text */
export const bytesOf = (text) => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** @param {Uint8Array} bytes */
export const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

/** @param {string} digits */
export const unhex = (digits) => Uint8Array.from(digits.match(/../g) ?? [], (pair) => parseInt(pair, 16));

/**
 * Empty unless it is exactly how these bytes are written: the last letter has bits that nobody reads.
 *
 * @param {string} text
 */
export function base64(text) {
  try {
    const plain = atob(text);
    return bytesOf(btoa(plain) === text ? plain : "");
  } catch {
    return new Uint8Array();
  }
}

/**
 * What a file says, without what is not to be shown.
 *
 * @param {string} text
 */
export function shown(text) {
  return text.slice(0, SHOWN_MAX).replace(/[^ -~]/g, "?");
}
