/**
 * Checks a statement file in the browser, by the rules and in the words of the program that anybody
 * can run without this page: infra/verify/VerifyStatement.java.
 */

import { bytesOf, hex, unhex } from "./bytes.js";
import { knowsSignatures, sha256 } from "./crypto.js";
import { StatementFile } from "./statement-file.js";

/**
 * @typedef {{number: number, key: string, text: string, state: "fits" | "waits" | "wrong"}} CheckedLine
 * @typedef {{proved: boolean, words: string[], lines: CheckedLine[], signatures: boolean}} Verdict
 */

/**
 * @param {Uint8Array} file
 * @param {Uint8Array | null} published the roots that everybody is shown, if they are to be compared
 * @returns {Promise<Verdict>}
 */
export async function check(file, published = null) {
  const signatures = await knowsSignatures();
  const statement = new StatementFile(signatures);
  await statement.read(file, "halftone-statement 1", "record ");
  const { account, proof } = statement.once;
  const root = statement.roots.at(-1);
  if (account && root && proof) await prove(statement, account, proof, root);
  else statement.fault("account, root or proof", "missing; lines are signed within an hour");
  if (published) await compare(statement, published, root, signatures);
  const { faults } = statement;
  return {
    proved: faults.length === 0 && signatures,
    words: await wordsOf(statement, root, signatures),
    lines: statement.lines.map((line) => ({ ...line, state: stateOf(line, Number(proof?.[1] ?? 0)) })),
    signatures,
  };
}

/**
 * Whether the account's head is a leaf of the root's tree (RFC 6962), and the lines lead to it.
 *
 * @param {StatementFile} statement
 * @param {RegExpExecArray} account
 * @param {RegExpExecArray} proof
 * @param {RegExpExecArray} root
 */
async function prove(statement, account, proof, root) {
  let node = await sha256(bytesOf(`\0${account[1]} ${proof[1]} ${proof[2]}`));
  for (const step of proof[3].split(" ").slice(1)) {
    const sibling = unhex(step.slice(1));
    const [left, right] = step[0] === "L" ? [sibling, node] : [node, sibling];
    node = await sha256(Uint8Array.from([1, ...left, ...right]));
  }
  const { first, last, lines } = statement;
  const number = Number(proof[1]);
  if (hex(node) !== root[7]) {
    statement.fault("account, root or proof", "the proof does not lead from this account to the root");
  }
  if (number > last) {
    statement.fault(`lines ${last + 1} to ${number}`, "missing at the end of what was signed");
  } else if (number >= first && lines.find((line) => line.number === number)?.hash !== proof[2]) {
    statement.fault(`lines ${first} to ${number}`, "do not lead to the signed head: rewritten");
  }
}

/**
 * @param {StatementFile} statement
 * @param {Uint8Array} published
 * @param {RegExpExecArray | undefined} root
 * @param {boolean} signatures
 */
async function compare(statement, published, root, signatures) {
  const list = new StatementFile(signatures);
  await list.read(published, "halftone-roots 1", "roots, record ");
  statement.faults.push(...list.faults);
  if (root && !list.roots.some((each) => each[1] === root[1] && each[3] === root[3])) {
    statement.fault(`root ${root[5]}`, "is not published, or is published otherwise");
  }
}

/** @param {StatementFile} statement @param {RegExpExecArray | undefined} root @param {boolean} signatures */
async function wordsOf(statement, root, signatures) {
  const { faults } = statement;
  if (faults.length > 0 || !root) return [...faults, `Not proved: ${faults.length} found.`];
  // Whoever can make a chain anew can write any root over it: only its signature proves anything.
  return signatures ? report(statement, root) : ["Not proved: all fits together, but no signature was checked."];
}

/** @param {StatementFile} statement @param {RegExpExecArray} root */
async function report({ once: { account, proof }, keys, first, last, balances }, root) {
  const sums = [...balances].sort(([one], [two]) => (one < two ? -1 : 1)).map(([name, amount]) => `${name}=${amount}`);
  return [
    `Proved: lines ${first} to ${proof[1]} of account ${account[1]}`,
    `by root ${root[5]} of ${root[4]}`,
    `signed with the key ${hex(await sha256(keys.get(root[1]) ?? new Uint8Array()))}`,
    `Waiting for the next root: ${last - Number(proof[1])} lines`,
    `They add up to {${sums.join(", ")}}`,
  ];
}

/** @param {import("./statement-file.js").Line} line @param {number} covered @returns {CheckedLine["state"]} */
const stateOf = ({ number, fits }, covered) => (!fits ? "wrong" : number <= covered ? "fits" : "waits");
