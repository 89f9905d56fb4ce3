import * as api from "../api.js";
import { balance } from "../balance.js";
import { Component } from "../component.js";
import { h, svg } from "../dom.js";
import { credits, day, moment, number } from "../format.js";
import { say, worded } from "../language.js";

const WIDTH = 1000;

/** @type {[keyof api.Account, string][]} */
const PARTS = [
  ["available", "Available"],
  ["upcoming", "Upcoming"],
  ["waiting", "Waiting"],
  ["pending", "Pending"],
  ["used", "Used"],
  ["expired", "Expired"],
  ["revoked", "Taken back"],
];

/** What came in, and what became of every credit of it: the parts are the whole. */
class BalanceSheet extends Component {
  render() {
    void this.#read();
  }

  async #read() {
    try {
      const account = await api.account();
      balance.set({ available: account.available, pending: account.pending });
      this.replaceChildren(...sheet(account));
    } catch (error) {
      this.replaceChildren(h("problem-note", { ".error": error, ".retry": () => void this.#read() }));
    }
  }
}

/** @param {api.Account} account */
function sheet(account) {
  const whole = account.granted + account.debt;
  const parts = PARTS.map(([key, name]) => ({ key, name, value: Number(account[key]) }));
  // Some of them everybody asks for, also when they are none.
  const told = parts.filter(({ key, value }) => value > 0 || ["available", "pending", "used"].includes(key));
  return [
    h(
      "dl",
      { class: "reckoning" },
      figure("Granted", account.granted, "granted"),
      account.debt > 0 && figure("Owed", account.debt, "debt"),
      told.map(({ key, name, value }) => figure(name, value, key)),
    ),
    whole > 0 && bar(parts, whole),
    plan(account.plan),
    ...notes(account).map((text) => h("p", { class: "fine" }, text)),
  ];
}

/**
 * How much the plan has room for, and when there is room again.
 *
 * @param {api.Account["plan"]} plan
 */
function plan({ limits }) {
  if (limits.length === 0) return null;
  return h(
    "ul",
    { class: "plan-limits" },
    ...limits.map(({ model, period, used, limit, resetsAt }) =>
      h(
        "li",
        { class: used >= limit ? "fine used-up" : "fine" },
        [
          period === "day" ? say`${number(used)} of ${number(limit)} made today` : say`${number(used)} of ${number(limit)} made this month`,
          model === null ? "" : say` with ${model}`,
          say`; anew ${moment(resetsAt)}.`,
        ].join(""),
      ),
    ),
  );
}

/** @param {string} name @param {number} value @param {string} part */
const figure = (name, value, part) =>
  h("div", { class: `figure part-${part}` }, h("dt", {}, name), h("dd", {}, number(value)));

/** @param {{key: string, name: string, value: number}[]} parts @param {number} whole */
function bar(parts, whole) {
  let x = 0;
  const shown = parts.filter(({ value }) => value > 0);
  const words = shown.map(({ name, value }) => `${worded(name)} ${number(value)}`).join(", ");
  return svg(
    "svg",
    {
      class: "identity",
      viewBox: `0 0 ${WIDTH} 20`,
      preserveAspectRatio: "none",
      role: "img",
      "aria-label": say`Of ${credits(whole)}: ${words}`,
    },
    ...shown.map(({ key, value }) => {
      const width = (value / whole) * WIDTH;
      x += width;
      return svg("rect", { class: `fill-${key}`, x: x - width, y: 0, width, height: 20 });
    }),
  );
}

/** @param {api.Account} account */
function notes({ debt, frozen, waiting, upcoming, nextExpiry }) {
  return [
    "Pending credits are set aside for pictures in the making: charged when the picture is stored, returned when it is not.",
    frozen && "The account is frozen: a payment is disputed, and nothing can be spent until that is over.",
    debt > 0 && say`${credits(debt)} were taken back after they had been spent. The next credits that come in pay for them.`,
    upcoming > 0 && "Upcoming credits are yours and can be spent from a later day on.",
    waiting > 0 && "Waiting credits are yours and can be spent as soon as there is room among your other credits.",
    nextExpiry && say`${credits(nextExpiry.credits)} end on ${day(nextExpiry.at)} unless they are spent before.`,
  ].filter((note) => typeof note === "string");
}

customElements.define("balance-sheet", BalanceSheet);
