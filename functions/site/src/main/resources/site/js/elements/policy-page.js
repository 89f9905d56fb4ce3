import { catalogue } from "../catalogue.js";
import { Component } from "../component.js";
import { h } from "../dom.js";
import { Problem } from "../http.js";
import { say, worded } from "../language.js";
import { sentence } from "../problems.js";
import { acceptPolicy, refresh, session } from "../session.js";

/** Age and policy, once, before anything can be made. */
class PolicyPage extends Component {
  /** @type {import("../api.js").Me | null} */
  me = null;
  #error = h("p", { class: "field-error", id: "policy-error", role: "alert" });
  #box = h("input", { type: "checkbox", id: "policy-age", "aria-describedby": "policy-error", required: true });
  #providers = h("span");

  render() {
    if (!this.me) return;
    const { user, minimumAge, policyVersion } = this.me;
    this.replaceChildren(
      h(
        "section",
        { class: "policy sheet" },
        h("p", { class: "eyebrow" }, say`Signed in as ${user.email}`),
        h("h1", {}, "Before you start"),
        h("p", {}, "Who gets what, in short:"),
        h(
          "ul",
          { class: "recipients" },
          h("li", {}, h("strong", {}, "Halftone "), "keeps, in its own AWS account: your name, e-mail address and picture link, your prompts, your pictures and the ledger of your credits."),
          h("li", {}, h("strong", {}, "Model providers "), "get your prompt and the settings of the picture when you generate. Each model names its provider before you choose it.", this.#providers),
          h("li", {}, h("strong", {}, "Google "), "signs you in. Signing in does not tell it what you make here."),
        ),
        h("p", {}, h("a", { href: "/privacy" }, "The whole privacy notice"), ": what is kept, who gets it, and for how long."),
        this.#form(minimumAge, policyVersion),
      ),
    );
    void this.#nameProviders();
  }

  /**
   * @param {number} minimumAge
   * @param {string} policyVersion
   */
  #form(minimumAge, policyVersion) {
    return h(
      "form",
      { class: "policy-form", novalidate: true, onsubmit: (/** @type {Event} */ event) => void this.#accept(event, policyVersion) },
      h(
        "label",
        { class: "check", for: "policy-age" },
        this.#box,
        h("span", {}, say`I am ${minimumAge} or older and I accept the privacy notice of version `, h("span", { class: "unbroken" }, `${policyVersion}.`)),
      ),
      this.#error,
      h("button", { class: "button primary", type: "submit" }, "Agree and continue"),
    );
  }

  /**
   * @param {Event} event
   * @param {string} policyVersion
   */
  async #accept(event, policyVersion) {
    event.preventDefault();
    this.#error.textContent = "";
    this.#box.removeAttribute("aria-invalid");
    if (!this.#box.checked) {
      this.#box.setAttribute("aria-invalid", "true");
      this.#error.textContent = worded("Tick the box to go on. Without it Halftone may not serve you.");
      this.#box.focus();
      return;
    }
    try {
      await acceptPolicy(policyVersion);
    } catch (error) {
      this.#error.textContent = worded(sentence(error));
      if (error instanceof Problem && error.code === "policy_version_changed") {
        await this.#showNewVersion(sentence(error));
      }
    }
  }

  /** @param {string} reason */
  async #showNewVersion(reason) {
    await refresh();
    if (session.value.phase !== "acceptance") return;
    this.me = session.value.me;
    this.#box.checked = false;
    this.render();
    this.#error.textContent = worded(reason);
  }

  /** Names the providers where the catalogue may already be read. */
  async #nameProviders() {
    const models = await catalogue().catch(() => []);
    const names = [...new Set(models.map(({ provider }) => provider))];
    this.#providers.textContent = names.length > 0 ? say` At present: ${names.join(", ")}.` : "";
  }
}

customElements.define("policy-page", PolicyPage);
