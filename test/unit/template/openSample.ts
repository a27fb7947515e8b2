import { readFileSync } from "node:fs";
import { openForm } from "@/lib/form";
import { compileForm } from "@/lib/form/compile";
import type { CellAddress, CellValue, Entry, RichDoc } from "@/lib/form/content";
import type { Form } from "@/lib/form/types";
import type { Template } from "@/lib/template";
import { parseTemplate } from "@/lib/template/parse";

/** One of the sample templates, read as any document of the outside is. */
export function sample(name: string): Template {
  const parsed = parseTemplate(JSON.parse(readFileSync(`templates/${name}.json`, "utf8")));
  if (!parsed.ok) throw new Error(`${name} does not fit the schema`);
  return parsed.value;
}

export interface Filling {
  readonly period: string;
  readonly cells?: Readonly<Record<string, CellValue>>;
  readonly entries?: Readonly<Record<string, readonly Entry[]>>;
  readonly narrative?: Readonly<Record<string, RichDoc>>;
  readonly units?: readonly { readonly key: string; readonly name: string }[];
  readonly history?: Parameters<typeof openForm>[1]["history"];
}

/** A template opened with some values in it; a value that is refused throws. */
export function filled(template: Template, filling: Filling): Form {
  const compiled = compileForm(template);
  if (!compiled.ok) throw new Error(`does not compile: ${JSON.stringify(compiled.error)}`);
  const { period, cells = {}, entries = {}, narrative = {}, units = [], history = {} } = filling;
  const form = openForm(compiled.value.form, { period, units, history }, { cells: {}, narrative, entries });
  const { refused } = form.apply(Object.entries(cells).map(([at, value]) => ({ at: at as CellAddress, value })));
  if (refused.length > 0) throw new Error(JSON.stringify(refused));
  return form;
}

/** The value of an address; an address that the form has not throws. */
export function valueAt(form: Form, at: string): CellValue {
  const cell = form.index(at as CellAddress);
  if (cell === undefined) throw new Error(`no cell ${at}`);
  return form.read(cell);
}
