"use client";

import { useLocalStorage } from "@mantine/hooks";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { TextEdit } from "@/components/designer/blocks/TextEdit";
import { usePropertyText } from "@/components/designer/blocks/useTextSource";
import { useDesigner } from "@/components/designer/store";
import { leafColumns, type Table } from "@/lib/template";
import type { Look } from "./columnWidths";
import { TableGrid } from "./TableGrid";
import classes from "./table.module.css";
import { wordsOf } from "./typed";
import { UnitLine } from "./UnitLine";

/** An indicator table of the document, drawn as it prints and edited like a spreadsheet. */
export const TableEditor = memo(function TableEditor({ table }: { readonly table: Table }) {
  const t = useTranslations("designerTable");
  const page = useTranslations("designerPage");
  const locale = useDesigner((snapshot) => snapshot.textLocale);
  const [look, setLook] = useLocalStorage<Look>({ key: "bieumau.designer.tableLook", defaultValue: "print" });
  const title = usePropertyText({ kind: "block", block: table.id }, "title", table.title);
  const note = usePropertyText({ kind: "block", block: table.id }, "note", table.note);
  const name = wordsOf(table.title, locale) || table.title?.vi || table.code;
  const nth = useDesigner(
    ({ template }) => template.blocks.filter(({ kind }) => kind === "table").findIndex(({ id }) => id === table.id) + 1,
  );
  const label = name ? t("table", { name }) : page("ordinal.table", { nth });
  // Where rows have a column for their unit of measure, the line of the table's own is not printed.
  const hasUnitColumn = leafColumns(table).some(({ column }) => column.kind === "unit");
  return (
    <section className={classes.editorFrame} aria-label={label}>
      <TextEdit source={title} label={t("title")} placeholder={t("titlePlaceholder")} whenEmpty="clear" className={classes.title} />
      {hasUnitColumn ? null : <UnitLine block={table.id} unit={table.unit} />}
      <TableGrid table={table} label={label} look={look} setLook={setLook} />
      <TextEdit source={note} label={t("note")} placeholder={t("notePlaceholder")} whenEmpty="clear" className={classes.tableNote} />
    </section>
  );
});
