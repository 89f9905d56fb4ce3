/** A custom element in the light DOM: it draws itself when connected and stops its work when removed. */
export class Component extends HTMLElement {
  #life = new AbortController();

  /** Aborts when the element leaves the document. */
  get life() {
    return this.#life.signal;
  }

  connectedCallback() {
    this.#life = new AbortController();
    this.render();
  }

  disconnectedCallback() {
    this.#life.abort();
  }

  render() {}
}
