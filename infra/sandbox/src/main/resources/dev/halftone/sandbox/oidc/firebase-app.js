// Firebase's own module of this name, as far as a page of ours uses it.
const apps = [];
export const getApps = () => apps;
export const initializeApp = (settings, name) => {
  const app = { settings, name };
  apps.push(app);
  return app;
};
