const escapes: Readonly<Record<string, string>> = { ".": "~", "~": "!t", "@": "!a", "!": "!!" };
const unescapes: Readonly<Record<string, string>> = Object.fromEntries(Object.entries(escapes).map(([plain, escaped]) => [escaped, plain]));

/**
 * A unit's code as the key of its rows and columns in addresses, which are taken apart at `.` and `@`: codes of
 * Decision 20/2020/QĐ-TTg have dots (`H13.05` stands as `H13~05`). Codes of letters, figures, `_` and `-` stay as they are.
 */
export const unitKey = (code: string): string => code.replace(/[.~@!]/g, (char) => escapes[char] ?? char);

/** The code of the unit that a key is of: `unitKey` read backwards. */
export const unitOfKey = (key: string): string => key.replace(/![ta!]|~/g, (escaped) => unescapes[escaped] ?? escaped);
