import "./problem-note.js";

import { Component } from "../component.js";
import { h } from "../dom.js";
import { request } from "../http.js";

/**
 * @typedef {{$ref?: string, type?: string | string[], enum?: string[], description?: string, items?: Schema, oneOf?: Schema[],
 *   properties?: Record<string, Schema>, required?: string[]}} Schema
 * @typedef {{name?: string, in?: string, required?: boolean, description?: string, schema?: Schema, $ref?: string}} Parameter
 * @typedef {{description?: string, content?: Record<string, {schema: Schema}>, $ref?: string}} Answer
 * @typedef {{operationId: string, tags: string[], summary: string, description?: string, security: Record<string, string[]>[],
 *   "x-rate-limit": string, parameters?: Parameter[], requestBody?: {content: Record<string, {schema: Schema}>},
 *   responses: Record<string, Answer>}} Operation
 * @typedef {{info: {description: string}, tags: {name: string, description: string}[], paths: Record<string, Record<string, any>>,
 *   components: {schemas: Record<string, Schema>, parameters: Record<string, Parameter>, responses: Record<string, Answer>}}} Description
 */

const DOCUMENT = "/openapi.json";
const METHODS = ["get", "post", "put", "patch", "delete"];

/** What programs can do, from the document that programs read. For everybody; that document is in English. */
class ApiPage extends Component {
  render() {
    this.replaceChildren(h("section", { class: "sheet api" }, h("h1", {}, "The API"), h("p", { class: "loading" }, "Opening\u2026")));
    void this.#show(this.life);
  }

  /** @param {AbortSignal} until */
  async #show(until) {
    const section = /** @type {Element} */ (this.firstElementChild);
    try {
      section.replaceChildren(...contents(await request("GET", DOCUMENT, { signal: until })));
    } catch (error) {
      if (until.aborted) return;
      section.replaceChildren(h("h1", {}, "The API"), h("problem-note", { ".error": error, ".retry": () => this.render() }));
    }
  }
}

/** @param {Description} api */
const contents = (api) => [
  h("h1", {}, "The API"),
  h("p", {}, h("a", { href: DOCUMENT, download: "halftone-openapi.json" }, "The whole description for programs (OpenAPI 3.1)")),
  h(
    "div",
    { lang: "en", translate: "no" },
    h("p", {}, api.info.description),
    ...api.tags.map((tag) => h("section", {}, h("h2", {}, tag.name), h("p", { class: "fine" }, tag.description), ...operations(api, tag.name))),
    h("h2", {}, "Codes of errors"),
    h("p", { class: "codes" }, (api.components.schemas.Code.enum ?? []).join(", ")),
  ),
];

/** @param {Description} api @param {string} tag */
const operations = (api, tag) =>
  Object.entries(api.paths).flatMap(([path, item]) =>
    METHODS.filter((method) => item[method]?.tags.includes(tag)).map((method) => operation(api, method, path, item)),
  );

/** @param {Description} api @param {string} method @param {string} path @param {Record<string, any>} item */
function operation(api, method, path, item) {
  /** @type {Operation} */
  const one = item[method];
  const parameters = [...(item.parameters ?? []), ...(one.parameters ?? [])].map((each) => (each.$ref ? found(api, each.$ref) : each));
  const body = Object.entries(one.requestBody?.content ?? {})[0];
  return h(
    "details",
    { class: "operation", id: one.operationId },
    h("summary", {}, h("code", {}, `${method.toUpperCase()} ${path}`), ` ${one.summary}`),
    one.description ? h("p", {}, one.description) : null,
    h("p", { class: "fine" }, `${callers(one)} Limit: ${one["x-rate-limit"]}.`),
    parameters.length > 0 ? table("Parameters", parameters.map((each) => [`${each.name}${each.required ? " *" : ""}`, `${each.in}, ${form(each.schema)}`, each.description ?? ""])) : null,
    body ? table(`Body, ${body[0]}`, members(api, body[1].schema)) : null,
    table("Answers", Object.entries(one.responses).map(([status, answer]) => [status, what(answer), (answer.$ref ? found(api, answer.$ref) : answer).description ?? ""])),
    ...Object.entries(one.responses).flatMap(([status, answer]) => answered(api, status, answer)),
    h("pre", { class: "example", tabindex: "0" }, h("code", {}, example(method, path, one, body?.[0]))),
  );
}

/** @param {Description} api @param {string} status @param {Answer} answer */
function answered(api, status, answer) {
  const schema = answer.content?.["application/json"]?.schema;
  const rows = schema ? members(api, schema) : [];
  return rows.length > 0 ? [table(`${status}: ${form(schema)}`, rows)] : [];
}

/** @param {Operation} one */
function callers(one) {
  if (one.security.length === 0 || one.security.some((each) => Object.keys(each).length === 0)) return "For everybody.";
  const scope = one.security.flatMap(({ token }) => token ?? [])[0];
  if (scope) return `For who is signed in, or has a token with the scope ${scope}.`;
  return "signature" in one.security[0] ? "For providers, who sign what they send." : "For who is signed in; never with a token.";
}

/** @param {Description} api @param {Schema} schema @returns {string[][]} */
function members(api, schema) {
  const { properties = {}, required = [] } = schema.$ref ? found(api, schema.$ref) : schema;
  return Object.entries(properties).map(([name, each]) => [`${name}${required.includes(name) ? " *" : ""}`, form(each), each.description ?? ""]);
}

/** @param {string} method @param {string} path @param {Operation} one @param {string | undefined} type */
const example = (method, path, one, type) =>
  [
    `curl -X ${method.toUpperCase()} "${location.origin}${path}"`,
    one.security.some((each) => "token" in each) ? `-H "Authorization: Bearer $HALFTONE_TOKEN"` : null,
    one.parameters?.some(({ $ref }) => $ref) ? `-H "Idempotency-Key: $(uuidgen)"` : null,
    type ? `-H "Content-Type: ${type}" --data @body` : null,
  ]
    .filter((line) => line !== null)
    .join(" \\\n  ");

/** @param {Description} api @param {string} reference @returns {any} */
const found = (api, reference) => reference.slice(2).split("/").reduce((/** @type {any} */ here, key) => here[key], api);

/** @param {Schema | undefined} schema @returns {string} */
function form(schema) {
  if (!schema) return "";
  if (schema.$ref) return schema.$ref.split("/").at(-1) ?? "";
  if (schema.oneOf) return schema.oneOf.map(form).join(" or ");
  if (schema.enum) return schema.enum.join(" or ");
  const type = Array.isArray(schema.type) ? schema.type.join(" or ") : (schema.type ?? "anything");
  return schema.items ? `${type} of ${form(schema.items)}` : type;
}

/** @param {Answer} answer */
const what = (answer) =>
  answer.$ref
    ? "Problem"
    : Object.entries(answer.content ?? {})
        .map(([type, { schema }]) => (type === "application/json" ? form(schema) : type))
        .join(", ");

/** @param {string} caption @param {string[][]} rows */
const table = (caption, rows) =>
  h(
    "div",
    { class: "wide" },
    h("table", {}, h("caption", {}, caption), h("tbody", {}, ...rows.map(([name, type, text]) => h("tr", {}, h("th", { scope: "row" }, h("code", {}, name)), h("td", {}, type), h("td", {}, text))))),
  );

customElements.define("api-page", ApiPage);
