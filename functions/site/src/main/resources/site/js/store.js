/**
 * One observable value.
 *
 * @template T
 */
export class Store {
  /** @type {T} */
  #value;
  /** @type {Set<(value: T) => void>} */
  #watchers = new Set();

  /** @param {T} value */
  constructor(value) {
    this.#value = value;
  }

  get value() {
    return this.#value;
  }

  /** @param {T} value */
  set(value) {
    this.#value = value;
    for (const watcher of [...this.#watchers]) watcher(value);
  }

  /**
   * Calls the watcher now and after every change, until the signal ends it.
   *
   * @param {(value: T) => void} watcher
   * @param {AbortSignal} [until]
   */
  watch(watcher, until) {
    if (until?.aborted) return;
    this.#watchers.add(watcher);
    until?.addEventListener("abort", () => this.#watchers.delete(watcher), { once: true });
    watcher(this.#value);
  }
}
