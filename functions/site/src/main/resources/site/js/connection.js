import { Store } from "./store.js";

/**
 * Whether Halftone can be reached, as the last request or the browser saw it.
 *
 * @type {Store<"up" | "lost">}
 */
export const connection = new Store(navigator.onLine ? "up" : "lost");

addEventListener("offline", () => connection.set("lost"));
