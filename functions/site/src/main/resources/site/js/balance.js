/** The credits shown in the header and reckoned with before a click, shared between tabs. */

import * as api from "./api.js";
import { Store } from "./store.js";

/** @type {Store<api.Balance | null>} */
export const balance = new Store(/** @type {api.Balance | null} */ (null));

const tabs = new BroadcastChannel("halftone-balance");
tabs.addEventListener("message", () => {
  if (balance.value) void read();
});

document.addEventListener("visibilitychange", () => {
  if (!document.hidden && balance.value) void read();
});

/** Reads the balance after something here has changed it. */
export async function balanceChanged() {
  tabs.postMessage("changed");
  await read();
}

async function read() {
  try {
    const { available, pending } = await api.account();
    if (balance.value) balance.set({ available, pending });
  } catch {
    // The header keeps the last figure; the server checks the balance at every submission anyway.
  }
}
