import { h } from "./dom.js";

/**
 * Asks for one line of text; null if the person thinks better of it.
 *
 * @param {{title: string, label: string, value?: string, yes: string, max: number}} question
 * @returns {Promise<string | null>}
 */
export function asked({ title, label, value = "", yes, max }) {
  const input = h("input", { id: "asked", type: "text", required: true, maxlength: max, value, autocomplete: "off" });
  return answered(
    title,
    (close) => [
      h(
        "form",
        { class: "stack", onsubmit: (/** @type {Event} */ event) => (event.preventDefault(), input.value.trim() && close(input.value.trim())) },
        h("label", { for: "asked" }, label),
        input,
        h("div", { class: "button-row" }, h("button", { class: "button primary", type: "submit" }, yes), cancel(close)),
      ),
    ],
  );
}

/**
 * Offers choices; null if the person takes none.
 *
 * @param {{title: string, text: string, choices: [value: string, words: string, danger?: boolean][]}} question
 * @returns {Promise<string | null>}
 */
export function chosen({ title, text, choices }) {
  return answered(title, (close) => [
    h("p", {}, text),
    h(
      "div",
      { class: "button-row" },
      cancel(close),
      ...choices.map(([value, words, danger]) => h("button", { class: danger ? "button danger" : "button", type: "button", onclick: () => close(value) }, words)),
    ),
  ]);
}

/** @param {(answer: string) => void} close */
const cancel = (close) => h("button", { class: "button quiet", type: "button", onclick: () => close("") }, "Cancel");

/**
 * @param {string} title
 * @param {(close: (answer: string) => void) => Node[]} content
 * @returns {Promise<string | null>}
 */
function answered(title, content) {
  return new Promise((resolve) => {
    const dialog = h("dialog", { class: "confirm", "aria-labelledby": "asked-title" });
    dialog.append(h("h2", { id: "asked-title" }, title), ...content((answer) => dialog.close(answer)));
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue || null);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
