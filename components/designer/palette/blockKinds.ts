import {
  IconAlignJustified,
  IconForms,
  IconHeading,
  IconListDetails,
  IconMailForward,
  IconPageBreak,
  IconSignature,
  IconTable,
  IconWriting,
  type TablerIcon,
} from "@tabler/icons-react";
import type { Block } from "@/lib/template";

export type BlockKind = Block["kind"];

/** The blocks as the palette offers them. */
export const paletteGroups = [
  { name: "outline", kinds: ["heading", "text", "narrative"] },
  { name: "figures", kinds: ["table", "fields", "list"] },
  { name: "document", kinds: ["signature", "recipients", "pageBreak"] },
] as const satisfies readonly { readonly name: string; readonly kinds: readonly BlockKind[] }[];

export const blockIcons: Readonly<Record<BlockKind, TablerIcon>> = {
  heading: IconHeading,
  text: IconAlignJustified,
  narrative: IconWriting,
  table: IconTable,
  fields: IconForms,
  list: IconListDetails,
  signature: IconSignature,
  recipients: IconMailForward,
  pageBreak: IconPageBreak,
};
