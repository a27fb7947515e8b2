import type { FormulaRead, FormulaReading } from "@/lib/form/compile";
import { functionNamed, type Token, tokens } from "@/lib/formula";

/** How a piece of a formula is shown. `colour` counts the figures that it reads, from 0; the same figure has one colour. */
export interface FormulaPiece {
  readonly from: number;
  readonly to: number;
  readonly kind: "function" | "number" | "operator" | "word" | "name" | "unknown";
  readonly colour: number | undefined;
}

/** Colours there are; more figures begin again. */
export const formulaColours = 6;

/** The colour of each figure read, by its name. */
export function coloursOf(reads: readonly FormulaRead[]): ReadonlyMap<string, number> {
  const colours = new Map<string, number>();
  for (const { name } of reads) if (!colours.has(name)) colours.set(name, colours.size % formulaColours);
  return colours;
}

/** The pieces of a formula's text, in its order. */
export function formulaPieces(text: string, reading: FormulaReading): readonly FormulaPiece[] {
  const colours = coloursOf(reading.reads);
  const all = tokens(text);
  return all.flatMap((token, i): readonly FormulaPiece[] => {
    const { from, to } = token;
    switch (token.kind) {
      case "number":
        return [{ from, to, kind: "number", colour: undefined }];
      case "operator":
        return [{ from, to, kind: "operator", colour: undefined }];
      case "name":
        return [{ from, to, ...namePiece(token, all[i + 1], reading, colours) }];
      case ".":
      case ":": {
        const read = readAt(reading.reads, from);
        return read ? [{ from, to, kind: "name", colour: colours.get(read.name) }] : [];
      }
      default:
        return [];
    }
  });
}

function namePiece(
  token: Token,
  after: Token | undefined,
  reading: FormulaReading,
  colours: ReadonlyMap<string, number>,
): Pick<FormulaPiece, "kind" | "colour"> {
  if (after?.text === "(") return { kind: functionNamed(token.text) ? "function" : "unknown", colour: undefined };
  const read = readAt(reading.reads, token.from);
  const isUnknown = reading.problems.some(({ span }) => span !== undefined && span.from <= token.from && token.to <= span.to);
  if (token.text === "children" || token.text === "units") return { kind: "word", colour: read && colours.get(read.name) };
  return read ? { kind: "name", colour: colours.get(read.name) } : { kind: isUnknown ? "unknown" : "name", colour: undefined };
}

const readAt = (reads: readonly FormulaRead[], at: number): FormulaRead | undefined =>
  reads.find(({ span }) => span.from <= at && at < span.to);

/** Whether the name of a figure may stand at a place of a formula: after nothing, an operator, a comma or an opening. */
export function takesNameAt(text: string, caret: number): boolean {
  const before = tokens(text.slice(0, caret)).at(-1);
  if (before === undefined) return true;
  return (
    before.kind === "operator" ||
    before.text === "(" ||
    before.text === "," ||
    before.text === "?" ||
    before.text === ":" ||
    before.text === ";"
  );
}

/** The call that a caret stands in, and which of its arguments (0-based); undefined outside of calls of known functions. */
export function callAt(text: string, caret: number): { readonly fn: string; readonly argument: number; readonly from: number } | undefined {
  const open: { fn: string | undefined; argument: number; from: number }[] = [];
  const all = tokens(text.slice(0, caret));
  for (const [i, token] of all.entries()) {
    const before = all[i - 1];
    if (token.text === "(")
      open.push({ fn: before?.kind === "name" ? before.text : undefined, argument: 0, from: before?.from ?? token.from });
    else if (token.text === ")") open.pop();
    else if (token.text === "," || token.text === ";") {
      const last = open.at(-1);
      if (last) last.argument += 1;
    }
  }
  const call = open.findLast(({ fn }) => fn !== undefined && functionNamed(fn));
  return call?.fn === undefined ? undefined : { fn: call.fn, argument: call.argument, from: call.from };
}

/** Whether a range may stand at a place: straight inside a function of many figures. */
export function takesRangeAt(text: string, caret: number): boolean {
  const call = callAt(text, caret);
  const spec = call && functionNamed(call.fn);
  const before = tokens(text.slice(0, caret)).at(-1)?.text;
  return spec?.parameters.at(-1)?.kind === "numbers" && (before === "(" || before === ",");
}

/** A function as it is written: `percent(a, b)`, `round(a[, b])`, `sum(a, …)`. */
export function signatureOf(name: string): readonly { readonly text: string; readonly argument: number | undefined }[] {
  const spec = functionNamed(name);
  if (!spec) return [];
  const parts: { text: string; argument: number | undefined }[] = [{ text: `${name}(`, argument: undefined }];
  for (const [i] of spec.parameters.entries()) {
    const letter = String.fromCharCode("a".charCodeAt(0) + i);
    const isSpare = i >= spec.least;
    if (isSpare) parts.push({ text: "[", argument: undefined });
    if (i > 0) parts.push({ text: ", ", argument: undefined });
    parts.push({ text: letter, argument: i });
    if (isSpare) parts.push({ text: "]", argument: undefined });
  }
  parts.push({ text: spec.open ? ", …)" : ")", argument: undefined });
  return parts;
}
