import type { Template } from "@/lib/template";

// All lengths are twips (1/20 pt, 1/1440 inch); the numbers are those of the Government's own model files of Decree 30/2020.

/** Sides of the paper upright. */
const papers = { A4: { width: 11906, height: 16838 }, A3: { width: 16838, height: 23811 } } as const;

/** Margins: left 30, right 15 and top 20 mm on every page; bottom 20 mm upright, 15 mm across (Annex I). */
const margins = {
  portrait: { top: 1134, bottom: 1134, left: 1701, right: 851, header: 567 },
  landscape: { top: 1134, bottom: 851, left: 1701, right: 851, header: 567 },
} as const;

export type Orientation = "portrait" | "landscape";

/** A kind of page: its paper as it lies, and its margins. */
export interface PageLayout {
  readonly orientation: Orientation;
  /** As it lies. */
  readonly width: number;
  readonly height: number;
  readonly margins: {
    readonly top: number;
    readonly bottom: number;
    readonly left: number;
    readonly right: number;
    readonly header: number;
  };
  /** Width between the margins. */
  readonly textWidth: number;
}

export function pageLayout(size: Template["page"]["size"], orientation: Orientation): PageLayout {
  const { width: short, height: long } = papers[size];
  const [width, height] = orientation === "portrait" ? [short, long] : [long, short];
  const margin = margins[orientation];
  return { orientation, width, height, margins: margin, textWidth: width - margin.left - margin.right };
}

/** Sizes of letters in points, each within the range that Annex I allows for its element. */
export const sizes = {
  body: 14,
  nation: 12,
  motto: 13,
  agency: 12,
  numberAndDate: 13,
  title: 14,
  recipientsHead: 12,
  recipients: 11,
  note: 12,
} as const;

/** First line of a paragraph of the body: 1 cm; 6 pt before it. */
export const body = { firstLine: 567, before: 120 } as const;

/** Columns of the heading (agency | nation) and of the end (recipients | signature), as in model 1.4. */
export const headingTable = { widths: [3829, 5670], indent: -199, minHeight: 1264 } as const;
export const endingTable = { widths: [2994, 6290] } as const;

/** Space at the left and right within a cell: Word's default, and the narrow one of tables of figures. */
export const cellMargin = { wide: 108, narrow: 57 } as const;
