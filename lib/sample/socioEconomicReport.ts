import type { CellAddress, CellValue, RichDoc } from "@/lib/form/content";
import type { Edit } from "@/lib/form/types";
import type { SampleUnit } from "./sampleUnits";
import texts from "./socioEconomicTexts.json";

type Row = readonly [row: string, column: string, value: CellValue];

/** Harvest (ha, tonnes, thousand đồng a tonne), budget (estimate of the year and month, million đồng), households. */
const figures: Readonly<Record<string, readonly Row[]>> = {
  "916": [
    ["t1.r20", "c3", 12.5],
    ["t1.r20", "c4", 168.4],
    ["t1.r20", "c6", 14_200],
    ["t1.r40", "c3", 31.2],
    ["t1.r40", "c4", 402.6],
    ["t1.r40", "c6", 21_500],
    ["t2.r12", "c3", 612_000],
    ["t2.r12", "c4", 58_420.75],
    ["t2.r13", "c3", 14_500],
    ["t2.r13", "c4", 310.2],
    ["t2.r14", "c3", 205_000],
    ["t2.r14", "c4", 15_872.4],
    ["t2.r15", "c3", 48_000],
    ["t2.r15", "c4", 3_964.1],
    ["t2.r16", "c3", 160_000],
    ["t2.r16", "c4", 9_450],
    ["t2.r17", "c3", 22_000],
    ["t2.r17", "c4", 1_733.85],
    ["t2.r18", "c3", 318_400],
    ["t2.r18", "c4", 26_500],
    ["t2.r21", "c3", 240_000],
    ["t2.r21", "c4", 17_304.5],
    ["f", "tong_ho", 71_830],
    ["f", "ho_ngheo", 186],
  ],
  "923": [
    ["t1.r11", "c3", 4_180.5],
    ["t1.r11", "c4", 30_517.7],
    ["t1.r11", "c6", 7_650],
    ["t1.r20", "c3", 216.4],
    ["t1.r20", "c4", 2_986.3],
    ["t1.r20", "c6", 11_800],
    ["t1.r40", "c3", 148.9],
    ["t1.r40", "c4", 1_414.6],
    ["t1.r40", "c6", 18_900],
    ["t2.r12", "c3", 104_000],
    ["t2.r12", "c4", 9_215.3],
    ["t2.r13", "c3", 1_900],
    ["t2.r13", "c4", 42.75],
    ["t2.r14", "c3", 38_500],
    ["t2.r14", "c4", 2_874.9],
    ["t2.r15", "c3", 9_800],
    ["t2.r15", "c4", 801.45],
    ["t2.r16", "c3", 25_000],
    ["t2.r16", "c4", 1_120],
    ["t2.r17", "c3", 6_200],
    ["t2.r17", "c4", 498.6],
    ["t2.r18", "c3", 402_300],
    ["t2.r18", "c4", 33_500],
    ["t2.r21", "c3", 118_000],
    ["t2.r21", "c4", 8_046.2],
    ["f", "tong_ho", 41_265],
    ["f", "ho_ngheo", 402],
  ],
};

/** The monthly report of a district that has sent one: its figures and the sections of its narrative, a paragraph a string. */
export function socioEconomicReport({ code }: SampleUnit): {
  readonly edits: readonly Edit[];
  readonly narrative: Readonly<Record<string, RichDoc>>;
} {
  const sections: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = texts;
  return {
    edits: (figures[code] ?? []).map(([row, column, value]) => ({ at: `${row}.${column}` as CellAddress, value })),
    narrative: Object.fromEntries(Object.entries(sections[code] ?? {}).map(([id, paragraphs]) => [id, richText(paragraphs)])),
  };
}

const richText = (paragraphs: readonly string[]): RichDoc => ({
  type: "doc",
  content: paragraphs.map((text) => ({ type: "paragraph", content: [{ type: "text", text }] })),
});
