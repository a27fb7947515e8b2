"use client";

import { useLocalStorage } from "@mantine/hooks";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { useDesigner } from "@/components/designer/store";
import type { Table } from "@/lib/template";
import type { Look } from "./columnWidths";
import { TableGrid } from "./TableGrid";
import classes from "./table.module.css";
import { wordsOf } from "./typed";

/** An indicator table of the document, drawn as it prints and edited like a spreadsheet. */
export const TableEditor = memo(function TableEditor({ table }: { readonly table: Table }) {
  const t = useTranslations("designerTable");
  const locale = useDesigner((snapshot) => snapshot.textLocale);
  const [look, setLook] = useLocalStorage<Look>({ key: "bieumau.designer.tableLook", defaultValue: "print" });
  const title = wordsOf(table.title, locale) || table.title?.vi || table.code || table.id;
  return (
    <section className={classes.editorFrame} aria-label={t("table", { name: title })}>
      <TableGrid table={table} label={t("table", { name: title })} look={look} setLook={setLook} />
    </section>
  );
});
