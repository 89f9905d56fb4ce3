
export const { signInWithPopup, signInWithEmailAndPassword } = window.sandboxFirebase;
export const inMemoryPersistence = {};
export const getAuth = (app) => ({ app });
export const setPersistence = async () => {};
export const signOut = async () => {};
export class OAuthProvider {
  constructor(providerId) {
    this.providerId = providerId;
  }
}
