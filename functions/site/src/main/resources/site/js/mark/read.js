/** Reads what a file says of how it was made. Nothing leaves the browser but a hash and the mark itself. */

import { dissect } from "./parts.js";

/**
 * @typedef {{content: string, model: string, day: string, signature: string}} Mark
 * @typedef {{readable: boolean, mark: Mark | null, source: string | null, signed: boolean}} Told
 */

const OURS = "urn:halftone:origin:1";
const SOURCE = /digitalsourcetype\/([A-Za-z]+)/;
const PACKET_MAX = 1024 * 1024;

/**
 * @param {Uint8Array} file
 * @returns {Promise<Told>}
 */
export async function told(file) {
  /** @param {import("./parts.js").Range} range */
  const words = ({ at, end }) => new TextDecoder().decode(file.subarray(at, Math.min(end, at + PACKET_MAX)));
  const anatomy = dissect(file, (range) => words(range).includes(OURS));
  if (!anatomy) return { readable: false, mark: null, source: null, signed: false };
  const texts = anatomy.packets.map(words);
  const ours = texts.find((packet) => packet.includes(OURS));
  return {
    readable: true,
    mark: ours ? { content: await hash(file, anatomy.content), ...fields(ours) } : null,
    source: texts.map((packet) => SOURCE.exec(packet)?.[1]).find(Boolean) ?? null,
    signed: anatomy.signed,
  };
}

/** @param {string} packet */
function fields(packet) {
  /** @param {string} name */
  const field = (name) => new RegExp(`origin:${name}="([^"]*)"`).exec(packet)?.[1] ?? "";
  return { model: field("model"), day: field("day"), signature: field("signature") };
}

/** @param {Uint8Array} file @param {import("./parts.js").Range[]} ranges */
async function hash(file, ranges) {
  const content = new Uint8Array(ranges.reduce((length, { at, end }) => length + end - at, 0));
  let written = 0;
  for (const { at, end } of ranges) {
    content.set(file.subarray(at, end), written);
    written += end - at;
  }
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
