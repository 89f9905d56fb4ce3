/** The forms of the records of a statement file and of the file of roots; a character is a byte. */

/** @param {string} source N is a number, H a hash */
const form = (source) =>
  new RegExp(`^(?:${source.replaceAll("'", '"').replaceAll("N", "([1-9][0-9]{0,12})").replaceAll("H", "([0-9a-f]{64})")})$`, "s");

const WORD = "([^ \\t\\n\\v\\f\\r]+)";

/** What follows the first word of a record. @type {Record<string, RegExp>} */
export const RECORDS = {
  account: form(WORD),
  key: form(`([0-9a-f]{16}) ${WORD}`),
  checkpoint: form(`${WORD} ${WORD} (\\{'account':'([^']*)','balances':\\{([^}]*)\\},'hash':'H','number':N\\})`),
  line: form("N H (\\{'at':'[^']*','key':'([^']*)','kind':'[^']*','legs':\\{([^}]*)\\}.*\\})"),
  root: form(`${WORD} ${WORD} (\\{'accounts':[0-9]+,'at':'([^']*)','number':N,'previous':'H','tree':'H'\\})`),
  proof: form("N H((?: [LR][0-9a-f]{64}){0,64})"),
};

export const LEG = /"([A-Z_]+)":(-?[0-9]{1,18})/g;
