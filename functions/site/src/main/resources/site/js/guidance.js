/** What an order takes from its owner's library, and what is decided section by section. */

import { say, worded } from "./language.js";

/** @typedef {{project?: string, brief?: string, briefVersion?: number, attributes?: Record<string, string>}} Guided */

/**
 * Only what says something, in one order.
 *
 * @param {string | null} [project]
 * @param {string | null} [brief]
 * @param {number | null} [briefVersion]
 * @param {Record<string, string>} [attributes]
 * @returns {Guided}
 */
export function guided(project, brief, briefVersion, attributes = {}) {
  const said = Object.fromEntries(Object.entries(attributes).filter(([, text]) => text !== ""));
  return {
    ...(project ? { project } : {}),
    ...(brief ? { brief } : {}),
    ...(brief && briefVersion ? { briefVersion } : {}),
    ...(Object.keys(said).length > 0 ? { attributes: said } : {}),
  };
}

/** @param {import("./api.js").Guidance | null} [guidance] @returns {[string, string][]} */
export function guidanceFacts(guidance) {
  if (!guidance) return [];
  const { brief, look, attributes } = guidance;
  /** @type {[string, string][]} */
  const list = Object.entries(attributes).map(([section, text]) => [heading(section), text]);
  if (look) list.unshift(["Its project's look", look]);
  if (brief) list.unshift(["Character", say`${brief.name}, wording ${brief.version}: ${brief.text}`]);
  return list;
}

/** @param {string} section */
export const heading = (section) => worded(section.charAt(0).toUpperCase() + section.slice(1));
