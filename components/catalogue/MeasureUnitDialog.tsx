"use client";

import { Autocomplete, Button, Group, Modal, NumberInput, Stack, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { callApi } from "@/components/ui/apiClient";
import { ProblemList } from "@/components/ui/ProblemList";
import { useSay } from "@/components/ui/useSay";
import type { Problem } from "@/lib/problem";
import type { MeasureUnitItem } from "@/lib/service/catalogueTypes";
import { isQuantity, quantities } from "./quantities";

interface MeasureUnitDialogProps {
  /** The unit to change; absent to make one. */
  readonly unit?: MeasureUnitItem;
  /** Dimensions in use, to choose from. */
  readonly dimensions: readonly string[];
  readonly onClose: () => void;
  readonly onDone: (unit: MeasureUnitItem) => void;
}

const placesShown = ["/symbol", "/name/vi", "/dimension", "/factor"];

/** Makes a unit of measure or changes one. */
export function MeasureUnitDialog({ unit, dimensions, onClose, onDone }: MeasureUnitDialogProps) {
  const t = useTranslations("measure.form");
  const named = useTranslations("measure.dimension");
  const say = useSay();
  const nameOf = (dimension: string): string => (isQuantity(dimension) ? named(dimension) : dimension);
  const [symbol, setSymbol] = useState(unit?.symbol ?? "");
  const [vi, setVi] = useState(unit?.name.vi ?? "");
  const [en, setEn] = useState(unit?.name.en ?? "");
  const [dimension, setDimension] = useState(nameOf(unit?.dimension ?? ""));
  const [factor, setFactor] = useState<number | string>(unit?.factor ?? 1);
  const [badFactor, setBadFactor] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [busy, setBusy] = useState(false);

  const at = (place: string): string | undefined => {
    const found = problems.find((problem) => problem.at === place);
    return found && say(found);
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const number = Number(factor);
    if (!(number > 0)) {
      setBadFactor(true);
      return;
    }
    setBadFactor(false);
    setBusy(true);
    const typed = dimension.trim();
    const content = {
      symbol: symbol.trim(),
      name: { vi: vi.trim(), ...(en.trim() === "" ? {} : { en: en.trim() }) },
      dimension: quantities.find((quantity) => named(quantity) === typed) ?? typed,
      factor: number,
    };
    const answer = unit
      ? await callApi<MeasureUnitItem>("PATCH", `/measure-units/${unit.id}`, { revision: unit.revision, ...content })
      : await callApi<MeasureUnitItem>("POST", "/measure-units", content);
    setBusy(false);
    if (answer.ok) onDone(answer.value);
    else setProblems(answer.error.problems);
  };

  const general = problems.filter((problem) => !placesShown.includes(problem.at));
  return (
    <Modal
      opened
      onClose={onClose}
      title={unit ? t("changeUnit", { symbol: unit.symbol }) : t("createUnit")}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          {general.length > 0 ? <ProblemList title={t("failed")} problems={general} /> : null}
          <TextInput
            label={t("symbol")}
            description={t("symbolHint")}
            value={symbol}
            onChange={(event) => setSymbol(event.currentTarget.value)}
            error={at("/symbol")}
            maxLength={60}
            required
            data-autofocus
          />
          <TextInput
            label={t("vi")}
            value={vi}
            onChange={(event) => setVi(event.currentTarget.value)}
            error={at("/name/vi")}
            maxLength={200}
            required
          />
          <TextInput label={t("en")} value={en} onChange={(event) => setEn(event.currentTarget.value)} maxLength={200} lang="en" />
          <Autocomplete
            label={t("dimension")}
            description={t("dimensionHint")}
            data={[...new Set([...quantities, ...dimensions].map(nameOf))]}
            value={dimension}
            onChange={setDimension}
            error={at("/dimension")}
            maxLength={60}
            limit={20}
            required
          />
          <NumberInput
            label={t("factor")}
            description={t("factorHint")}
            value={factor}
            onChange={setFactor}
            error={badFactor ? t("badFactor") : at("/factor")}
            min={0}
            decimalSeparator=","
            thousandSeparator="."
            hideControls
            required
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t("cancel")}
            </Button>
            <Button type="submit" loading={busy}>
              {t(unit ? "save" : "make")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
