"use client";

import { ActionIcon, Button, Group, Modal, Stack, Text, TextInput, Title } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { Grid, type GridHandle } from "@/components/grid/Grid";
import type { GridSource } from "@/components/grid/source";
import type { CellIndex } from "@/lib/form/content";
import type { RowView } from "@/lib/form/types";
import type { Table } from "@/lib/template";
import { entryId } from "./entryId";
import type { HeadingLevel } from "./headingLevels";
import { missingValue } from "./missingValue";
import { useReport } from "./ReportContext";
import { repeatNames } from "./repeatNames";
import classes from "./report.module.css";

/** An indicator table with its title, unit of measure and repeated entries. */
export function TableBlock({ block, level }: { readonly block: Table; readonly level: HeadingLevel }) {
  const { store, editable, words, view: viewOf, formulaInWords, register, onOpen, strict, snapshot } = useReport();
  const t = useTranslations("fill.entries");
  const grid = useRef<GridHandle>(null);
  /** The entry that was just added: the keyboard goes to its first cell. */
  const added = useRef<string | undefined>(undefined);
  const [adding, setAdding] = useState<string | undefined>(undefined);
  const [name, setName] = useState("");
  // biome-ignore lint/correctness/useExhaustiveDependencies: entries change the rows of the view
  const view = useMemo(() => viewOf(block.id), [viewOf, block.id, snapshot.shape]);

  useEffect(
    () => register((at) => (at === block.id || at.startsWith(`${block.id}.`)) && (grid.current?.reveal(at) ?? false)),
    [register, block.id],
  );

  // A blank that must be filled is no error while the form is being filled; it is when the report is to be submitted.
  const source = useMemo<GridSource>(
    () => ({
      ...store.source,
      findings: (at) => {
        const found = store.source.findings(at);
        return strict || found.length === 0 ? found : found.filter(({ code }) => code !== missingValue);
      },
    }),
    [store, strict],
  );
  const inWords = useCallback((cell: CellIndex) => formulaInWords(block.id, cell), [formulaInWords, block.id]);
  if (!view) return null;
  const title = view.title ? words(view.title) : words({ vi: `Bảng ${block.code ?? block.id}`, en: `Table ${block.code ?? block.id}` });

  const names = repeatNames(block, view.repeats, words);

  const goToAdded = () => {
    const id = added.current;
    added.current = undefined;
    if (id === undefined) return;
    const cells = view.rows.filter(({ key }) => key.endsWith(`@${id}`)).flatMap((row) => row.cells.filter((cell) => cell !== undefined));
    const first = cells.find((cell) => store.form.info(cell).role === "input") ?? cells[0];
    if (first !== undefined) grid.current?.reveal(store.form.info(first).address);
  };
  const remove = (row: RowView) => {
    const of = row.entryOf;
    const id = /@([^.@]+)$/.exec(row.key)?.[1];
    if (of !== undefined)
      store.setEntries(
        of,
        store.form.entries(of).filter((entry) => entry.id !== id),
      );
  };
  const add = (event: FormEvent) => {
    event.preventDefault();
    const label = name.trim().normalize("NFC");
    if (adding === undefined || label === "") return;
    const id = entryId();
    store.setEntries(adding, [...store.form.entries(adding), { id, label }]);
    added.current = id;
    setAdding(undefined);
    setName("");
  };

  return (
    <section>
      <div className={classes.tableTitle}>
        {view.title ? (
          <Title order={level} size="h3">
            {title}
          </Title>
        ) : (
          <span />
        )}
        {view.unit ? (
          <Text size="sm" c="dimmed">
            {t("unit", { unit: view.unit })}
          </Text>
        ) : null}
      </div>
      <Grid
        handle={grid}
        view={view}
        label={title}
        source={source}
        words={words}
        version={snapshot.version + (strict ? 0.5 : 0)}
        editor={editable ? store.editor : undefined}
        formulaInWords={inWords}
        onOpen={onOpen ? (cell) => onOpen(store.form.info(cell).address) : undefined}
        rowAction={
          editable
            ? (row) =>
                row.entryOf === undefined ? null : (
                  <ActionIcon
                    variant="subtle"
                    color="red"
                    size="sm"
                    aria-label={t("remove", { name: words(row.label) })}
                    onClick={() => remove(row)}
                  >
                    <IconTrash size={15} aria-hidden />
                  </ActionIcon>
                )
            : undefined
        }
      />
      {block.note ? (
        <Text size="sm" c="dimmed" mt={4}>
          {words(block.note)}
        </Text>
      ) : null}
      {editable && view.repeats.length > 0 ? (
        <Group gap="xs" mt="xs">
          {view.repeats.map((repeat) => (
            <Button
              key={repeat.of}
              variant="light"
              leftSection={<IconPlus size={16} aria-hidden />}
              disabled={store.form.entries(repeat.of).length >= repeat.max}
              data-address={`e.${repeat.of}`}
              onClick={() => setAdding(repeat.of)}
            >
              {names.get(repeat.of)}
            </Button>
          ))}
        </Group>
      ) : null}
      <Modal
        opened={adding !== undefined}
        onClose={() => setAdding(undefined)}
        onExitTransitionEnd={goToAdded}
        title={names.get(adding ?? "") ?? ""}
        closeButtonProps={{ "aria-label": t("cancel") }}
      >
        <form onSubmit={add}>
          <Stack gap="sm">
            <TextInput
              label={t("name")}
              required
              maxLength={300}
              data-autofocus
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={() => setAdding(undefined)}>
                {t("cancel")}
              </Button>
              <Button type="submit">{t("add")}</Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </section>
  );
}
