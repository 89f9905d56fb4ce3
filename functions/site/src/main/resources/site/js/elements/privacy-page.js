import { catalogue, promptCheck } from "../catalogue.js";
import { Component } from "../component.js";
import { h } from "../dom.js";
import { day } from "../format.js";
import { say, worded } from "../language.js";
import { modelNotes } from "../provider-notes.js";
import { checkSentence, refusalSentence } from "../refusals.js";

const KEPT = [
  ["From whoever you sign in with: your name, your e-mail address and whether it is verified, the address of your picture, and their number for you", "while the account exists"],
  ["That you confirmed your age and this notice, which version, and when", "while the account exists"],
  ["Each browser in which you sign in: when, and a fingerprint of its cookie", "7 days unused, 30 days at most"],
  ["Each picture, film and text: your prompt, the settings, the price, the times, the identifiers under which it was made, how it ended, and the file or the words", "while the account exists"],
  ["The ledger: a line for each credit given, set aside, charged or returned", "while the account exists"],
  ["Each purchase: what it was, the price, the times, the e-mail address of the receipt, and the payment processor's numbers for you and for the payment. No card number", "while the account exists"],
  ["Logs of requests: time, route, result and identifiers. No prompt, no name, no e-mail address, no IP address", "30 days"],
];

const IN_THE_BROWSER = [
  "One cookie that keeps you signed in, for 30 days at most, and one for the ten minutes that signing in may take.",
  "What you have typed and chosen and not sent yet, in this tab alone, until you close it or sign out.",
  "Nothing that counts or follows you, and nothing loaded from anybody else.",
];

/** What is true of this version, in the order in which people ask. */
class PrivacyPage extends Component {
  /** @type {{minimumAge: number, policyVersion: string} | null} */
  facts = null;
  /** Where the reader came from, if something there waits for them. @type {string | null} */
  back = null;
  #providers = h("ul", { class: "recipients" });
  #check = h("p");
  #refusals = h("ul", { class: "recipients" });

  render() {
    this.replaceChildren(
      h(
        "article",
        { class: "notice" },
        h("p", { class: "eyebrow" }, this.facts && say`Version ${this.facts.policyVersion}`),
        h("h1", {}, "Privacy"),
        h("p", { class: "lead" }, "What Halftone keeps, who else gets something, and for how long."),
        h("h2", {}, "What is kept"),
        kept(),
        h("p", {}, "There is no button yet that deletes an account: ask whoever runs this service. The database can be restored to any moment of the last 35 days, so what is deleted is gone from there after those."),
        h("h2", {}, "Who else gets something"),
        this.#providers,
        h("h2", {}, "What may not be made"),
        this.#check,
        h("p", {}, "Whoever makes the models has rules of their own. If those refuse a prompt or a result, your credits come back by themselves; what the provider asks of us is our affair."),
        this.#refusals,
        h("h2", {}, "What stays in your browser"),
        h("ul", { class: "recipients" }, ...IN_THE_BROWSER.map((text) => h("li", {}, text))),
        this.facts && h("p", {}, say`Halftone is for people of ${this.facts.minimumAge} and over.`),
        this.back && h("p", {}, h("a", { class: "button primary", href: "/" }, this.back)),
      ),
    );
    void this.#name();
  }

  async #name() {
    void promptCheck().then((check) => this.#check.replaceChildren(checkSentence(check)), () => {});
    const models = await catalogue().catch(() => []);
    this.#refusals.replaceChildren(...providersOf(models).map((provider) => recipient(provider.name, refusalSentence(provider))));
    this.#providers.replaceChildren(
      recipient("Amazon Web Services", "runs the servers and stores all of the above, encrypted, on behalf of whoever runs this service."),
      recipient("Whoever you sign in with", "tells us that it is you. They learn that you signed in here, and nothing of what you make."),
      recipient("The payment processor, if you buy something", "gets what you order and its price, a number for you, and on its own page what you tell it to pay. It gets nothing of what you make."),
      recipient("The provider of the model you choose", "gets your prompt and the settings, and an address to report back to. It does not get your name or e-mail address."),
      ...models.map((model) => recipient(`${model.name}:`, modelNotes(model).join(" "))),
      ...terms(models),
    );
  }
}

/**
 * Whose terms stand behind these words, and when somebody last compared the two.
 *
 * @param {import("../api.js").Model[]} models
 */
function terms(models) {
  return providersOf(models).map((provider) =>
    h(
      "li",
      {},
      h("a", { href: provider.terms.url, rel: "noreferrer" }, say`The terms of ${provider.name}`),
      say`, as read on ${day(provider.terms.verified)}.`,
    ),
  );
}

/** @param {import("../api.js").Model[]} models */
const providersOf = (models) => [...new Map(models.flatMap((model) => model.providers.map((provider) => [provider.name, provider]))).values()];

/**
 * @param {string} name
 * @param {string} what
 */
const recipient = (name, what) => h("li", {}, h("strong", {}, `${worded(name)} `), what);

const kept = () =>
  h(
    "table",
    { class: "kept" },
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "What"), h("th", { scope: "col" }, "How long"))),
    h("tbody", {}, ...KEPT.map(([what, long]) => h("tr", {}, h("td", {}, what), h("td", {}, long)))),
  );

customElements.define("privacy-page", PrivacyPage);
