// What XML 1.0 cannot hold: C0 controls but tab and line feed, and the two code points that are no characters.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const unprintable = /[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]/g;
const loneSurrogate = /\p{Surrogate}/gu;

/** A text as it can stand in a Word file: NFC, line ends `\n`, without what XML refuses. Markup stays words (docx escapes it). */
export const printable = (text: string): string =>
  text.replaceAll("\r\n", "\n").replaceAll("\r", "\n").normalize("NFC").replace(unprintable, "").replace(loneSurrogate, "\ufffd");
