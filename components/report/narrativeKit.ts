import { goToNextCell, tableEditing } from "@tiptap/pm/tables";
import { callOrReturn, Extension, type Extensions, getExtensionField, Node } from "@tiptap/react";
import StarterKit from "@tiptap/starter-kit";

/** A section holds blocks, and tables beside them: never a table in a quotation, an item or another table. */
const Section = Node.create({ name: "doc", topNode: true, content: "(block | table)+" });

const Table = Node.create({
  name: "table",
  content: "tableRow+",
  tableRole: "table",
  isolating: true,
  parseHTML: () => [{ tag: "table" }],
  renderHTML: () => ["table", ["tbody", 0]],
  addProseMirrorPlugins: () => [tableEditing()],
  addKeyboardShortcuts() {
    const go = (direction: 1 | -1) => () => goToNextCell(direction)(this.editor.state, this.editor.view.dispatch);
    return { Tab: go(1), "Shift-Tab": go(-1) };
  },
});

const TableRow = Node.create({
  name: "tableRow",
  content: "(tableCell | tableHeader)+",
  tableRole: "row",
  parseHTML: () => [{ tag: "tr" }],
  renderHTML: () => ["tr", 0],
});

/** Spans as a stored section may have them. */
const span = (name: "colspan" | "rowspan", most: number) => ({
  default: 1,
  parseHTML: (cell: HTMLElement) => Math.min(most, Math.max(1, Math.trunc(Number(cell.getAttribute(name))) || 1)),
});

const cellNode = (name: "tableCell" | "tableHeader", tag: "td" | "th", tableRole: "cell" | "header_cell") =>
  Node.create({
    name,
    content: "block+",
    tableRole,
    isolating: true,
    addAttributes: () => ({
      colspan: span("colspan", 60),
      rowspan: span("rowspan", 500),
      // Kept where a stored section has it; columns share the width on screen and on paper.
      colwidth: { default: null, rendered: false },
    }),
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
  });

/** Gives the nodes of tables the roles by which their editing knows them. */
const TableRoles = Extension.create({
  name: "tableRoles",
  extendNodeSchema: (extension) => ({ tableRole: callOrReturn(getExtensionField(extension, "tableRole", extension)) }),
});

/**
 * What a section may hold in the editor: the nodes and marks of lib/form/narrative.schema.json and no others, which the
 * printed report lays out by Decree 30. Tables come by pasting.
 */
export const narrativeKit: Extensions = [
  StarterKit.configure({ document: false, code: false, codeBlock: false, horizontalRule: false, link: false, trailingNode: false }),
  Section,
  TableRoles,
  Table,
  TableRow,
  cellNode("tableCell", "td", "cell"),
  cellNode("tableHeader", "th", "header_cell"),
];

declare module "@tiptap/core" {
  interface NodeConfig<Options, Storage> {
    /** Role of a node in tables, for their editing. */
    tableRole?: string | ((this: { readonly name: string; readonly options: Options; readonly storage: Storage }) => string);
  }
}
