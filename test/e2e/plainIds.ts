import { flatRows, leafColumns, readText, type Template } from "@/lib/template";

/**
 * A template whose ids say nothing but where a part stands (`t1`, `r3`, `c2`, `k1`), with all that refers to them: two
 * templates are the same but for ids exactly where these are equal. Row and column ids are told apart by their table.
 */
export function plainIds(template: Template): unknown {
  const blocks = new Map(template.blocks.map(({ id }, i) => [id, `b${i + 1}`]));
  const fields = new Map(
    template.blocks.flatMap((block) => (block.kind === "fields" ? block.fields : [])).map(({ id }, i) => [id, `f${i + 1}`]),
  );
  const inTables = new Map(
    template.blocks.flatMap((block) => {
      if (block.kind !== "table") return [];
      const parts = new Map<string, string>();
      for (const [i, { row }] of flatRows(block).entries()) parts.set(row.id, `r${i + 1}`);
      const heads = new Set(leafColumns(block).flatMap(({ groups }) => groups.map(({ id }) => id)));
      for (const [i, id] of [...heads].entries()) parts.set(id, `g${i + 1}`);
      for (const [i, { column }] of leafColumns(block).entries()) parts.set(column.id, `c${i + 1}`);
      return [[block.id, parts] as const];
    }),
  );

  const path = (name: string, table: string | undefined): string => {
    const [first = "", ...rest] = name.split(".");
    if (first === "f") return ["f", ...rest.map((id) => fields.get(id) ?? id)].join(".");
    const named = rest.length > 0 ? inTables.get(first) : undefined;
    if (named) return [blocks.get(first), ...rest.map((id) => named.get(id) ?? id)].join(".");
    const own = table === undefined ? undefined : inTables.get(table);
    return [first, ...rest].map((id) => own?.get(id) ?? id).join(".");
  };
  const formula = (text: string, table: string | undefined): string =>
    text.replaceAll(/[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*/g, (name) => path(name, table));
  const text = (words: string): string =>
    readText(words)
      .map((piece) => (piece.kind === "words" ? piece.words : piece.kind === "value" ? `{{${path(piece.ref, undefined)}}}` : piece.source))
      .join("");

  const copy = (value: unknown, key: string, table: string | undefined): unknown => {
    if (Array.isArray(value)) return value.map((item: unknown) => copy(item, key, table));
    if (typeof value === "object" && value !== null) {
      const entries = Object.entries(value).map(([name, item]: [string, unknown]) => [name, copy(item, name, table)] as const);
      return Object.fromEntries(entries);
    }
    if (typeof value !== "string") return value;
    if (key === "formula" || key === "weight") return formula(value, table);
    if (key === "row" || key === "column" || key === "rows" || key === "columns") return path(value, table);
    return key === "vi" || key === "en" ? text(value) : value;
  };

  const part = (value: unknown, table: string): unknown => {
    if (Array.isArray(value)) return value.map((item: unknown) => part(item, table));
    if (typeof value !== "object" || value === null) return value;
    const id = "id" in value && typeof value.id === "string" ? { id: inTables.get(table)?.get(value.id) ?? "" } : {};
    const { rows, columns, ...rest } = value as { rows?: unknown; columns?: unknown };
    return {
      ...(copy(rest, "", table) as object),
      ...id,
      ...(rows === undefined ? {} : { rows: part(rows, table) }),
      ...(columns === undefined ? {} : { columns: part(columns, table) }),
    };
  };

  return {
    ...template,
    blocks: template.blocks.map((block) => {
      const id = blocks.get(block.id);
      if (block.kind === "fields") {
        return {
          ...block,
          id,
          fields: block.fields.map((field) => ({ ...(copy(field, "", undefined) as object), id: fields.get(field.id) })),
        };
      }
      if (block.kind !== "table") return { ...(copy(block, "", undefined) as object), id };
      const { rows, columns, checks, cells, ...rest } = block;
      return {
        ...(copy(rest, "", block.id) as object),
        id,
        rows: part(rows, block.id),
        columns: part(columns, block.id),
        ...(cells === undefined
          ? {}
          : {
              // What cells have of their own is a set: the order in which they got it says nothing.
              cells: cells
                .map((cell) => copy(cell, "", block.id) as { row: string; column: string })
                .sort((a, b) => `${a.row}.${a.column}`.localeCompare(`${b.row}.${b.column}`)),
            }),
        ...(checks === undefined
          ? {}
          : { checks: checks.map((check, i) => ({ ...(copy(check, "", block.id) as object), id: `k${i + 1}` })) }),
      };
    }),
  };
}
