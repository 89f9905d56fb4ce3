// What the scripts of Clerk, Firebase and Google offer to a page, as far as a page of ours uses it.
(() => {
  const issuer = "%ISSUER%";
  const client = "%CLIENT%";

  const element = (name, attributes, ...children) => {
    const made = Object.assign(document.createElement(name), attributes);
    made.append(...children);
    return made;
  };

  const typed = (name, email) => ({ person: "typed", name, email });

  // Whom somebody chose or typed, as the fields of a form; null if they thought better of it.
  const ask = async () => {
    const people = await (await fetch(`${issuer}/people`)).json();
    return new Promise((resolve) => {
      const title = element("h2", { textContent: "Local identity provider: choose who you are" });
      const dialog = element("dialog", { ariaLabel: "Local identity provider", className: "confirm" }, title);
      let chosen = null;
      const end = (form) => {
        chosen = form;
        dialog.close();
      };
      const list = element("div", { className: "stack" });
      for (const { key, name } of people) {
        list.append(element("button", { textContent: name, className: "button quiet", onclick: () => end({ person: key }) }));
      }
      const name = element("input", { required: true });
      const email = element("input", { required: true, type: "email" });
      const form = element(
        "form",
        { className: "stack" },
        element("label", {}, "Name", name),
        element("label", {}, "E-mail", email),
        element("button", { textContent: "Continue", className: "button" }),
      );
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        end(typed(name.value, email.value));
      });
      dialog.append(list, form);
      dialog.addEventListener("close", () => {
        dialog.remove();
        resolve(chosen);
      });
      document.body.append(dialog);
      dialog.showModal();
    });
  };

  const token = async (nonce, known) => {
    const person = known ?? (await ask());
    if (person === null) return null;
    const body = new URLSearchParams({ ...person, client_id: client });
    if (nonce) body.set("nonce", nonce);
    const answer = await fetch(`${issuer}/page-token`, { method: "POST", body });
    return answer.ok ? (await answer.json()).token : null;
  };

  const scripts = {
    // load, openSignIn, addListener, session.getToken, signOut.
    CLERK: () => {
      const listeners = [];
      const clerk = {
        session: null,
        load: async () => {},
        addListener: (listener) => listeners.push(listener),
        openSignIn: async () => {
          const held = await token();
          if (held === null) return;
          clerk.session = { getToken: async () => held };
          for (const listener of listeners.splice(0)) listener({ session: clerk.session });
        },
        closeSignIn: () => {},
        signOut: async (callback) => {
          clerk.session = null;
          callback?.();
        },
      };
      window.Clerk = clerk;
    },
    // Google Identity Services: initialize, prompt.
    GOOGLE: () => {
      let settings = null;
      const id = {
        initialize: (given) => {
          settings = given;
        },
        prompt: async () => {
          const credential = await token(settings.nonce);
          if (credential !== null) settings.callback({ credential, select_by: "user_1tap" });
        },
        disableAutoSelect: () => {},
      };
      window.google = { accounts: { id } };
    },
    // The module's exports come after this.
    FIREBASE: () => {
      const signedIn = async (person) => {
        const held = await token(undefined, person);
        if (held === null) throw new Error("auth/popup-closed-by-user");
        return { user: { getIdToken: async () => held } };
      };
      window.sandboxFirebase = {
        signInWithPopup: () => signedIn(),
        signInWithEmailAndPassword: (_, email) => signedIn(typed(email.split("@")[0], email)),
      };
    },
  };
  scripts["%DIALECT%"]();
})();
