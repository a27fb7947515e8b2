import type { Compiled } from "./compiled";
import type { CellAddress, CellIndex, CellValue, Entry, ReportContent, RichDoc } from "./content";
import { openForm } from "./open";
import { isNumeric } from "./resolve";
import type { CellInfo, Form, FormContext } from "./types";
import { tableView } from "./view";

export interface SampleWords {
  /** Which sample: the same seed gives the same values for the same cells, whatever else the template holds. */
  readonly seed: number;
  /** What stands in cells of text, names the entries, and fills the sections. */
  readonly text: string;
}

/** What a form to try is opened in. */
export type SampleContext = Pick<FormContext, "period" | "units">;

const entriesEach = 2;

/**
 * Values to try a template with: every input filled within its bounds, two entries in each list and repeated row, a
 * paragraph in each section. Computed cells are left to the form.
 */
export function sampleContent(compiled: Compiled, context: FormContext, { seed, text }: SampleWords): ReportContent {
  const form = openForm(compiled, context);
  const repeated = compiled.tables.flatMap(({ id }, index) =>
    index < compiled.baseTables ? (tableView(form, id)?.repeats ?? []).map(({ of }) => of) : [id],
  );
  for (const of of repeated) {
    form.setEntries(
      of,
      Array.from({ length: entriesEach }, (_, i): Entry => ({ id: `sample${i + 1}`, label: `${text} ${i + 1}` })),
    );
  }
  const cells: Record<string, CellValue> = {};
  for (let cell = 0; cell < form.cellCount; cell += 1) {
    const info = form.info(cell as CellIndex);
    if (info.role === "input") cells[info.address] = sampleValue(info, chance(`${seed} ${info.address}`), context.period, text);
  }
  const paragraph: RichDoc = { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text }] }] };
  return {
    cells,
    narrative: Object.fromEntries(compiled.narratives.map(({ id }) => [id, paragraph])),
    entries: Object.fromEntries(repeated.map((of) => [of, form.entries(of)])),
  };
}

/** A form opened with sample content; what its formulas read of other periods are samples as well, by seeds of their own. */
export function sampleForm(compiled: Compiled, { period, units }: SampleContext, options: SampleWords): Form {
  const context: FormContext = { period, units, history: {} };
  const past = (after: number): Readonly<Record<CellAddress, CellValue>> =>
    openForm(compiled, context, sampleContent(compiled, context, { ...options, seed: options.seed + after })).content().cells;
  const readsPast = compiled.formulas.some(({ expr }) => JSON.stringify(expr).includes('"history"'));
  const history = readsPast ? { prev: past(1), lastYear: past(2), ytd: past(3), yearPlan: past(4) } : {};
  return openForm(compiled, { ...context, history }, sampleContent(compiled, context, options));
}

/** Figures to begin with where a cell has no bounds. */
const usualMost = 1000;

function sampleValue(info: CellInfo, part: number, period: string, text: string): CellValue {
  if (isNumeric(info.type)) {
    const least = info.min ?? Math.min(0, info.max ?? 0);
    const most = info.max ?? Math.max(least, 0) + (info.type === "percent" ? 100 : usualMost);
    const step = 10 ** -info.decimals;
    // Whole steps between the bounds; bounds that leave no step are for the checks of the template to tell.
    const value = least + Math.floor(part * ((most - least) / step + 1)) * step;
    return Number(Math.min(value, most).toFixed(info.decimals));
  }
  switch (info.type) {
    case "boolean":
      return part < 0.5;
    case "choice":
      return info.choices?.[Math.floor(part * info.choices.length)]?.value ?? null;
    case "date":
      return `${period.slice(0, 4)}-${two(1 + Math.floor(part * 12))}-${two(1 + Math.floor(((part * 997) % 1) * 28))}`;
    default:
      return text;
  }
}

const two = (value: number): string => String(value).padStart(2, "0");

/** From 0 inclusive to 1 exclusive, by the words alone (FNV-1a, then the mixing of mulberry32). */
function chance(words: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < words.length; i += 1) hash = Math.imul(hash ^ words.charCodeAt(i), 0x01000193);
  let mixed = Math.imul(hash ^ (hash >>> 15), hash | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}
