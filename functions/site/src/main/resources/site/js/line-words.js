/** Why a ledger line exists, in words. */

import { credits, day, moment } from "./format.js";
import { say, worded } from "./language.js";
import { failureTitle } from "./wording.js";

/** @typedef {import("./api.js").StatementLine} StatementLine */
/** @typedef {{title: string, note: string}} Words */

/** @type {Record<string, string>} */
const GRANTS = {
  welcome: "Welcome credits",
  reward: "Reward",
  operator: "Credits from the operator",
  subscription: "Credits of your subscription",
  purchase: "Credits bought",
  restored: "Credits given back after all",
};

/** @type {Record<string, string>} */
const TAKEN_BACK = {
  refund: "The payment was given back",
  dispute: "The payment is disputed",
  chargeback: "The payment was taken back by the bank",
};

/** @type {Record<string, (line: StatementLine) => Words>} */
const WORDS = {
  grant: (line) => ({ title: GRANTS[line.reason] ?? "Credits granted", note: sentences(waiting(line), debtPaid(line)) }),
  admit: ({ reason }) => ({
    title: "Ready to be spent",
    note: say`${worded(GRANTS[reason] ?? "Credits")}: they waited until there was room for them`,
  }),
  pending: ({ priceVersion }) => ({
    title: "Set aside",
    note: priceVersion ? say`Price list ${priceVersion}` : "",
  }),
  post: (line) => ({
    title: "Charged: delivered",
    note: sentences(
      (line.legs.available ?? 0) > 0 ? say`${credits(line.legs.available)} less than was set aside` : "What was set aside is now spent, so the balance stays",
      debtPaid(line),
    ),
  }),
  void: (line) => ({
    title: "Came back",
    note: sentences(line.failure ? failureTitle(line.failure) : "It was not made", debtPaid(line)),
  }),
  refund: (line) => ({ title: "Refunded", note: sentences(inWords(line.reason), debtPaid(line)) }),
  expire: (line) => ({
    title: "Expired",
    note: say`${worded(GRANTS[line.reason] ?? "Credits")}: not spent in time, booked on ${day(line.at)}`,
  }),
  revoke: (line) => ({
    title: "Taken back",
    note: sentences(
      TAKEN_BACK[line.reason] ?? inWords(line.reason),
      (line.legs.debt ?? 0) < 0 ? say`${credits(-line.legs.debt)} had been spent already and are owed` : "",
    ),
  }),
  freeze: () => ({ title: "Account frozen", note: "A payment is disputed: nothing can be spent until that is over" }),
  thaw: () => ({ title: "Account open again", note: "The dispute is over" }),
};

/**
 * @param {StatementLine} line
 * @returns {Words}
 */
export const lineWords = (line) => WORDS[line.kind]?.(line) ?? { title: inWords(line.reason), note: "" };

/**
 * What a line has to do with the one that it answers.
 *
 * @param {StatementLine} line
 * @param {StatementLine} answered
 */
export const answerWords = ({ kind }, { at, credits: count }) =>
  kind === "post" ? say`Charges the ${credits(Math.abs(count))} of ${moment(at)}` : say`Gives back the ${credits(Math.abs(count))} of ${moment(at)}`;

/** @param {StatementLine} line */
const waiting = ({ legs }) =>
  (legs.waiting ?? 0) > 0 ? say`${credits(legs.waiting)} wait until there is room among your other credits` : "";

/** @param {StatementLine} line */
const debtPaid = ({ legs }) => ((legs.debt ?? 0) > 0 ? say`${credits(legs.debt)} paid what was owed` : "");

/** @param {string} code */
const inWords = (code) => (code.charAt(0).toUpperCase() + code.slice(1)).replaceAll("_", " ");

/** @param {...string} parts */
const sentences = (...parts) => parts.filter(Boolean).map(worded).join(". ");
