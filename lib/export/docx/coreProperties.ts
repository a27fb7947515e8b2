import { printable } from "./printable";

const escapeXml = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/**
 * The file's own properties. docx would stamp them with the clock; ours say the document's date, so that the same
 * report gives the same file.
 */
export function coreProperties(properties: {
  readonly title: string;
  readonly creator: string;
  readonly date: string | undefined;
}): string {
  const { title, creator, date } = properties;
  const moment = `${date ?? "2000-01-01"}T00:00:00Z`;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escapeXml(printable(title))}</dc:title>`,
    `<dc:creator>${escapeXml(printable(creator))}</dc:creator>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${moment}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${moment}</dcterms:modified>`,
    "</cp:coreProperties>",
  ].join("");
}
