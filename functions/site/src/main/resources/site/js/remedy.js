/** Where people can do something about a refusal themselves. */

import { h } from "./dom.js";
import { Problem } from "./http.js";

export const buyCredits = () => h("a", { href: "/credits" }, "Buy credits");

/** @param {unknown} error */
export const remedy = (error) => error instanceof Problem && error.code === "insufficient_credits" && h("p", {}, buyCredits());
