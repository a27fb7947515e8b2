import type { Template } from "@/lib/template";

export type Orientation = "portrait" | "landscape";

/** A kind of paper as it lies, in CSS pixels at 100 %. */
export interface Paper {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

const millimetre = 96 / 25.4;

const sides = { A4: { short: 210, long: 297 }, A3: { short: 297, long: 420 } } as const;

/** Margins of Decree 30/2020, Annex I, as the Word file has them. */
const margins = {
  portrait: { top: 20, right: 15, bottom: 20, left: 30 },
  landscape: { top: 20, right: 15, bottom: 15, left: 30 },
} as const;

const pixels = (millimetres: number): number => Math.round(millimetres * millimetre);

/** The paper of a sheet. */
export function paperOf(size: Template["page"]["size"], orientation: Orientation): Paper {
  const { short, long } = sides[size];
  const [width, height] = orientation === "portrait" ? [short, long] : [long, short];
  const { top, right, bottom, left } = margins[orientation];
  return {
    width: pixels(width),
    height: pixels(height),
    top: pixels(top),
    right: pixels(right),
    bottom: pixels(bottom),
    left: pixels(left),
  };
}
