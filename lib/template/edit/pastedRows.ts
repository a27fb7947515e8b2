import type { Cell, FigureRow, LabelRow, Row } from "@/lib/template";
import { numberRows, type RowNumbering } from "./numberRows";
import type { PastedLeaf } from "./pastedColumns";
import type { Grid, GridCell } from "./pastedGrid";
import { cut, figureOf, foldWords } from "./pastedWords";
import { mostLevels } from "./placement";

export interface PastedRows {
  readonly rows: Row[];
  readonly cells: Cell[];
  readonly rowNumbering: RowNumbering | undefined;
  /** Figures that were left out: a template has none. */
  readonly figures: number;
}

/** How a row is numbered: its place in the tree is told by it. */
type Mark = "roman" | "capital" | "arabic" | "letter" | "dash" | "plus" | "words" | "bold" | "none" | `decimal${number}`;

interface Line {
  readonly id: string;
  readonly mark: Mark;
  readonly number: string;
  readonly label: string;
  readonly unit: string;
  readonly isAcross: boolean;
  readonly texts: ReadonlyMap<string, string>;
  readonly children: Line[];
}

const ditto = /^(?:["″〃”']|nt|n\.t|-\s*nt\s*-)$/iu;

/** What a row can be counted by. */
const isNumber = /^(?:[IVXLC]+|[A-ZĐ]|\d+(?:\.\d+)*|[IVXLC]+(?:\.\d+)+|[a-zđ]|[-–+])?[.)]?$/;

/** The tree of rows, by the numbers before them. */
export function rowsOf(grid: Grid, body: number, leaves: readonly PastedLeaf[]): PastedRows {
  const at = (kind: string): number => leaves.find(({ column }) => column.kind === kind)?.index ?? -1;
  const [numberAt, labelAt, unitAt] = [at("number"), at("label"), at("unit")];
  const top: Line[] = [];
  const path: Line[] = [];
  let unit = "";
  let count = 0;
  for (const row of grid.slice(body)) {
    if (row.every(({ text }) => text === "")) continue;
    const across = acrossCell(row);
    const first = across ? "" : ownText(row, numberAt);
    const words = across?.text ?? ownText(row, labelAt);
    // "Tổng cộng" often begins in the column of numbers.
    const [given, label] = words === "" && !isNumber.test(first) ? ["", first] : [first, words];
    const told = ownText(row, unitAt);
    if (told !== "" && !ditto.test(told)) unit = told;
    count += 1;
    const before = path.map((line) => line.number);
    const marked = markOf(given, label, {
      isBold: (words === "" ? row[numberAt] : row[labelAt])?.isBold ?? false,
      isAcross: across !== undefined,
      path,
      before,
    });
    const line: Line = {
      id: `r${count}`,
      ...marked,
      unit: told === "" ? "" : unit,
      isAcross: across !== undefined,
      texts: textsOf(row, leaves),
      children: [],
    };
    const depth = depthOf(line, path);
    path.length = depth;
    (path.at(-1)?.children ?? top).push(line);
    path.push(line);
  }
  const rows = top.map((line) => rowOf(line));
  const rowNumbering = numberAt < 0 ? undefined : stylesOf(top);
  const numbered = rowNumbering === undefined ? rows : numberRows(withoutNumber(rows), rowNumbering);
  const isTrue = rowNumbering !== undefined && sameNumbers(rows, numbered);
  const lines = top.flatMap(withChildren);
  return {
    rows: isTrue ? numbered : rows,
    cells: lines.flatMap((line) =>
      [...line.texts].flatMap(([column, text]) => (/^[xX]$/.test(text) ? [{ row: line.id, column, lock: "x" } satisfies Cell] : [])),
    ),
    rowNumbering: isTrue ? rowNumbering : undefined,
    figures: lines.reduce((sum, line) => sum + [...line.texts.values()].filter((text) => figureOf(text) !== undefined).length, 0),
  };
}

const withChildren = (line: Line): readonly Line[] => [line, ...line.children.flatMap(withChildren)];

/** The text of a cell that begins in its own column; what a wider cell from the left says is not repeated. */
const ownText = (row: readonly GridCell[], index: number): string =>
  index >= 0 && row[index]?.left === index ? (row[index]?.text ?? "") : "";

/** A row of one cell from side to side is a heading. */
function acrossCell(row: readonly GridCell[]): GridCell | undefined {
  const [first] = row;
  return row.length > 2 && first?.left === 0 && first.width === row.length ? first : undefined;
}

const textsOf = (row: readonly GridCell[], leaves: readonly PastedLeaf[]): ReadonlyMap<string, string> =>
  new Map(
    leaves.flatMap(({ index, column }) =>
      column.kind === "value" && ownText(row, index) !== "" ? [[column.id, ownText(row, index)] as const] : [],
    ),
  );

const wordsRow = /^(trong do|chia ra|bao gom|gom|of which|divided into)\s*:?$/;
const totalRow = /^(tong cong|tong so|cong|tong|total)\b\s*:?/;

interface Around {
  readonly isBold: boolean;
  readonly isAcross: boolean;
  readonly path: readonly Line[];
  readonly before: readonly string[];
}

/** The mark of a row, taken from the column of numbers, else from a dash or plus before its words. */
function markOf(given: string, words: string, around: Around): Pick<Line, "mark" | "number" | "label"> {
  if (wordsRow.test(foldWords(words))) return { mark: "words", number: "", label: words };
  const lead = given === "" ? /^([-–+])\s*(?=\S)/.exec(words)?.[1] : undefined;
  const number = (lead ?? given).replace(/[.)]$/, "").replace("–", "-");
  const label = lead === undefined ? words : words.slice(1).trim();
  return { mark: number === "" ? (around.isBold || around.isAcross ? "bold" : "none") : numberMark(number, around), number, label };
}

function numberMark(number: string, { path, before }: Around): Mark {
  if (number === "-") return "dash";
  if (number === "+") return "plus";
  if (/^\d+$/.test(number)) return "arabic";
  if (/^[\dIVXLC]+(?:\.\d+)+$/.test(number)) return `decimal${number.split(".").length}`;
  // A bare I may be the letter after H: it is where H stands on the way.
  const letter = path.findLastIndex(({ mark }) => mark === "capital");
  if (number === "I" && letter >= 0 && before[letter] === "H") return "capital";
  if (/^[IVXL]+$/.test(number)) return "roman";
  if (/^[A-ZĐ]$/.test(number)) return "capital";
  if (/^[a-zđ]$/.test(number)) return "letter";
  return "none";
}

/** How deep a row stands: beside the row on the way that is marked alike, else under the last one. */
function depthOf(line: Line, path: readonly Line[]): number {
  if (totalRow.test(foldWords(line.label)) && line.number === "") return 0;
  const alike = path.findIndex(({ mark }) => mark === line.mark);
  if (alike >= 0) return alike;
  if (line.mark.startsWith("decimal")) {
    const over = line.number.split(".").slice(0, -1).join(".");
    const parent = path.findLastIndex(({ number }) => number === over);
    if (parent >= 0) return parent + 1;
  }
  // What is printed strong, or across the table, opens a part of its own.
  if (line.mark === "bold") return 0;
  const last = path.at(-1);
  if (line.mark !== "words" && last && totalRow.test(foldWords(last.label)) && last.number === "") return 0;
  return Math.min(path.length, mostLevels.rows - 1);
}

function rowOf(line: Line): Row {
  const inner = line.children.map(rowOf);
  const rows = inner.length > 0 ? { rows: inner } : {};
  const number = line.number === "" ? {} : { number: cut(line.number, 20) };
  const label = { vi: cut(line.label, 5000) };
  if (line.mark === "words") {
    const isAll = /^(chia ra|bao gom|gom|divided)/.test(foldWords(line.label));
    return { kind: "label", id: line.id, label, breakdown: isAll ? "all" : "some", ...rows } satisfies LabelRow;
  }
  const unit = line.unit === "" ? {} : { unit: cut(line.unit, 60) };
  const isTotal = line.number === "" && totalRow.test(foldWords(line.label)) && inner.length === 0;
  const isSum = isTotal || isSumOfChildren(line);
  const kind: FigureRow["kind"] = isTotal ? "total" : line.isAcross || (inner.length > 0 && isSum) ? "group" : "indicator";
  return { kind, id: line.id, ...number, label, ...unit, ...(isSum ? { formula: "sum(children)" } : {}), ...rows };
}

/** Whether the words "(I=1+2+3)" or the figures themselves say that a row is the sum of those under it. */
function isSumOfChildren(line: Line): boolean {
  const counted = line.children.flatMap((child) => (child.mark === "words" ? child.children : [child]));
  if (counted.length === 0) return false;
  const told = /\(([^()=]+)=([^()=]+)\)\s*$/.exec(line.label);
  if (told?.[1]?.trim() === line.number) {
    const terms = (told?.[2] ?? "").split("+").map((term) => term.trim());
    return terms.length === counted.length && terms.every((term, i) => term === counted[i]?.number);
  }
  const sums = [...line.texts].flatMap(([column, text]) => {
    const own = figureOf(text);
    const parts = counted.map((child) => figureOf(child.texts.get(column) ?? ""));
    if (own === undefined || own.isPercent || parts.every((part) => part === undefined)) return [];
    const sum = parts.reduce((total, part) => total + (part?.value ?? 0), 0);
    return [Math.abs(sum - own.value) <= 0.5 * 10 ** -own.decimals * counted.length];
  });
  return counted.length > 1 && sums.length > 0 && sums.every(Boolean);
}

const styleOfMark = { roman: "roman", arabic: "arabic", letter: "letter", dash: "dash", plus: "plus" } as const;

/** The style of each depth, where each depth has one. */
function stylesOf(top: readonly Line[]): RowNumbering | undefined {
  const styles: RowNumbering[number][] = [];
  let isOne = true;
  const visit = (lines: readonly Line[], depth: number): void => {
    for (const line of lines) {
      if (line.mark === "words") {
        visit(line.children, depth);
        continue;
      }
      const style = line.mark.startsWith("decimal") ? "decimal" : styleOfMark[line.mark as keyof typeof styleOfMark];
      if (line.number !== "") {
        if (style === undefined || (styles[depth] !== undefined && styles[depth] !== style)) isOne = false;
        else styles[depth] = style;
      }
      visit(line.children, depth + 1);
    }
  };
  visit(top, 0);
  const isWhole = styles.length > 0 && styles.length <= 8 && Array.from(styles).every((style) => style !== undefined);
  return isOne && isWhole ? styles : undefined;
}

/** Rows ready to be counted: those without a number stay without. */
function withoutNumber(rows: readonly Row[]): Row[] {
  return rows.map((row) => {
    const { number, ...own } = row;
    const inner = row.rows ? { rows: withoutNumber(row.rows) } : {};
    const isBlank = number === undefined && row.kind !== "label";
    return isBlank ? ({ ...own, number: "", ...inner } as Row) : ({ ...own, ...inner } as Row);
  });
}

const sameNumbers = (a: readonly Row[], b: readonly Row[]): boolean =>
  a.every((row, i) => (row.number ?? "") === (b[i]?.number ?? "") && sameNumbers(row.rows ?? [], b[i]?.rows ?? []));
