import { DOMParser, type Document, type Element } from "@xmldom/xmldom";
import JSZip from "jszip";

/** A Word file opened again: its parts as XML; text that is no well-formed XML throws. */
export interface OpenDocx {
  readonly body: Element;
  readonly part: (path: string) => Promise<Document>;
  readonly paths: readonly string[];
}

export async function openDocx(bytes: Uint8Array): Promise<OpenDocx> {
  const zip = await JSZip.loadAsync(bytes);
  const part = async (path: string): Promise<Document> => {
    const xml = await zip.file(path)?.async("string");
    if (xml === undefined) throw new Error(`no part ${path}`);
    const onError = (level: string, message: string): never => {
      throw new Error(`${path}: ${level} ${message}`);
    };
    return new DOMParser({ onError }).parseFromString(xml, "text/xml");
  };
  const [body] = all(await part("word/document.xml"), "w:body");
  if (body === undefined) throw new Error("no body");
  return { body, part, paths: Object.keys(zip.files) };
}

/** Elements of a name under a node, in document order. */
export const all = (node: Document | Element, name: string): readonly Element[] => Array.from(node.getElementsByTagName(name));

/** Attribute of the first element of a name under a node. */
export const attribute = (node: Document | Element, name: string, key: string): string | null =>
  all(node, name)[0]?.getAttribute(key) ?? null;

/** Words of a node; breaks of lines as `\n`. */
export const textOf = (node: Element): string =>
  Array.from(node.getElementsByTagName("*"))
    .map((element) => (element.tagName === "w:t" ? (element.textContent ?? "") : element.tagName === "w:br" ? "\n" : ""))
    .join("");

/** Paragraphs of the body that stand in no table. */
export const paragraphs = (body: Element): readonly Element[] => all(body, "w:p").filter((p) => p.parentNode === body);

/** Tables of the body, and their rows and cells. */
export const tables = (body: Element): readonly Element[] => all(body, "w:tbl");
export const rowsOf = (table: Element): readonly Element[] => all(table, "w:tr");
export const cellsOf = (row: Element): readonly Element[] => all(row, "w:tc");
