/**
 * Finds, in a file of a few formats, its content and the texts about it, as core's `mark` package
 * does: content is everything that stays the same when a mark of ours comes or goes.
 */

/**
 * @typedef {{at: number, end: number}} Range
 * @typedef {{content: Range[], packets: Range[], signed: boolean}} Anatomy
 * @typedef {(range: Range) => boolean} IsOurs
 */

const XMP_PNG = "XML:com.adobe.xmp\0\0\0\0\0";
const XMP_JPEG = "http://ns.adobe.com/xap/1.0/\0";
const XMP_BOX = "be7acfcb97a942e89c71999491e3afac";
const C2PA_BOX = "d8fec3d61b0e483c92975828877ec481";

/**
 * @param {Uint8Array} file
 * @param {IsOurs} isOurs whether a text about the file is our mark
 * @returns {Anatomy | null} null for a file of another format, or one that is not whole
 */
export function dissect(file, isOurs) {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  try {
    if (text(file, 0, 8) === "\x89PNG\r\n\x1a\n") return png(file, view, isOurs);
    if (view.getUint16(0) === 0xffd8) return jpeg(file, view, isOurs);
    if (text(file, 0, 4) === "RIFF" && text(file, 8, 12) === "WEBP") return webp(file, view, isOurs);
    if (text(file, 4, 8) === "ftyp") return mp4(file, view, isOurs);
  } catch (error) {
    // A part that ends behind the end of the file.
    if (!(error instanceof RangeError)) throw error;
  }
  return null;
}

/** @param {Uint8Array} file @param {number} from @param {number} to */
const text = (file, from, to) => String.fromCharCode(...file.subarray(from, to));

/** Keeps account of parts. */
class Parts {
  /** @type {Range[]} */
  content = [];
  /** @type {Range[]} */
  packets = [];
  signed = false;

  /** @param {Range} whole @param {Range | null} packet @param {IsOurs} isOurs */
  add(whole, packet, isOurs) {
    if (packet) this.packets.push(packet);
    if (!packet || !isOurs(packet)) this.content.push(whole);
  }
}

/** @param {Uint8Array} file @param {DataView} view @param {IsOurs} isOurs */
function png(file, view, isOurs) {
  const parts = new Parts();
  parts.content.push({ at: 0, end: 8 });
  for (let at = 8; ; ) {
    const end = at + 12 + view.getUint32(at);
    const type = text(file, at + 4, at + 8);
    const inside = at + 8 + XMP_PNG.length;
    const isPacket = type === "iTXt" && text(file, at + 8, inside) === XMP_PNG;
    if (end > file.length) return null;
    parts.add({ at, end }, isPacket ? { at: inside, end: end - 4 } : null, isOurs);
    parts.signed ||= type === "caBX";
    at = end;
    if (type === "IEND") {
      parts.content.push({ at, end: file.length });
      return parts;
    }
  }
}

/** @param {Uint8Array} file @param {DataView} view @param {IsOurs} isOurs */
function jpeg(file, view, isOurs) {
  if (view.getUint16(file.length - 2) !== 0xffd9) return null;
  const parts = new Parts();
  parts.content.push({ at: 0, end: 2 });
  for (let at = 2; ; ) {
    const marker = view.getUint16(at);
    if (marker === 0xffda) {
      parts.content.push({ at, end: file.length });
      return parts;
    }
    const length = view.getUint16(at + 2);
    const end = at + 2 + length;
    if (marker >> 8 !== 0xff || length < 2 || end > file.length) return null;
    const inside = at + 4 + XMP_JPEG.length;
    const isPacket = marker === 0xffe1 && end >= inside && text(file, at + 4, inside) === XMP_JPEG;
    parts.add({ at, end }, isPacket ? { at: inside, end } : null, isOurs);
    parts.signed ||= marker === 0xffeb;
    at = end;
  }
}

/** @param {Uint8Array} file @param {DataView} view @param {IsOurs} isOurs */
function webp(file, view, isOurs) {
  if (view.getUint32(4, true) !== file.length - 8) return null;
  const parts = new Parts();
  let at = 12;
  while (at < file.length) {
    const type = text(file, at, at + 4);
    const length = view.getUint32(at + 4, true);
    const end = at + 8 + length + (length & 1);
    if (end > file.length) return null;
    // What the extended form says of the other parts is form, not content.
    if (type !== "VP8X") parts.add({ at, end }, type === "XMP " ? { at: at + 8, end: at + 8 + length } : null, isOurs);
    parts.signed ||= type === "C2PA";
    at = end;
  }
  return parts;
}

/** @param {Uint8Array} file @param {DataView} view @param {IsOurs} isOurs */
function mp4(file, view, isOurs) {
  const parts = new Parts();
  let at = 0;
  while (at < file.length) {
    const short = view.getUint32(at);
    const size = short === 1 ? Number(view.getBigUint64(at + 8)) : short;
    const end = at + size;
    if (size < 8 || end > file.length) return null;
    const number = text(file, at + 4, at + 8) === "uuid" ? hex(file.subarray(at + 8, at + 24)) : "";
    parts.add({ at, end }, number === XMP_BOX ? { at: at + 24, end } : null, isOurs);
    parts.signed ||= number === C2PA_BOX;
    at = end;
  }
  return parts;
}

/** @param {Uint8Array} bytes */
const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
