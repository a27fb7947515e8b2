"use client";

import { Button, Group, Modal, NativeSelect, NumberInput, Select, SimpleGrid, Stack, Textarea, TextInput } from "@mantine/core";
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { callApi } from "@/components/ui/apiClient";
import { ProblemList } from "@/components/ui/ProblemList";
import { useSay } from "@/components/ui/useSay";
import type { Problem } from "@/lib/problem";
import { type IndicatorItem, type IndicatorRule, type IndicatorType, indicatorTypes } from "@/lib/service/catalogueTypes";
import { aggregationRules, type Text } from "@/lib/template";
import { hasWords } from "./foldedWords";
import type { IndicatorChoices } from "./IndicatorTable";
import { wordsIn } from "./wordsIn";

interface IndicatorDialogProps {
  /** The indicator to change, or to read for one who may not; absent to make one. */
  readonly indicator?: IndicatorItem;
  readonly choices: IndicatorChoices;
  readonly onClose: () => void;
  readonly onDone: (indicator: IndicatorItem) => void;
}

/** Makes an indicator, changes one, or shows it to those who may not change it. */
export function IndicatorDialog({ indicator, choices, onClose, onDone }: IndicatorDialogProps) {
  const t = useTranslations("indicators.form");
  const [latest, setLatest] = useState(indicator);
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={indicator ? t("change", { code: indicator.code }) : t("create")}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      {/* One that somebody else changed meanwhile starts anew from what they left. */}
      <IndicatorForm
        key={latest?.revision ?? "new"}
        indicator={latest}
        choices={choices}
        onClose={onClose}
        onDone={onDone}
        onReload={setLatest}
      />
    </Modal>
  );
}

interface IndicatorFormProps extends IndicatorDialogProps {
  readonly onReload: (indicator: IndicatorItem) => void;
}

/** English that nobody wrote is absent, not empty. */
const textOf = (vi: string, en: string): Text => ({ vi: vi.trim(), ...(en.trim() === "" ? {} : { en: en.trim() }) });

const placesShown = ["/code", "/name/vi", "/name/en", "/decimals", "/measureUnitId", "/sectorCode", "/rule", "/ownerUnitId"];

function IndicatorForm({ indicator, choices, onClose, onDone, onReload }: IndicatorFormProps) {
  const t = useTranslations("indicators");
  const say = useSay();
  const locale = useLocale();
  const readOnly = indicator?.mayChange === false;
  const [ownerUnitId, setOwnerUnitId] = useState(indicator?.owner.id ?? choices.owners[0]?.id ?? "");
  const [code, setCode] = useState(indicator?.code ?? "");
  const [vi, setVi] = useState(indicator?.name.vi ?? "");
  const [en, setEn] = useState(indicator?.name.en ?? "");
  const [definition, setDefinition] = useState(indicator?.definition.vi ?? "");
  const [method, setMethod] = useState(indicator?.method.vi ?? "");
  const [measureUnitId, setMeasureUnitId] = useState(indicator?.measureUnit?.id ?? null);
  const [type, setType] = useState<IndicatorType>(indicator?.type ?? "number");
  const [decimals, setDecimals] = useState(indicator?.decimals ?? 0);
  const [rule, setRule] = useState<IndicatorRule>(indicator?.rule ?? "sum");
  const [sectorCode, setSectorCode] = useState(indicator?.sector?.code ?? "");
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [busy, setBusy] = useState(false);

  const at = (place: string): string | undefined => {
    const found = problems.find((problem) => problem.at === place);
    return found && say(found);
  };

  const chooseType = (chosen: IndicatorType) => {
    setType(chosen);
    if (chosen === "integer") setDecimals(0);
    // A ratio is computed anew from its parts, never added up.
    if (chosen === "percent" && (rule === "sum" || rule === "mean")) setRule("none");
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const content = {
      code: code.trim(),
      name: textOf(vi, en),
      definition: textOf(definition, indicator?.definition.en ?? ""),
      method: textOf(method, indicator?.method.en ?? ""),
      measureUnitId,
      type,
      decimals,
      rule,
      sectorCode: sectorCode === "" ? null : sectorCode,
    };
    const answer = indicator
      ? await callApi<IndicatorItem>("PATCH", `/indicators/${indicator.id}`, { revision: indicator.revision, ...content })
      : await callApi<IndicatorItem>("POST", "/indicators", { ownerUnitId, ...content });
    setBusy(false);
    if (answer.ok) onDone(answer.value);
    else setProblems(answer.error.problems);
  };

  const reload = async () => {
    if (!indicator) return;
    const answer = await callApi<IndicatorItem>("GET", `/indicators/${indicator.id}`);
    if (answer.ok) onReload(answer.value);
    else setProblems(answer.error.problems);
  };

  const general = problems.filter((problem) => !placesShown.includes(problem.at));
  // A unit or field that is retired stays with the indicator that has it.
  const units = [
    ...choices.measureUnits.map(({ id, symbol, name }) => ({ id, symbol, name: wordsIn(name, locale) })),
    ...(indicator?.measureUnit && !choices.measureUnits.some(({ id }) => id === indicator.measureUnit?.id)
      ? [{ ...indicator.measureUnit, name: "" }]
      : []),
  ];
  const unitNames = new Map(units.map(({ id, name }) => [id, name]));
  const sectors = [
    ...choices.sectors.map(({ code: value, name }) => ({ value, label: wordsIn(name, locale) })),
    ...(indicator?.sector && !choices.sectors.some((sector) => sector.code === indicator.sector?.code)
      ? [{ value: indicator.sector.code, label: wordsIn(indicator.sector.name, locale) }]
      : []),
  ];
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        {general.length > 0 ? <ProblemList title={t("form.failed")} problems={general} /> : null}
        {general.some((problem) => problem.code === "indicator.stale") ? (
          <Button variant="default" onClick={reload}>
            {t("form.reload")}
          </Button>
        ) : null}
        {!indicator && choices.owners.length > 1 ? (
          <NativeSelect
            label={t("owner")}
            data={choices.owners.map(({ id, name }) => ({ value: id, label: name }))}
            value={ownerUnitId}
            onChange={(event) => setOwnerUnitId(event.currentTarget.value)}
            error={at("/ownerUnitId")}
          />
        ) : (
          <TextInput label={t("owner")} value={indicator?.owner.name ?? choices.owners[0]?.name ?? ""} readOnly variant="filled" />
        )}
        <TextInput
          label={t("form.code")}
          description={readOnly ? undefined : t("form.codeRule")}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          error={at("/code")}
          pattern="[A-Za-z][A-Za-z0-9_]{0,59}"
          title={t("form.codeRule")}
          maxLength={60}
          autoComplete="off"
          readOnly={readOnly}
          required
          data-autofocus={readOnly ? undefined : true}
        />
        <Textarea
          label={t("form.vi")}
          value={vi}
          onChange={(event) => setVi(event.currentTarget.value)}
          error={at("/name/vi")}
          maxLength={500}
          autosize
          minRows={1}
          maxRows={4}
          readOnly={readOnly}
          required
        />
        <TextInput
          label={t("form.en")}
          value={en}
          onChange={(event) => setEn(event.currentTarget.value)}
          error={at("/name/en")}
          maxLength={500}
          readOnly={readOnly}
          lang="en"
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
          <Select
            label={t("unit")}
            placeholder={t("form.noUnit")}
            data={units.map(({ id, symbol }) => ({ value: id, label: symbol }))}
            value={measureUnitId}
            onChange={setMeasureUnitId}
            error={at("/measureUnitId")}
            readOnly={readOnly}
            searchable
            clearable={!readOnly}
            limit={50}
            filter={({ options, search }) =>
              options.filter(
                (option) => "value" in option && hasWords(`${option.label} ${unitNames.get(String(option.value)) ?? ""}`, search),
              )
            }
          />
          <NativeSelect
            label={t("sector")}
            data={[{ value: "", label: t("form.noSector") }, ...sectors]}
            value={sectorCode}
            onChange={(event) => setSectorCode(event.currentTarget.value)}
            error={at("/sectorCode")}
            disabled={readOnly}
          />
          <NativeSelect
            label={t("type")}
            data={indicatorTypes.map((value) => ({ value, label: t(`types.${value}`) }))}
            value={type}
            onChange={(event) => chooseType(event.currentTarget.value as IndicatorType)}
            disabled={readOnly}
          />
          <NumberInput
            label={t("form.decimals")}
            value={decimals}
            onChange={(value) => setDecimals(typeof value === "number" ? value : 0)}
            error={at("/decimals")}
            min={0}
            max={6}
            clampBehavior="strict"
            allowDecimal={false}
            allowNegative={false}
            disabled={readOnly || type === "integer"}
          />
          <NativeSelect
            label={t("rule")}
            data={aggregationRules.map((value) => ({ value, label: t(`rules.${value}`) }))}
            value={rule}
            onChange={(event) => setRule(event.currentTarget.value as IndicatorRule)}
            error={at("/rule")}
            disabled={readOnly}
          />
        </SimpleGrid>
        <Textarea
          label={t("form.definition")}
          value={definition}
          onChange={(event) => setDefinition(event.currentTarget.value)}
          maxLength={5000}
          autosize
          minRows={2}
          maxRows={8}
          readOnly={readOnly}
        />
        <Textarea
          label={t("form.method")}
          value={method}
          onChange={(event) => setMethod(event.currentTarget.value)}
          maxLength={5000}
          autosize
          minRows={2}
          maxRows={8}
          readOnly={readOnly}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t(readOnly ? "form.close" : "form.cancel")}
          </Button>
          {readOnly ? null : (
            <Button type="submit" loading={busy}>
              {t(indicator ? "form.save" : "form.make")}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}
