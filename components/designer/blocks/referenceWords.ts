import { fillText, type Template, type Text, type TextLocale, type TextParams } from "@/lib/template";
import { followReference } from "./reference";

/** How a reference is told to a person. */
export interface ReferenceWords {
  /** "Bảng 1 · Trồng trọt · Tổng số"; the reference itself where it names nothing. */
  readonly name: string;
  readonly fault: "unknown" | "repeated" | undefined;
}

export interface Speech {
  readonly locale: TextLocale;
  readonly params: TextParams;
  /** "Bảng 1". */
  readonly table: (number: number) => string;
  /** "Chỉ tiêu KTXH_01". */
  readonly indicator: (code: string) => string;
  /** For a part whose label is empty still. */
  readonly nameless: string;
}

/** Names what a reference of a text leads to. */
export function referenceWords(template: Template, ref: string, speech: Speech): ReferenceWords {
  const words = (label: Text): string => fillText(label, speech.params, speech.locale).trim() || speech.nameless;
  const referred = followReference(template, ref);
  switch (referred.kind) {
    case "cell":
      return {
        name: [
          speech.table(referred.tableNumber),
          referred.row.map(({ label }) => words(label)).join(", "),
          referred.column.map(({ label }) => words(label)).join(", "),
        ].join(" · "),
        fault: undefined,
      };
    case "field":
      return { name: words(referred.field.label), fault: undefined };
    case "indicator":
      return { name: speech.indicator(referred.code), fault: undefined };
    case "unknown":
    case "repeated":
      return { name: ref, fault: referred.kind };
  }
}

type Named = ReferenceWords | undefined;

/** Whether two lists of names say the same: what is drawn by them need not be drawn again. */
export const sameWords = (a: readonly Named[], b: readonly Named[]): boolean =>
  a.length === b.length && a.every((one, i) => one?.name === b[i]?.name && one?.fault === b[i]?.fault);
