import { Paragraph, Table } from "docx";
import type { Template } from "@/lib/template";
import { type Orientation, type PageLayout, pageLayout } from "./layout";
import { type Para, toParagraph } from "./paragraph";

export type FlowItem = Para | Paragraph | Table;

/** The run of a document over its sections: each is one kind of page. */
export interface Flow {
  /** Adds what follows on the present page or, where `orientation` differs, on a page of that kind. */
  put(items: readonly FlowItem[], orientation: Orientation): void;
  /** Begins a new page. */
  breakPage(): void;
  page(orientation: Orientation): PageLayout;
  /** Puts "./." after the last words of the body; on a line of its own after a table. */
  end(): void;
  sections(): readonly { readonly page: PageLayout; readonly children: readonly (Paragraph | Table)[] }[];
}

export function flow(size: Template["page"]["size"]): Flow {
  const sections: { page: PageLayout; items: FlowItem[] }[] = [];
  let isBroken = true;
  return {
    put(items, orientation) {
      if (items.length === 0) return;
      let last = sections.at(-1);
      if (isBroken || last === undefined || last.page.orientation !== orientation) {
        last = { page: pageLayout(size, orientation), items: [] };
        sections.push(last);
        isBroken = false;
      }
      last.items.push(...items);
    },
    breakPage() {
      isBroken = true;
    },
    page: (orientation) => pageLayout(size, orientation),
    end() {
      const last = sections.at(-1);
      const item = last?.items.at(-1);
      if (last === undefined || item === undefined) return;
      if (item instanceof Paragraph || item instanceof Table) last.items.push({ words: [{ text: "./." }], align: "right", before: 60 });
      else last.items[last.items.length - 1] = withEnd(item);
    },
    sections: () =>
      sections.map(({ page, items }) => ({
        page,
        children: items.map((item) => (item instanceof Paragraph || item instanceof Table ? item : toParagraph(item))),
      })),
  };
}

/** The closing sign takes the place of a last full stop. */
function withEnd(para: Para): Para {
  const words = [...para.words];
  const last = words.pop();
  // Kept with the signature, so that no signature stands alone on a page.
  const kept = { ...para, keepNext: true };
  if (last === undefined) return { ...kept, words: [{ text: "./." }] };
  return { ...kept, words: [...words, { ...last, text: `${last.text.replace(/[\s.;:]+$/, "")}./.` }] };
}
