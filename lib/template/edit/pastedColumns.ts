import type { Column, ColumnGroup, FixedColumn, ValueColumn } from "@/lib/template";
import type { Grid, GridCell } from "./pastedGrid";
import type { HeadOf } from "./pastedHead";
import { cut, figureOf, foldWords } from "./pastedWords";

/** A column at the end of the tree with its place in the pasted table. */
export interface PastedLeaf {
  readonly index: number;
  readonly column: ValueColumn | FixedColumn;
}

export interface PastedColumns {
  readonly columns: Column[];
  readonly leaves: readonly PastedLeaf[];
  /** Texts of the row of column numbers that could not be made formulas. */
  readonly unread: readonly string[];
}

type LeafKind = ValueColumn["kind"] | FixedColumn["kind"];

/** The tree of columns by the merged cells of the head. */
export function columnsOf(grid: Grid, head: HeadOf): PastedColumns {
  const width = grid[0]?.length ?? 0;
  const kinds = kindsOf(grid, head);
  const leaves: PastedLeaf[] = [];
  let groups = 0;

  const leaf = (index: number, label: string): Column => {
    const id = `c${index + 1}`;
    const number = head.numbers === undefined ? undefined : grid[head.numbers]?.[index]?.text;
    const kind = kinds[index] ?? "value";
    const own = { id, label: { vi: cut(label, 5000) }, ...(number ? { number: cut(number, 40) } : {}) };
    const column: ValueColumn | FixedColumn = kind === "value" ? { kind, ...own, ...valuesOf(grid, head, index, label) } : { kind, ...own };
    leaves.push({ index, column });
    return column;
  };

  const build = (from: number, to: number, row: number, over: string): Column[] => {
    const columns: Column[] = [];
    let at = from;
    while (at < to) {
      const cell = row < head.to ? grid[row]?.[at] : undefined;
      const end = cell === undefined ? at + 1 : Math.min(to, cell.left + cell.width);
      const next = cell === undefined ? head.to : cell.top + cell.height;
      columns.push(...branch(at, Math.max(at + 1, end), next, cell?.text ?? over));
      at = Math.max(at + 1, end);
    }
    return columns;
  };

  const branch = (from: number, to: number, next: number, label: string): Column[] => {
    const inner = under(grid, from, to, next, head.to);
    if (to - from === 1 && inner === undefined) return [leaf(from, label)];
    // Only a blank above: what stands below is the head.
    if (label === "") return inner === undefined ? range(from, to).map((index) => leaf(index, "")) : build(from, to, next, "");
    groups += 1;
    const id = `g${groups}`;
    const columns = inner === undefined ? range(from, to).map((index) => leaf(index, "")) : build(from, to, next, label);
    return [{ kind: "group", id, label: { vi: cut(label, 5000) }, columns } satisfies ColumnGroup];
  };

  const columns = build(0, width, head.from, "");
  return withFormulas(columns, leaves);
}

const range = (from: number, to: number): readonly number[] => Array.from({ length: to - from }, (_, i) => from + i);

/** The rows of the head under a cell, where they say anything of their own. */
function under(grid: Grid, from: number, to: number, next: number, end: number): readonly GridCell[] | undefined {
  const cells = range(next, end).flatMap((row) => range(from, to).flatMap((column) => grid[row]?.[column] ?? []));
  return cells.some(({ text }) => text !== "") ? cells : undefined;
}

const numberHeads = /^(stt|tt|so tt|so thu tu|no)\.?$/;
const unitHeads = /^(dvt|don vi tinh|d\.v\.t|unit( of measure)?)\.?$/;
const ratioHeads = /%|\bty le\b|\bty trong\b|\bso sanh\b|\btoc do\b/;

/** Which columns hold the rows' numbers, labels and units: by their heads, else by what stands under them. */
function kindsOf(grid: Grid, head: HeadOf): readonly LeafKind[] {
  const width = grid[0]?.length ?? 0;
  const heads = range(0, width).map((index) => foldWords(lowestHead(grid, head, index)));
  const kinds: LeafKind[] = heads.map(() => "value");
  const number = heads.findIndex((words) => numberHeads.test(words));
  if (number >= 0) kinds[number] = "number";
  else if (head.from === head.to && countsRows(grid, head)) kinds[0] = "number";
  const unit = heads.findIndex((words) => unitHeads.test(words));
  if (unit >= 0) kinds[unit] = "unit";
  const label = range(0, width).find((index) => kinds[index] === "value" && !hasFigures(grid, head, index));
  const fallback = kinds.indexOf("value");
  if (label !== undefined || fallback >= 0) kinds[label ?? fallback] = "label";
  return kinds;
}

function lowestHead(grid: Grid, head: HeadOf, index: number): string {
  for (let row = head.to - 1; row >= head.from; row--) {
    const text = grid[row]?.[index]?.text ?? "";
    if (text !== "") return text;
  }
  return "";
}

const bodyTexts = (grid: Grid, head: HeadOf, index: number): readonly string[] =>
  grid.slice(head.body).flatMap((row) => (row[index]?.left === index && row[index]?.text ? [row[index].text] : []));

const hasFigures = (grid: Grid, head: HeadOf, index: number): boolean =>
  bodyTexts(grid, head, index).some((text) => figureOf(text) !== undefined);

const countsRows = (grid: Grid, head: HeadOf): boolean => {
  const texts = bodyTexts(grid, head, 0);
  return texts.length > 0 && texts.every((text) => /^(?:[IVXLC]+|[A-Z]|\d{1,3}(?:\.\d{1,3})*|[a-zđ]|[-+–])[.)]?$/.test(text));
};

/** What the figures under a head tell of its column: type, decimals, percentage. */
function valuesOf(grid: Grid, head: HeadOf, index: number, label: string): Partial<ValueColumn> {
  const texts = bodyTexts(grid, head, index).filter((text) => !/^[xX-]$/.test(text));
  const figures = texts.flatMap((text) => figureOf(text) ?? []);
  const over = range(head.from, head.to).map((row) => grid[row]?.[index]?.text ?? "");
  const decimals = Math.min(6, Math.max(0, ...figures.map((figure) => figure.decimals)));
  const shown = decimals > 0 ? { decimals } : {};
  if (ratioHeads.test(foldWords(`${over.join(" ")} ${label}`)) || (figures.length > 0 && figures.every(({ isPercent }) => isPercent))) {
    return { type: "percent", unit: "%", ...shown };
  }
  if (texts.length > 0 && figures.length === 0) return { type: "text" };
  return figures.length > 0 && decimals === 0 ? { type: "integer" } : shown;
}

/** The columns with the formulas that the row of numbers tells: (3)=(4)+(5), 6=4/5. */
function withFormulas(columns: Column[], leaves: readonly PastedLeaf[]): PastedColumns {
  const ids = new Map<string, string>();
  for (const { column } of leaves) {
    const number = /^\(?(\d{1,3})\)?/.exec(column.number ?? "")?.[1];
    if (number !== undefined && column.kind === "value") ids.set(number, column.id);
  }
  const unread: string[] = [];
  const formulas = new Map<string, string>();
  for (const { column } of leaves) {
    const told = column.number?.split("=").slice(1).join("=").trim();
    if (!told) continue;
    const formula = column.kind === "value" ? formulaOf(told, ids, column.type === "percent") : undefined;
    if (formula === undefined) unread.push(column.number ?? "");
    else formulas.set(column.id, formula);
  }
  const put = (column: Column): Column => {
    if (column.kind === "group") return { ...column, columns: column.columns.map(put) };
    const formula = formulas.get(column.id);
    return formula !== undefined && column.kind === "value" ? { ...column, formula } : column;
  };
  return { columns: columns.map(put), leaves, unread };
}

/** `(4)+(5)` by ids; undefined where it names what is no column of values. A ratio in a column of percentages is one. */
export function formulaOf(told: string, ids: ReadonlyMap<string, string>, isPercent: boolean): string | undefined {
  const signs = told
    .replaceAll(/[×xX·]/g, "*")
    .replaceAll(/[:÷]/g, "/")
    .replaceAll("–", "-")
    .replaceAll(/\(\s*(\d{1,3})\s*\)/g, "$1")
    .replaceAll(/\s+/g, "")
    .replace(/%$/, "");
  const ratio = /^(\d{1,3})\/(\d{1,3})(?:\*100)?$/.exec(signs);
  if (ratio && (isPercent || signs.endsWith("*100"))) {
    const [first, second] = [ids.get(ratio[1] ?? ""), ids.get(ratio[2] ?? "")];
    return first && second ? `percent(${first}, ${second})` : undefined;
  }
  if (!/^[\d+\-*/()]+$/.test(signs) || !balanced(signs)) return undefined;
  let isKnown = true;
  const formula = signs
    .replaceAll(/\d+/g, (number) => {
      const id = ids.get(number);
      if (id === undefined && number !== "100") isKnown = false;
      return id ?? number;
    })
    .replaceAll(/[+*/]|(?<=[\w)])-/g, (sign) => ` ${sign} `);
  return isKnown && /[a-z]/.test(formula) ? formula : undefined;
}

function balanced(text: string): boolean {
  let depth = 0;
  for (const sign of text) {
    if (sign === "(") depth += 1;
    if (sign === ")") depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0 && !/[+\-*/]{2}|[+*/]$|-$|^[+*/]|\(\)/.test(text);
}
