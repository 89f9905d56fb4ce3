/** Names what a person does, so that everything it causes can be found again (W3C Trace Context). */

const TRACE_BYTES = 16;
const SPAN_BYTES = 8;

/** @returns {string} a header value that no action has had before */
export const newTraceparent = () => `00-${random(TRACE_BYTES)}-${random(SPAN_BYTES)}-01`;

/**
 * @param {string | undefined} traceparent
 * @returns {string | null} the id that support asks for
 */
export const traceOf = (traceparent) => traceparent?.split("-")[1] ?? null;

/** @param {number} count */
function random(count) {
  const bytes = crypto.getRandomValues(new Uint8Array(count));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
