/** What becomes of results: projects, links for others, and removal. */

import { call } from "./api.js";
import { Store } from "./store.js";

/**
 * @typedef {{id: string, name: string, direction: string | null, createdAt: string}} Project
 * @typedef {{href: string, createdAt: string, expiresAt: string}} Share
 */

// A project of a hundred thousand results takes as many calls; nobody has that many.
const CALLS_MAX = 5_000;
// So many are packed by one call.
const PACKED_MAX = 100;

/** @type {Store<Project[]>} */
export const projects = new Store(/** @type {Project[]} */ ([]));

export async function readProjects() {
  const { items } = await call("projects");
  projects.set(items.sort((/** @type {Project} */ a, /** @type {Project} */ b) => a.name.localeCompare(b.name)));
}

/** @param {string} name @returns {Promise<Project>} */
export async function createProject(name) {
  const created = await call("createProject", { body: { name }, headers: { "Idempotency-Key": crypto.randomUUID() } });
  await readProjects();
  return created;
}

/** @param {Project} project @param {string} name @param {string | null} direction */
export async function changeProject(project, name, direction) {
  await call("changeProject", { id: project.id, body: { name, direction } });
  await readProjects();
}

/**
 * Goes on until nothing is left: one call removes a bounded number.
 *
 * @param {Project} project
 * @param {"keep" | "delete"} generations
 */
export async function deleteProject(project, generations) {
  for (let i = 0; i < CALLS_MAX; i++) {
    const { done } = await call("deleteProject", { id: project.id, query: { generations } });
    if (done) break;
  }
  await readProjects();
}

/** @param {string} id @param {string | null} project */
export const putInto = (id, project) => call("file", { id, body: { project } });

/** @param {string} id */
export const remove = (id) => call("remove", { id });

/**
 * Packs a selection or a project, in as many files as it takes; hears of each as it is there.
 *
 * @param {{generations: string[]} | {project: string}} wanted
 * @param {(href: string) => void} packed
 */
export async function pack(wanted, packed) {
  /** @type {Record<string, unknown>[]} */
  const open = "project" in wanted ? [wanted] : slices(wanted.generations);
  for (let i = 0; open.length > 0 && i < CALLS_MAX; i++) {
    const body = open.shift() ?? {};
    const { href, left, nextCursor } = await call("pack", { body });
    packed(href);
    if (left.length > 0) open.push({ generations: left });
    if (nextCursor) open.push({ ...body, cursor: nextCursor });
  }
}

/** @param {string[]} ids */
function slices(ids) {
  const pieces = [];
  for (let from = 0; from < ids.length; from += PACKED_MAX) pieces.push({ generations: ids.slice(from, from + PACKED_MAX) });
  return pieces;
}

/** @param {string} id @returns {Promise<Share>} */
export const share = (id) => call("share", { id });

/** @param {string} id @returns {Promise<Share | null>} null where nothing is shown to others */
export const shared = (id) => call("shared", { id });

/** @param {string} id */
export const unshare = (id) => call("unshare", { id });
