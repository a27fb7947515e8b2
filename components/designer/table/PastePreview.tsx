import { flatRows, leafColumns, textIn } from "@/lib/template";
import type { PastedTable } from "@/lib/template/edit";
import { headGeometry } from "./geometry";
import classes from "./table.module.css";

/** Rows that are shown of what was read. */
const most = 8;

/** What was read from a copied block, as a small table: its head as it would print, and its first rows. */
export function PastePreview({ pasted }: { readonly pasted: PastedTable }) {
  const { columns, rows } = pasted;
  const head = headGeometry(columns);
  const leaves = leafColumns({ columns });
  const lines = flatRows({ rows }).slice(0, most);
  return (
    <div className={classes.preview}>
      <table>
        <thead>
          {Array.from({ length: head.levels }, (_, level) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: levels never move
            <tr key={level}>
              {head.boxes
                .filter((box) => box.level === level)
                .map((box) => (
                  <th key={box.column.id} colSpan={box.to - box.from + 1} rowSpan={box.rowSpan} scope="col">
                    {textIn(box.column.label, "vi")}
                  </th>
                ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {lines.map(({ row, depth }) => (
            <tr key={row.id}>
              {leaves.map(({ column }) => (
                <td key={column.id} style={column.kind === "label" ? { paddingLeft: `${0.4 + depth * 0.8}rem` } : undefined}>
                  {column.kind === "number"
                    ? row.number
                    : column.kind === "label"
                      ? textIn(row.label, "vi")
                      : column.kind === "unit" && row.kind !== "label"
                        ? row.unit
                        : column.kind === "value" && column.formula
                          ? `ƒ ${column.formula}`
                          : ""}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
