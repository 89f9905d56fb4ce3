/** Hashes and signatures by the browser itself. */

import { base64, bytesOf, hex } from "./bytes.js";

/** @param {Uint8Array} bytes */
export const sha256 = async (bytes) => new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));

/** @param {string} text */
export const hash = async (text) => hex(await sha256(bytesOf(text)));

/**
 * Whether this browser can check signatures; not every one that is in use knows Ed25519.
 *
 * @returns {Promise<boolean>}
 */
export async function knowsSignatures() {
  try {
    await crypto.subtle.generateKey({ name: "Ed25519" }, false, ["sign", "verify"]);
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {Uint8Array} key a SubjectPublicKeyInfo
 * @param {string} signature in base64
 * @param {string} text
 */
export async function isSigned(key, signature, text) {
  try {
    const imported = await crypto.subtle.importKey("spki", key, { name: "Ed25519" }, false, ["verify"]);
    return await crypto.subtle.verify("Ed25519", imported, base64(signature), bytesOf(text));
  } catch {
    return false;
  }
}
