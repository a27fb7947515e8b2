import { type Field, fieldsOf, type List, listsOf, type Table, type Template } from "@/lib/template";
import { type ColumnLayout, layoutTable, type RowLayout, type TableLayout } from "./layout";
import narrativeSchema from "./narrative.schema.json";
import type { TellRatio } from "./ratioColumns";
import { ratioTeller } from "./ratioTeller";
import { type ResolvedCell, resolveCell } from "./resolve";
import { fieldSchema, type JsonSchema, leafSchema } from "./submissionLeaf";

/** How ids of entries look. */
const entryPattern = "^[A-Za-z0-9_-]{1,36}$";
const entry = {
  id: { type: "string", pattern: entryPattern },
  label: { type: "string", maxLength: 300 },
};

/**
 * The JSON Schema (2020-12) of the reports of a template version: the form of `Submission`. Every part may be left
 * out, and nothing else may stand. Cells are described once each and rows once a shape, by `$ref`: flat, 20,000 cells
 * would take a validator seconds to compile or overflow it. What a row says for all its cells (`x-indicator`, and
 * `x-formula` for cells without a formula of their own) stands beside the row's `$ref`. A cell that is locked is no
 * part of the schema.
 */
export function submissionSchema(template: Template): JsonSchema {
  const shapes = new Shapes(ratioTeller());
  const tables = template.blocks.filter((block) => block.kind === "table");
  const narratives = template.blocks.filter((block) => block.kind === "narrative");
  const fields = fieldsOf(template).filter(isOpen);
  const properties = {
    fields: closed(byId(fields, (field) => ({ ...fieldSchema(field), "x-label": field.label.vi }))),
    tables: closed(byId(tables, (table) => shapes.table(table))),
    lists: closed(byId(listsOf(template), (list) => shapes.list(list))),
    narrative: closed(byId(narratives, () => ({ $ref: "#/$defs/narrative" }))),
  };
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: template.title.vi,
    "x-template": template.code,
    ...closed(properties),
    $defs: { ...shapes.definitions(), ...(narratives.length > 0 ? narrativeSchema.$defs : {}) },
  };
}

const isOpen = (field: Field): boolean => field.formula !== undefined || field.lock === undefined || field.lock === "none";

const closed = (properties: JsonSchema, required: readonly string[] = []): JsonSchema => ({
  type: "object",
  additionalProperties: false,
  ...(required.length > 0 ? { required } : {}),
  properties,
});

/** By the code of a unit: what codes look like is the administration's affair. */
const keyed = (values: JsonSchema): JsonSchema => ({
  type: "object",
  propertyNames: { minLength: 1, maxLength: 100 },
  additionalProperties: values,
});

const byId = <T extends { readonly id: string }>(things: readonly T[], schemaOf: (thing: T) => JsonSchema): JsonSchema =>
  Object.fromEntries(things.map((thing) => [thing.id, schemaOf(thing)]));

/** Most rows that stand in one definition. */
const partSize = 250;

interface RowShape {
  /** Undefined where all cells of the row are locked. */
  readonly reference: JsonSchema | undefined;
  /** Of the row, for its cells that have none of their own. */
  readonly formula: string | undefined;
}

/** Collects the definitions of cells and rows, each once. */
class Shapes {
  private readonly cells = new Definitions("cell");
  private readonly rows = new Definitions("row");
  private readonly parts = new Definitions("rows");

  constructor(private readonly isRatio: TellRatio) {}

  definitions(): JsonSchema {
    return { ...this.parts.all(), ...this.rows.all(), ...this.cells.all() };
  }

  table(source: Table): JsonSchema {
    const table = layoutTable(source);
    const special = new Set(Object.keys(table.cells).map((key) => key.split(".")[0]));
    const shapes = new Map<string, RowShape>();
    /** Rows that say the same of their cells have one shape, found once. */
    const rowSchema = (row: RowLayout): JsonSchema | undefined => {
      const { indicator, ...own } = row.own;
      const key = special.has(row.id) ? row.id : JSON.stringify([row.kind, own, indicator === undefined]);
      let shape = shapes.get(key);
      if (!shape) {
        shape = this.shape(table, row);
        shapes.set(key, shape);
      }
      if (shape.reference === undefined) return undefined;
      return {
        ...shape.reference,
        "x-label": row.label.vi,
        ...(indicator === undefined ? {} : { "x-indicator": indicator }),
        ...(shape.formula === undefined ? {} : { "x-formula": shape.formula }),
      };
    };
    const rowSchemas = (from: readonly RowLayout[]): JsonSchema => {
      const described = from.flatMap((row) => {
        const schema = row.hasCells ? rowSchema(row) : undefined;
        return schema === undefined ? [] : [[row.id, schema] as const];
      });
      return this.inParts(Object.fromEntries(described));
    };
    const blocks = table.rows.flatMap((row, root) => {
      if (row.repeatRoot !== root || row.repeat === undefined) return [];
      return [
        {
          id: row.id,
          by: row.repeat.by,
          bounds: row.repeat.by === "entries" ? row.repeat : {},
          rows: rowSchemas(table.rows.filter(({ repeatRoot }) => repeatRoot === root)),
        },
      ];
    });
    const entries = blocks.filter(({ by }) => by === "entries");
    const units = blocks.filter(({ by }) => by === "units");
    return closed({
      rows: rowSchemas(table.rows.filter(({ repeatRoot }) => repeatRoot === undefined)),
      ...(entries.length > 0 ? { entries: closed(byId(entries, ({ bounds, rows }) => entriesSchema(bounds, { rows }))) } : {}),
      ...(units.length > 0 ? { units: closed(byId(units, ({ rows }) => keyed(rows))) } : {}),
    });
  }

  list(list: List): JsonSchema {
    const values = closed(byId(list.columns.filter(isOpen), (column) => ({ ...fieldSchema(column), "x-label": column.label.vi })));
    return entriesSchema(list, { values: this.rows.ref(values) });
  }

  private shape(table: TableLayout, row: RowLayout): RowShape {
    const cells: [string, JsonSchema][] = [];
    let formula: string | undefined;
    for (const column of table.columns) {
      if (column.kind !== "value") continue;
      const cell = resolveCell(table, row, column, this.isRatio);
      // A heading has figures only where something computes them.
      if (cell.lock !== "none" || (row.kind === "group" && cell.formula === undefined)) continue;
      if (cell.source === "row") formula = cell.formula;
      cells.push([column.id, this.cell(table, row, column, cell)]);
    }
    return { reference: cells.length === 0 ? undefined : this.rows.ref(closed(Object.fromEntries(cells))), formula };
  }

  /** An object with these properties; a validator's code nests once for each, so that many are described in parts. */
  private inParts(properties: JsonSchema): JsonSchema {
    const all = Object.entries(properties);
    if (all.length <= partSize) return closed(properties);
    const parts: JsonSchema[] = [];
    for (let from = 0; from < all.length; from += partSize) {
      parts.push(this.parts.ref({ type: "object", properties: Object.fromEntries(all.slice(from, from + partSize)) }));
    }
    return { ...closed(Object.fromEntries(all.map(([id]) => [id, true]))), allOf: parts };
  }

  private cell(table: TableLayout, row: RowLayout, column: ColumnLayout, cell: ResolvedCell): JsonSchema {
    const { "x-formula": formula, "x-indicator": indicator, ...rest } = leafSchema(cell);
    const isOwnIndicator = table.cells[`${row.id}.${column.id}`]?.indicator !== undefined || row.own.indicator === undefined;
    const leaf = this.cells.ref({
      ...rest,
      ...(formula === undefined || cell.source === "row" ? {} : { "x-formula": formula }),
      ...(indicator === undefined || !isOwnIndicator ? {} : { "x-indicator": indicator }),
    });
    return column.repeated === undefined ? leaf : keyed(leaf);
  }
}

const entriesSchema = (bounds: { readonly min?: number; readonly max?: number }, parts: JsonSchema): JsonSchema => ({
  type: "array",
  maxItems: bounds.max ?? 10_000,
  items: closed({ ...entry, ...parts }, ["id", "label"]),
});

/** Schemas by their text: the same schema gets one name. */
class Definitions {
  private readonly names = new Map<string, string>();
  private readonly schemas: Record<string, JsonSchema> = {};

  constructor(private readonly prefix: string) {}

  ref(schema: JsonSchema): JsonSchema {
    const text = JSON.stringify(schema);
    let name = this.names.get(text);
    if (name === undefined) {
      name = `${this.prefix}${this.names.size + 1}`;
      this.names.set(text, name);
      this.schemas[name] = schema;
    }
    return { $ref: `#/$defs/${name}` };
  }

  all(): JsonSchema {
    return this.schemas;
  }
}
