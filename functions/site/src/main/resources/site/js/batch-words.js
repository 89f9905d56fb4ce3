/** Says in sentences how a catalogue stands and what is wrong with a file. */

import { Problem } from "./http.js";
import { counted, say, worded } from "./language.js";
import { sentence } from "./problems.js";

/** @type {Record<string, string>} */
const PROBLEMS = {
  csv_too_large: "The file is larger than 4 MB. Split it into several.",
  csv_utf16: "The file is UTF-16. Save it again as CSV UTF-8.",
  csv_not_utf8: "The file is not UTF-8. Save it again as CSV UTF-8.",
  csv_nul: "The file holds characters that no text has. Is it a CSV file?",
  csv_no_header: "The first line has to name the columns.",
  csv_unnamed_column: "One of the columns has no name.",
  csv_unusable_column: "A column's name is too long or has braces.",
  csv_duplicate_columns: "Two columns have the same name.",
  csv_too_many_columns: "There are more than 100 columns.",
  csv_no_rows: "There is no row below the names of the columns.",
  csv_too_many_rows: "There are more than 5,000 rows. Split the file into several.",
  csv_malformed: "This file is no table.",
  malformed_template: "Each opening brace needs a closing one. Write braces that are to stay twice.",
  nothing_to_make: "None of the rows can be made.",
  quote_expired: "The price had expired. Ask for it again.",
  too_many_catalogues: "As many catalogues as one person can have are under way. Wait for one to end.",
  catalogue_not_now: "It stands differently by now.",
  unknown_catalogue: "This catalogue is gone: what nobody starts is kept for a day.",
};

/** @type {Record<string, string>} */
const FINDINGS = {
  wrong_number_of_cells: "has more or fewer cells than there are columns",
  unclosed_quote: "opens a quote that is never closed",
  row_too_long: "is too long",
  malformed_row: "cannot be read",
  invalid_prompt: "makes a prompt that the model does not take",
};

/** @type {Record<string, string>} */
const REASONS = {
  person: "Paused by you.",
  insufficient_credits: "Paused: there are not enough credits for the next row. It goes on by itself once there are.",
  account_in_debt: "Paused: credits that were taken back had been spent. It goes on by itself once they are made up for.",
  account_frozen: "Paused while a payment is in dispute.",
  spend_ceiling_reached: "Paused: as much as possible was made for now. It goes on by itself.",
  limit_reached: "Paused: your plan has room for no more for now. It goes on by itself.",
  over_quota: "Paused: your storage is full. It goes on by itself once you have removed something.",
  safety_check_unavailable: "Paused: what may be made cannot be checked at the moment. It goes on by itself.",
  provider_unavailable: "Paused: nobody who makes this can be reached. It goes on by itself.",
  model_unavailable: "Paused: the model is not on offer. It goes on by itself if it returns.",
};

/** @type {Record<string, string>} */
const STATES = { draft: "Not started.", running: "Being made.", cancelled: "Cancelled.", finished: "Finished." };

/** @param {unknown} error */
export function said(error) {
  if (!(error instanceof Problem)) return sentence(error);
  if (error.code === "unknown_column") return say`There is no column \u201c${error.document.column}\u201d.`;
  return PROBLEMS[error.code] ?? sentence(error);
}

/** @param {number} count */
export const rowCount = (count) => counted(count, { one: "{0} row", other: "{0} rows" });

/** @param {import("./batches.js").Finding} finding */
export const found = ({ line, code }) => say`Line ${line} ${worded(FINDINGS[code] ?? "cannot be made")}.`;

/** @param {import("./batches.js").Batch} batch */
export const standing = ({ state, pauseReason }) => (pauseReason ? (REASONS[pauseReason] ?? "Paused.") : (STATES[state] ?? state));
