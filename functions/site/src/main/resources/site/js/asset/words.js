/** What is said of uploads, from the API's stable codes. */

import { size } from "../format.js";
import { Problem } from "../http.js";
import { say } from "../language.js";
import { sentence } from "../problems.js";
import { NotSent } from "./calls.js";

/** @type {Record<string, string>} */
const REFUSALS = {
  nothing_uploaded: "The file did not arrive. Try it again.",
  wrong_size: "The file changed while it was sent. Try it again.",
  wrong_type: "The file is not of the kind that its name says.",
  svg: "SVG is not taken, for such a file can hold scripts. Save it as PNG.",
  unsupported_sound: "This kind of sound is not taken. Use MP3, WAV or M4A.",
  unsupported_type: "This kind of file is not taken. Use PNG, JPEG, WebP, MP3, WAV, M4A or MP4.",
  damaged: "The file is damaged, or cut off.",
  trailing_data: "Something else is hidden behind the end of this file. Save it anew and try that.",
  too_many_pixels: "The picture has more than 40 million pixels. Make it smaller.",
  too_long: "It is too long: a sound may last ten minutes, a film five.",
  too_large: "The file is too large: a picture may have 25 MB, a sound 50 MB, a film 200 MB, and 10 MB if it is fetched from an address.",
  address_refused: "Give an address that begins with https:// and the name of a host.",
  private_address: "This address leads into a private network.",
  too_many_redirects: "This address leads from one to the next. Give the last one.",
  unreachable: "Nobody answers at this address with a file.",
  too_slow: "It took too long to answer. Try again, or save the file and upload it.",
  empty_file: "There is nothing in this file.",
  still_checking: "It is being looked at. Try again in a moment.",
  unknown_asset: "This upload does not exist any more.",
};

/** @param {string | null} code */
export const refusal = (code) => REFUSALS[code ?? ""] ?? "This file is not taken.";

/** @param {unknown} error */
export function whyNot(error) {
  if (error instanceof NotSent) return "The file could not be sent. Check the connection and try again.";
  if (error instanceof Problem && error.code === "over_quota") {
    const { bytesUsed, bytesMax } = error.document;
    return say`There is no room left: ${size(bytesUsed)} of ${size(bytesMax)} are used. Remove an upload or a result first.`;
  }
  return error instanceof Problem && error.code in REFUSALS ? refusal(error.code) : sentence(error);
}
