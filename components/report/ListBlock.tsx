"use client";

import { ActionIcon, Button, Table, Text, Title } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import type { CellAddress } from "@/lib/form/content";
import type { List } from "@/lib/template";
import { entryId } from "./entryId";
import type { HeadingLevel } from "./headingLevels";
import { useReport } from "./ReportContext";
import classes from "./report.module.css";
import { ValueInput } from "./ValueInput";

/** Rows that the reporter adds, with typed columns. */
export function ListBlock({ block, level }: { readonly block: List; readonly level: HeadingLevel }) {
  const { store, editable, words } = useReport();
  const t = useTranslations("fill.entries");
  const entries = store.form.entries(block.id);
  const full = block.max !== undefined && entries.length >= block.max;
  /** The row that was just added: the keyboard goes to its first value. */
  const added = useRef<string | undefined>(undefined);
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    const id = added.current;
    if (id === undefined || entries.at(-1)?.id !== id) return;
    added.current = undefined;
    place.current?.querySelector<HTMLElement>(`[data-address^="${CSS.escape(`${block.id}@${id}.`)}"]`)?.focus();
  }, [entries, block.id]);
  const least = entries.length <= (block.min ?? 0);
  return (
    <section ref={place}>
      <Title order={level} size="h3" mb="xs">
        {words(block.title)}
      </Title>
      {entries.length === 0 ? (
        <Text c="dimmed">{t(editable ? "none" : "noneRead")}</Text>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by the keyboard
        <section className={classes.tableScroll} aria-label={words(block.title)} tabIndex={0}>
          <Table withTableBorder withColumnBorders verticalSpacing={4} horizontalSpacing="xs" miw={block.columns.length * 150}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th w={44}>{t("number")}</Table.Th>
                {block.columns.map((column) => (
                  <Table.Th key={column.id}>
                    {words(column.label)}
                    {column.unit ? ` (${column.unit})` : ""}
                  </Table.Th>
                ))}
                {editable ? (
                  <Table.Th w={44}>
                    <span className={classes.hidden}>{t("removeHead")}</span>
                  </Table.Th>
                ) : null}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {entries.map((entry, position) => (
                <Table.Tr key={entry.id}>
                  <Table.Td ta="center">{position + 1}</Table.Td>
                  {block.columns.map((column) => (
                    <Table.Td key={column.id}>
                      <ValueInput
                        at={`${block.id}@${entry.id}.${column.id}` as CellAddress}
                        label={t("cell", { number: position + 1, column: words(column.label) })}
                        hidden
                        long
                      />
                    </Table.Td>
                  ))}
                  {editable ? (
                    <Table.Td>
                      <ActionIcon
                        variant="subtle"
                        color="red"
                        aria-label={t("remove", { name: String(position + 1) })}
                        disabled={least}
                        onClick={() => {
                          store.setEntries(
                            block.id,
                            entries.filter((other) => other.id !== entry.id),
                          );
                          // The button goes with its row: the keyboard must not be lost with it.
                          place.current?.querySelector<HTMLElement>(`[data-address="${CSS.escape(`e.${block.id}`)}"]`)?.focus();
                        }}
                      >
                        <IconTrash size={16} aria-hidden />
                      </ActionIcon>
                    </Table.Td>
                  ) : null}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </section>
      )}
      {editable ? (
        <Button
          mt="xs"
          variant="light"
          leftSection={<IconPlus size={16} aria-hidden />}
          disabled={full}
          data-address={`e.${block.id}`}
          onClick={() => {
            added.current = entryId();
            store.setEntries(block.id, [...entries, { id: added.current, label: String(entries.length + 1) }]);
          }}
        >
          {t("addRow")}
        </Button>
      ) : null}
    </section>
  );
}
