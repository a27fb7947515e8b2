import { type Contender, handWritten, hyperFormula, mathjs, ours } from "./contenders";
import { figures, isSubtotal } from "./figures";
import { columnIds } from "./largeTemplate";

/** A form of this many rows × 20 columns (`ROWS` changes it). */
const ROWS = Number(process.env.ROWS ?? 20_000);
const ROUNDS = Number(process.env.ROUNDS ?? 7);

const print = (line: string): void => void process.stdout.write(`${line}\n`);

/**
 * Milliseconds of processor time of one run, the mean of so many: the process alone counts (its collector of garbage and
 * compilers included), whatever else the machine does meanwhile.
 */
function time(work: (i: number) => void, times: number): number {
  const begin = process.cpuUsage();
  for (let i = 0; i < times; i++) work(i);
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / 1000 / times;
}

const median = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
};

const data = figures(ROWS);
const engine = ours(data);
const sheet = hyperFormula(data);
const parser = mathjs(data);
const loop = handWritten(data);

/** The first cell in which two ways differ by more than rounding. */
function difference(one: Pick<Contender, "value">, other: Pick<Contender, "value">): string | undefined {
  for (let row = 0; row <= ROWS; row++) {
    for (let column = 0; column < columnIds.length; column++) {
      const a = one.value(row, column);
      const b = other.value(row, column);
      if (Math.abs(a - b) > 1e-9 * Math.max(1, Math.abs(a), Math.abs(b)) || Number.isNaN(a) !== Number.isNaN(b)) {
        return `row ${row}, ${columnIds[column]}: ${a} and ${b}`;
      }
    }
  }
  return undefined;
}

function mustAgree(name: string, other: Pick<Contender, "value">): void {
  const found = difference(engine, other);
  if (found === undefined) return;
  print(`unequal results: ours and ${name} in ${found}`);
  process.exit(1);
}

for (const way of [engine, sheet, parser, loop]) way.setParameter(3);
mustAgree("HyperFormula", sheet);
mustAgree("mathjs", parser);
mustAgree("the loop", loop);
// Every cell that a formula computes must change with the parameter: full is all of them.
const before = Float64Array.from(engine.form.values);
const { changed } = engine.form.apply([{ at: "f.k" as never, value: 2 }]);
for (const [row, column] of [0, 1, ROWS].flatMap((r) => columnIds.map((_, c) => [r, c] as const))) {
  const computed = column >= 13 || row === ROWS || isSubtotal(row);
  const cell = engine.form.index(`t.${row === ROWS ? "total" : `r${row}`}.${columnIds[column]}` as never) ?? -1;
  if (computed && before[cell] === engine.form.values[cell]) {
    print(`row ${row}, ${columnIds[column]} does not read the parameter`);
    process.exit(1);
  }
}

// Both sides give a list of the cells that changed with every edit: ours must be exactly those, kept as stretches.
const told = new Set<number>(changed);
if (told.size !== changed.length || engine.form.values.some((figure, cell) => told.has(cell) !== (figure !== before[cell]))) {
  print("the list of changed cells is not exact");
  process.exit(1);
}

// Rows and columns that are edited: c1 feeds a few cells, its subtotal and total; c13 the grand total that all rows read.
const EDITS = 500;
const BROADCASTS = 20;
const rowOf = (i: number): number => (i * 7919) % (ROWS - 1);
const inputRow = (i: number): number => (isSubtotal(rowOf(i)) ? rowOf(i) - 1 : rowOf(i));
let turn = 0;
const editParameter = (): void => engine.setParameter(2 + (turn++ % 2));

// The just-in-time compilers of both sides see each work before it counts.
for (let i = 0; i < 30; i++) {
  editParameter();
  engine.recalculate();
  loop.setParameter(2 + (i % 2));
}
for (let i = 0; i < 3; i++) sheet.setParameter(2 + (i % 2));
for (let i = 0; i < 2000; i++) engine.setInput(inputRow(i % EDITS), 0, 1 + (i % 5000));
for (let i = 0; i < 200; i++) sheet.setInput(inputRow(i), 0, 1 + (i % 5000));
for (let i = 0; i < 100; i++) engine.setInput(inputRow(i % BROADCASTS), 12, 1 + i);
for (let i = 0; i < 3; i++) sheet.setInput(inputRow(i), 12, 1 + i);

interface Round {
  readonly full: number;
  readonly recalculate: number;
  readonly edit: number;
  readonly broadcast: number;
  readonly loop: number;
  readonly mathjs: number;
  readonly sheetFull: number;
  readonly sheetEdit: number;
  readonly sheetBroadcast: number;
}

const rounds: Round[] = [];
for (let round = 0; round < ROUNDS; round++) {
  const value = (i: number): number => 1 + ((i * 31 + round * 17) % 5000);
  rounds.push({
    full: time(editParameter, 20),
    loop: time((i) => loop.setParameter(2 + (i % 2)), 20),
    recalculate: time(() => engine.recalculate(), 20),
    sheetFull: time(() => sheet.setParameter(2 + ((round + 1) % 2)), 1),
    edit: time((i) => engine.setInput(inputRow(i), 0, value(i)), EDITS),
    sheetEdit: time((i) => sheet.setInput(inputRow(i), 0, value(i)), 50),
    broadcast: time((i) => engine.setInput(inputRow(i), 12, value(i)), BROADCASTS),
    sheetBroadcast: time((i) => sheet.setInput(inputRow(i), 12, value(i)), 2),
    mathjs: time(() => parser.setParameter(2 + (round % 2)), 1),
  });
}

// After all these edits the forms must agree again, once all edited cells hold the same.
for (const way of [engine, sheet]) {
  for (let i = 0; i < EDITS; i++) way.setInput(inputRow(i), 0, 7 + (i % 100));
  for (let i = 0; i < BROADCASTS; i++) way.setInput(inputRow(i), 12, 7.5 + i);
  way.setParameter(3);
}
mustAgree("HyperFormula after edits", sheet);

const medianOf = (name: keyof Round): number => median(rounds.map((round) => round[name]));
print(`form ${ROWS} × ${columnIds.length}, ${engine.form.cellCount} cells; medians of ${ROUNDS} interleaved rounds, ms of processor time:`);
for (const name of Object.keys(rounds[0] ?? {}) as (keyof Round)[]) print(`  ${name.padEnd(16)} ${medianOf(name).toFixed(4)}`);
const ratio = (name: string, of: (round: Round) => number, target: number | undefined, atLeast: boolean): void => {
  const value = median(rounds.map(of));
  const verdict = target === undefined ? "" : (atLeast ? value >= target : value <= target) ? ` meets ${target}` : ` misses ${target}`;
  print(`ratio ${name} ${value.toFixed(2)}${verdict}`);
};
ratio("full-vs-hyperformula", (r) => r.sheetFull / r.full, 500, true);
ratio("edit-vs-hyperformula", (r) => r.sheetEdit / r.edit, 100, true);
ratio("broadcast-vs-hyperformula", (r) => r.sheetBroadcast / r.broadcast, 100, true);
ratio("full-vs-loop", (r) => r.recalculate / r.loop, 4, false);
ratio("recalculate-vs-hyperformula", (r) => r.sheetFull / r.recalculate, undefined, true);
ratio("full-vs-mathjs", (r) => r.mathjs / r.full, undefined, true);
