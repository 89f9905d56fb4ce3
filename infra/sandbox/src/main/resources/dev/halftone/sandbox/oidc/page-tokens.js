// What the scripts of Clerk, Firebase and Google offer to a page, as far as a page of ours uses it.
(() => {
  const issuer = "%ISSUER%";
  const client = "%CLIENT%";

  const ask = async () => {
    const people = await (await fetch(`${issuer}/people`)).json();
    return new Promise((resolve) => {
      const dialog = document.createElement("dialog");
      dialog.setAttribute("aria-label", "Local identity provider");
      const title = document.createElement("h2");
      title.textContent = "Local identity provider: choose who you are";
      dialog.append(title);
      const end = (key) => {
        dialog.close();
        dialog.remove();
        resolve(key);
      };
      for (const { key, name } of people) {
        const button = document.createElement("button");
        button.textContent = name;
        button.className = "button quiet";
        button.addEventListener("click", () => end(key));
        dialog.append(button);
      }
      dialog.addEventListener("cancel", () => end(null));
      document.body.append(dialog);
      dialog.showModal();
    });
  };

  const token = async (nonce) => {
    const person = await ask();
    if (person === null) return null;
    const body = new URLSearchParams({ person, client_id: client });
    if (nonce) body.set("nonce", nonce);
    const answer = await fetch(`${issuer}/page-token`, { method: "POST", body });
    return answer.ok ? (await answer.json()).token : null;
  };

  // Clerk: load, openSignIn, addListener, session.getToken.
  const listeners = [];
  const clerk = {
    session: null,
    load: async () => {},
    addListener: (listener) => listeners.push(listener),
    openSignIn: async () => {
      const held = await token();
      if (held === null) return;
      clerk.session = { getToken: async () => held };
      for (const listener of listeners) listener({ session: clerk.session });
    },
    signOut: async () => {
      clerk.session = null;
    },
  };
  window.Clerk = clerk;

  // Google Identity Services: initialize, prompt.
  let settings = null;
  window.google = {
    accounts: {
      id: {
        initialize: (given) => {
          settings = given;
        },
        prompt: async () => {
          const credential = await token(settings.nonce);
          if (credential !== null) settings.callback({ credential, select_by: "user_1tap" });
        },
        disableAutoSelect: () => {},
      },
    },
  };

  // Firebase: a sign-in that gives an identity token.
  window.firebaseSignIn = async () => token();
})();
