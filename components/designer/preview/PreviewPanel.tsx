"use client";

import { ActionIcon, Button, CloseButton, Modal, NumberInput, SegmentedControl, Select, Tooltip } from "@mantine/core";
import { IconDice5, IconFileTypeDocx } from "@tabler/icons-react";
import { useLocale, useTranslations } from "next-intl";
import { useDeferredValue, useMemo, useState } from "react";
import { useCached } from "@/components/catalogue";
import { useDesigner } from "@/components/designer/store";
import { ProblemList } from "@/components/ui/ProblemList";
import { type Day, parsePeriod, periodCode, periodLabel } from "@/lib/period";
import type { Frequency } from "@/lib/template";
import { type UnitLevel, unitLevels } from "@/lib/unit";
import { downloadDocument } from "./downloadDocument";
import classes from "./preview.module.css";
import { TryoutForm } from "./TryoutForm";
import { firstPeriod, type TriedUnit, tryoutContext, tryoutParams, tryoutPeriods } from "./tryout";
import { type Filling, useTryout } from "./useTryout";

interface PreviewPanelProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  /** Today in Vietnam. */
  readonly today: Day;
}

/** The template as its reporters will meet it: the real form, for any unit and period, with values to try, and as Word. */
export function PreviewPanel({ opened, onClose, today }: PreviewPanelProps) {
  const t = useTranslations("preview");
  return (
    <Modal.Root opened={opened} onClose={onClose} fullScreen transitionProps={{ duration: 0 }}>
      <Modal.Content aria-label={t("title")} className={classes.content}>
        {opened ? <Tryout today={today} onClose={onClose} /> : null}
      </Modal.Content>
    </Modal.Root>
  );
}

function Tryout({ today, onClose }: Omit<PreviewPanelProps, "opened">) {
  const t = useTranslations("preview");
  const names = useTranslations("templateView.frequency");
  const locale = useLocale();
  const template = useDesigner((snapshot) => snapshot.template);
  const answer = useCached<readonly TriedUnit[]>("/units");
  const units = answer?.ok ? answer.value : noUnits;
  const [chosenFrequency, setFrequency] = useState<Frequency>();
  const frequency =
    chosenFrequency && template.frequencies.includes(chosenFrequency) ? chosenFrequency : (template.frequencies[0] ?? "month");
  const [year, setYear] = useState(() => Number(today.slice(0, 4)));
  const [chosenPeriod, setPeriod] = useState<string>();
  const periods = useMemo(() => tryoutPeriods(frequency, year, today), [frequency, year, today]);
  const offered = periods.find((it) => periodCode(it) === chosenPeriod);
  const proposed = firstPeriod(frequency, today);
  const period = offered ?? (proposed?.year === year ? proposed : undefined) ?? periods[0];
  const [level, setLevel] = useState<UnitLevel>("commune");
  const [chosenUnit, setUnit] = useState<string>();
  const ofLevel = units.filter((unit) => unit.level === level);
  const unit = ofLevel.find(({ id }) => id === chosenUnit) ?? ofLevel[0];
  const [filling, setFilling] = useState<Filling>({ kind: "sample", seed: 1 });
  const [printing, setPrinting] = useState<"idle" | "busy">("idle");
  const [refused, setRefused] = useState<Parameters<typeof ProblemList>[0]["problems"]>([]);

  const code = period ? periodCode(period) : String(year);
  const context = useMemo(() => tryoutContext(code, unit, units), [code, unit, units]);
  const params = useMemo(() => {
    const read = parsePeriod(code);
    return read.ok ? tryoutParams(read.value, unit?.name ?? "", locale) : {};
  }, [code, unit, locale]);
  // Compiling a large form takes a moment: what is chosen answers at once, the form follows.
  const tried = useTryout(template, useDeferredValue(context), useDeferredValue(filling), t("sampleText"));

  const print = async () => {
    if (!unit || !tried.ok) return;
    setPrinting("busy");
    const answer = await downloadDocument(
      { document: template, period: code, unitId: unit.id, content: tried.value.content() },
      { locale, name: `${template.code} ${unit.name} ${code}.docx` },
    );
    setRefused(answer.ok ? [] : answer.error);
    setPrinting("idle");
  };

  return (
    <div className={classes.room}>
      <div className={classes.bar}>
        <h2 className={classes.title}>{t("title")}</h2>
        <div className={classes.choices}>
          <Select
            label={t("level")}
            data={unitLevels.map((value) => ({ value, label: t(`levels.${value}`) }))}
            value={level}
            onChange={(value) => value && setLevel(value as UnitLevel)}
            allowDeselect={false}
            size="xs"
            w={130}
          />
          <Select
            label={t("unit")}
            data={ofLevel.map(({ id, name }) => ({ value: id, label: name }))}
            value={unit?.id ?? null}
            onChange={(value) => setUnit(value ?? undefined)}
            allowDeselect={false}
            searchable
            nothingFoundMessage={t("noUnit")}
            size="xs"
            w={200}
          />
          <Select
            label={t("frequency")}
            data={template.frequencies.map((value) => ({ value, label: names(value) }))}
            value={frequency}
            onChange={(value) => value && setFrequency(value as Frequency)}
            allowDeselect={false}
            size="xs"
            w={110}
          />
          <NumberInput
            label={t("year")}
            value={year}
            onChange={(value) => typeof value === "number" && value >= 1900 && value <= 2199 && setYear(value)}
            min={1900}
            max={2199}
            size="xs"
            w={84}
          />
          <Select
            label={t("period")}
            data={periods.map((it) => ({ value: periodCode(it), label: periodLabel(it, locale) }))}
            value={code}
            onChange={(value) => setPeriod(value ?? undefined)}
            allowDeselect={false}
            size="xs"
            w={170}
          />
          <div>
            <span className={classes.label} id="tryout-filling">
              {t("filling")}
            </span>
            <div className={classes.filling}>
              <SegmentedControl
                aria-labelledby="tryout-filling"
                data={[
                  { value: "blank", label: t("blank") },
                  { value: "sample", label: t("sample") },
                ]}
                value={filling.kind}
                onChange={(kind) => setFilling(kind === "blank" ? { kind } : { kind: "sample", seed: 1 })}
                size="xs"
              />
              <Tooltip label={t("random")}>
                <ActionIcon
                  variant="default"
                  size={30}
                  aria-label={t("random")}
                  onClick={() => setFilling({ kind: "sample", seed: filling.kind === "sample" ? filling.seed + 1 : 2 })}
                >
                  <IconDice5 size={17} aria-hidden />
                </ActionIcon>
              </Tooltip>
            </div>
          </div>
        </div>
        <Button
          size="xs"
          leftSection={<IconFileTypeDocx size={16} aria-hidden />}
          onClick={() => void print()}
          disabled={!unit || !tried.ok}
          loading={printing === "busy"}
        >
          {t("word")}
        </Button>
        <CloseButton aria-label={t("close")} onClick={onClose} />
      </div>
      <div className={classes.form}>
        <p className={classes.hint}>{t("hint")}</p>
        {refused.length > 0 ? <ProblemList title={t("noWord")} problems={refused} /> : null}
        {tried.ok ? (
          <TryoutForm template={template} form={tried.value} params={params} />
        ) : (
          <ProblemList title={t("broken")} problems={tried.error} />
        )}
      </div>
    </div>
  );
}

const noUnits: readonly TriedUnit[] = [];
