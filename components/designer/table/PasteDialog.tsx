"use client";

import { Alert, Button, Group, Modal, NumberInput, Radio, Stack, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useDesignerStore } from "@/components/designer/store";
import { useSay } from "@/components/ui/useSay";
import type { Table } from "@/lib/template";
import { type Place, usesOf } from "@/lib/template/edit";
import { PastePreview } from "./PastePreview";
import { type PasteChoice, pasteChoices, pastedStep, readBlock, summaryOf } from "./pasteTable";
import type { CopiedBlock } from "./readHtmlTable";
import classes from "./table.module.css";
import type { Structure } from "./useStructure";

interface PasteDialogProps {
  readonly table: Table;
  readonly block: CopiedBlock | undefined;
  /** Where the keyboard stands: what is added goes after it. */
  readonly at: Place | undefined;
  readonly structure: Structure;
  readonly onClose: () => void;
}

/** What was read from a copied block, and the question what becomes of it. */
export function PasteDialog({ table, block, at, structure, onClose }: PasteDialogProps) {
  const t = useTranslations("designerTable.paste");
  return (
    <Modal
      opened={block !== undefined}
      onClose={onClose}
      size="xl"
      title={t("title")}
      closeButtonProps={{ "aria-label": t("cancel") }}
      // The dialog stands within the block in the tree of components: its presses are not the block's.
      onClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => event.stopPropagation()}
    >
      {block ? <PasteForm table={table} block={block} at={at} structure={structure} onClose={onClose} /> : null}
    </Modal>
  );
}

function PasteForm({ table, block, at, structure, onClose }: PasteDialogProps & { readonly block: CopiedBlock }) {
  const t = useTranslations("designerTable.paste");
  const say = useSay();
  const store = useDesignerStore();
  const [headRows, setHeadRows] = useState<number | undefined>(undefined);
  const [choice, setChoice] = useState<PasteChoice>(() => (table.rows.length <= 1 ? "replace" : "rows"));
  const read = readBlock(block, headRows);
  if (!read.ok) {
    return (
      <Stack>
        <Alert color="red">{say(read.error)}</Alert>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("cancel")}
          </Button>
        </Group>
      </Stack>
    );
  }
  const pasted = read.value;
  const summary = summaryOf(pasted);
  const uses = choice === "replace" ? usesOf(store.snapshot().template, [{ kind: "block", block: table.id }]).length : 0;
  const put = () => {
    const step = pastedStep({ template: store.snapshot().template, table, pasted, choice, at, rowWords: t("blankRow") });
    if (step.ok && structure.step(step.value.command, step.value.select)) onClose();
    else if (!step.ok) structure.refuse(step.error);
  };
  return (
    <Stack gap="sm">
      <Text size="sm" fw={600} data-paste-summary>
        {t("summary", { ...summary })}
      </Text>
      {pasted.figures > 0 ? (
        <Text size="sm" c="dimmed">
          {t("figures", { count: pasted.figures })}
        </Text>
      ) : null}
      {pasted.unread.length > 0 ? <Alert color="yellow">{t("unread", { texts: pasted.unread.join("; ") })}</Alert> : null}
      <PastePreview pasted={pasted} />
      <Group align="flex-end" gap="lg">
        <NumberInput
          label={t("headRows")}
          className={classes.headRowsInput}
          min={0}
          max={Math.min(12, block.length)}
          value={pasted.headRows}
          onChange={(value) => setHeadRows(typeof value === "number" ? value : undefined)}
        />
        <Radio.Group
          label={t("what")}
          value={choice}
          onChange={(value) => {
            const found = pasteChoices.find((each) => each === value);
            if (found) setChoice(found);
          }}
        >
          <Stack gap={4} mt={4}>
            {pasteChoices.map((each) => (
              <Radio key={each} value={each} label={t(`choice.${each}`)} />
            ))}
          </Stack>
        </Radio.Group>
      </Group>
      {uses > 0 ? <Alert color="yellow">{t("uses", { count: uses })}</Alert> : null}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t("cancel")}
        </Button>
        <Button onClick={put} data-autofocus>
          {t("put")}
        </Button>
      </Group>
    </Stack>
  );
}
