/** Signs in with Firebase: by its pop-up of another provider, or with a password that only Firebase sees. */

import { h } from "../dom.js";
import { say } from "../language.js";

/** What its providers are called. @type {Record<string, string>} */
const NAMES = { "google.com": "Google", "github.com": "GitHub", "apple.com": "Apple", "microsoft.com": "Microsoft" };

/** @typedef {{through: string} | {email: string, password: string}} Choice */

/**
 * @param {import("../api.js").SignInMethod} method
 * @returns {Promise<string | null>} null if nothing was chosen
 */
export async function firebaseToken({ id, script, clientId, publicKey, through }) {
  const choice = await chosen(through);
  if (choice === null) return null;
  const source = script ?? "";
  const [{ initializeApp, getApps }, firebase] = await Promise.all([import(source.replace("-auth.js", "-app.js")), import(source)]);
  const settings = { apiKey: publicKey, projectId: clientId, authDomain: `${clientId}.firebaseapp.com` };
  const known = getApps().find((/** @type {{name: string}} */ each) => each.name === id);
  const auth = firebase.getAuth(known ?? initializeApp(settings, id));
  // The session is ours, so nothing of theirs needs to outlive this page.
  await firebase.setPersistence(auth, firebase.inMemoryPersistence);
  const { user } =
    "through" in choice
      ? await firebase.signInWithPopup(auth, new firebase.OAuthProvider(choice.through))
      : await firebase.signInWithEmailAndPassword(auth, choice.email, choice.password);
  const token = await user.getIdToken(true);
  await firebase.signOut(auth);
  return token;
}

/**
 * @param {string[]} through
 * @returns {Promise<Choice | null>}
 */
function chosen(through) {
  return new Promise((resolve) => {
    /** @type {Choice | null} */
    let choice = null;
    const dialog = h("dialog", { class: "confirm", "aria-labelledby": "firebase-title" });
    const end = (/** @type {Choice} */ made) => {
      choice = made;
      dialog.close();
    };
    dialog.append(
      h("h2", { id: "firebase-title" }, "How do you want to sign in?"),
      h(
        "div",
        { class: "stack" },
        through.filter((each) => each !== "password").map((each) => h("button", { class: "button", type: "button", onclick: () => end({ through: each }) }, say`Continue with ${NAMES[each] ?? each}`)),
        through.includes("password") && passwordForm(end),
      ),
      h("div", { class: "button-row" }, h("button", { class: "button quiet", type: "button", onclick: () => dialog.close() }, "Cancel")),
    );
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(choice);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** @param {(choice: Choice) => void} end */
function passwordForm(end) {
  const email = h("input", { id: "firebase-email", type: "email", required: true, autocomplete: "username" });
  const password = h("input", { id: "firebase-password", type: "password", required: true, autocomplete: "current-password" });
  return h(
    "form",
    {
      class: "field-row",
      onsubmit: (/** @type {Event} */ event) => {
        event.preventDefault();
        end({ email: email.value, password: password.value });
      },
    },
    h("div", { class: "grow" }, h("label", { for: email.id }, "E-mail"), email),
    h("div", { class: "grow" }, h("label", { for: password.id }, "Password"), password),
    h("button", { class: "button", type: "submit" }, "Sign in"),
  );
}
