/** What credits are worth in pictures and films. */

import { catalogue } from "../catalogue.js";
import { isFilmModel, isSpeechModel, price } from "../choices.js";
import { credits } from "../format.js";
import { counted, say } from "../language.js";

/**
 * @typedef {{name: string, size: string, seconds: number | null, credits: number}} Measure something that can be made
 * @typedef {{picture: Measure | null, film: Measure | null}} Measures
 */

/** The first picture and the first film of the catalogue, as they are offered there. @returns {Promise<Measures>} */
export async function measures() {
  const models = await catalogue().catch(() => []);
  return { picture: measure(models.find(({ kind }) => kind === "image")), film: measure(models.find((model) => isFilmModel(model) && !isSpeechModel(model))) };
}

/** @param {import("../api.js").Model} [model] @returns {Measure | null} */
function measure(model) {
  const size = model?.resolutions[0];
  if (!model || !size) return null;
  const seconds = model.durationsSeconds[0] ?? null;
  return { name: model.name, size: size.id, seconds, credits: price(size, seconds ?? 1) };
}

/** How much of it so many credits make. @param {number} count @param {Measures} measures */
export function worth(count, { picture, film }) {
  const pictures = picture ? Math.floor(count / picture.credits) : 0;
  const films = film ? Math.floor(count / film.credits) : 0;
  return [
    pictures > 0 ? counted(pictures, { one: "{0} picture", other: "{0} pictures" }) : "",
    films > 0 ? counted(films, { one: "or {0} film", other: "or {0} films" }) : "",
  ]
    .filter(Boolean)
    .join(" ");
}

/** What that is reckoned with. @param {Measures} measures */
export function reckoning({ picture, film }) {
  const drawn = picture && say`A picture is one of ${picture.name} at ${picture.size} for ${credits(picture.credits)}.`;
  const filmed = film?.seconds && say`A film is one of ${film.name} at ${film.size}, ${film.seconds} s long, for ${credits(film.credits)}.`;
  return [drawn, filmed].filter(Boolean).join(" ");
}
