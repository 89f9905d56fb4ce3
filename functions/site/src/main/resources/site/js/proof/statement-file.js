/**
 * Reads a statement file, or the file of roots, from its first record to its last, and notes what
 * does not fit where it stands.
 */

import { base64, hex, latin1, shown } from "./bytes.js";
import { hash, isSigned, sha256 } from "./crypto.js";
import { LEG, RECORDS } from "./forms.js";

/** @typedef {{number: number, key: string, text: string, hash: string, fits: boolean}} Line */

const BYTES_MAX = 64 << 20;

export class StatementFile {
  /** @type {string[]} */
  faults = [];
  /** @type {Map<string, Uint8Array>} */
  keys = new Map();
  /** @type {Record<string, RegExpExecArray>} */
  once = {};
  /** @type {RegExpExecArray[]} */
  roots = [];
  /** @type {Line[]} */
  lines = [];
  /** @type {Map<string, bigint>} */
  balances = new Map();
  first = 1;
  last = 0;
  usable = true;
  #hash = "";
  #signatures;

  /** @param {boolean} signatures whether this browser can check them */
  constructor(signatures) {
    this.#signatures = signatures;
  }

  /**
   * @param {Uint8Array} file
   * @param {string} kind
   * @param {string} place
   */
  async read(file, kind, place) {
    const rows = file.length > BYTES_MAX ? [] : latin1(file).split("\n");
    if (rows[0] !== kind) {
      this.usable = false;
      return this.fault(`${place}1`, `is not "${kind}", or the file is too long`);
    }
    for (let i = 1; i < rows.length - 1; i++) {
      const space = rows[i].indexOf(" ");
      const word = space < 0 ? rows[i] : rows[i].slice(0, space);
      const record = Object.hasOwn(RECORDS, word) ? RECORDS[word].exec(rows[i].slice(space + 1)) : null;
      if (record) await this.#take(`${place}${i + 1}`, word, record);
      else this.fault(`${place}${i + 1}`, `cannot be understood: ${shown(rows[i])}`);
    }
    if (rows[rows.length - 1] !== "") this.fault(`${place}${rows.length}`, "is cut, the file has no end");
  }

  /** @param {string} where @param {string} what */
  fault(where, what) {
    this.faults.push(`${where}: ${what}`);
  }

  /** @param {string} where @param {string} word @param {RegExpExecArray} record */
  async #take(where, word, record) {
    if (word === "line") return this.#line(`${where}, line ${record[1]} (${shown(record[4])})`, record);
    if (word === "key") return this.#key(where, record);
    if (word === "root") return this.#root(where, record);
    if (word in this.once || (word === "checkpoint" && this.last > 0)) {
      return this.fault(where, `another ${word}, or out of place`);
    }
    this.once[word] = record;
    if (word === "account") this.#hash = await hash(`halftone-chain 1 ${record[1]}`);
    if (word === "checkpoint" && (await this.#signed(where, "halftone-checkpoint 1 ", record))) this.#startFrom(where, record);
  }

  /** @param {string} where @param {RegExpExecArray} checkpoint */
  #startFrom(where, checkpoint) {
    if (checkpoint[4] !== this.once.account?.[1]) this.fault(where, "the checkpoint of another account");
    this.#add(checkpoint[5]);
    this.#hash = checkpoint[6];
    this.last = Number(checkpoint[7]);
    this.first = this.last + 1;
  }

  /** @param {string} where @param {RegExpExecArray} key */
  async #key(where, [, name, text]) {
    const bytes = base64(text);
    const named = hex(await sha256(bytes)).startsWith(name) && !this.keys.has(name);
    if (named) this.keys.set(name, bytes);
    else this.fault(where, "the name of this key is another's");
  }

  /** @param {string} where @param {RegExpExecArray} root */
  async #root(where, root) {
    const before = this.roots.at(-1);
    if (!(await this.#signed(where, "halftone-root 1 ", root))) return;
    if (before && (Number(root[5]) !== Number(before[5]) + 1 || root[6] !== (await hash(before[3])))) {
      this.fault(where, `root ${root[5]} does not follow from the one before it`);
    }
    this.roots.push(root);
  }

  /** @param {string} where @param {RegExpExecArray} line */
  async #line(where, [, digits, hashed, text, key, legs]) {
    const number = Number(digits);
    const faults = this.faults.length;
    if (number <= this.last) {
      this.fault(where, "doubled, inserted or out of order");
    } else {
      if (number > this.last + 1) {
        this.fault(where, `before it, lines ${this.last + 1} to ${number - 1} are missing`);
      } else if ((await hash(`${this.#hash} ${number} ${text}`)) !== hashed) {
        this.fault(where, "changed, or the line before it or the account was");
      }
      this.last = number;
      this.#hash = hashed;
      if (this.#add(legs) !== 0n) this.fault(where, "its legs are not zero together");
    }
    this.lines.push({ number, key, text, hash: hashed, fits: this.faults.length === faults });
  }

  /** @param {string} legs */
  #add(legs) {
    let sum = 0n;
    for (const [, name, amount] of legs.matchAll(LEG)) {
      this.balances.set(name, (this.balances.get(name) ?? 0n) + BigInt(amount));
      sum += BigInt(amount);
    }
    return sum;
  }

  /** @param {string} where @param {string} purpose @param {RegExpExecArray} record */
  async #signed(where, purpose, [, keyId, signature, text]) {
    const key = this.keys.get(keyId);
    if (key && (!this.#signatures || (await isSigned(key, signature, purpose + text)))) return true;
    this.fault(where, "its signature is wrong, or its key is unknown");
    return false;
  }
}
