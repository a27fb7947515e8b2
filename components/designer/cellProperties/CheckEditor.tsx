"use client";

import { ActionIcon, MultiSelect, UnstyledButton } from "@mantine/core";
import { IconAlertTriangle, IconChevronDown, IconCircleX, IconTrash } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useCallback, useId, useMemo } from "react";
import { FormulaField } from "@/components/designer/formula";
import { ChoiceProperty } from "@/components/designer/properties/ChoiceProperty";
import { useProperty } from "@/components/designer/properties/useProperty";
import { useDesigner, useDesignerStore, useRun } from "@/components/designer/store";
import { useSay } from "@/components/ui/useSay";
import type { Problem } from "@/lib/problem";
import { type Text, textIn } from "@/lib/template";
import { type Place, partAt } from "@/lib/template/edit";
import classes from "./cellProperties.module.css";
import { linesOf } from "./inherited";
import { LabelProperty } from "./LabelProperty";

interface CheckEditorProps {
  readonly block: string;
  readonly id: string;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}

/** One rule between figures: what must hold, where, how grave it is, and what the reporter is told. */
export function CheckEditor({ block, id, open, onOpen }: CheckEditorProps) {
  const t = useTranslations("designerFormula.check");
  const run = useRun();
  const body = useId();
  const place = useMemo<Place>(() => ({ kind: "check", block, check: id }), [block, id]);
  const check = useDesigner(({ template }) => {
    const part = partAt(template, place);
    return part !== undefined && "severity" in part ? part : undefined;
  });
  const locale = useDesigner((snapshot) => snapshot.textLocale);
  if (check === undefined) return null;
  const Icon = check.severity === "error" ? IconCircleX : IconAlertTriangle;
  return (
    <div className={classes.check}>
      <div className={classes.checkHead}>
        <UnstyledButton className={classes.checkButton} aria-expanded={open} aria-controls={body} onClick={() => onOpen(!open)}>
          <IconChevronDown size={14} aria-hidden className={classes.chevron} />
          <Icon size={14} aria-label={t(`severity.${check.severity}`)} className={classes[check.severity]} />
          <span className={classes.checkName}>{textIn(check.message, locale) || check.formula}</span>
        </UnstyledButton>
        <ActionIcon
          variant="subtle"
          color="red"
          size="sm"
          aria-label={t("remove", { message: textIn(check.message, locale) })}
          onClick={() => run({ do: "remove", parts: [place] })}
        >
          <IconTrash size={14} aria-hidden />
        </ActionIcon>
      </div>
      <div id={body} hidden={!open} className={classes.checkBody}>
        {open ? <CheckFields place={place} block={block} formula={check.formula} /> : null}
      </div>
    </div>
  );
}

interface CheckFieldsProps {
  readonly place: Place;
  readonly block: string;
  readonly formula: string;
}

/** The inputs of one rule. */
export function CheckFields({ place, block, formula }: CheckFieldsProps) {
  const t = useTranslations("designerFormula.check");
  const store = useDesignerStore();
  const places = useMemo(() => [place], [place]);
  const change = useCallback(
    (stored: string | undefined): Problem | undefined => {
      // A rule without a formula is none: it is removed by its button, not by an emptied input.
      if (stored === undefined) return { code: "formula.empty", params: {}, at: "", severity: "error" };
      const done = store.run({ do: "set", at: [place], values: { formula: stored } });
      store.endMark();
      return done.ok ? undefined : done.error;
    },
    [store, place],
  );
  if (place.kind !== "check") return null;
  return (
    <>
      <FormulaField scope={place} value={formula} onChange={change} label={t("formula")} />
      <LabelProperty places={places} property="message" label={t("message")} whenEmpty="keep" />
      <ChoiceProperty
        places={places}
        property="severity"
        label={t("severity.label")}
        choices={(["error", "warning"] as const).map((one) => ({ value: one, label: t(`severity.${one}`) }))}
      />
      <ChoiceProperty
        places={places}
        property="each"
        label={t("each.label")}
        byDefault="row"
        choices={(["row", "column", "once"] as const).map((one) => ({ value: one, label: t(`each.${one}`) }))}
      />
      <LinesProperty places={places} block={block} property="rows" />
      <LinesProperty places={places} block={block} property="columns" />
    </>
  );
}

interface LinesPropertyProps {
  readonly places: readonly Place[];
  readonly block: string;
  readonly property: "rows" | "columns";
}

/** The rows or columns that a rule is for; all where none is named. */
function LinesProperty({ places, block, property }: LinesPropertyProps) {
  const t = useTranslations("designerFormula.check");
  const say = useSay();
  const template = useDesigner((snapshot) => snapshot.template);
  const locale = useDesigner((snapshot) => snapshot.textLocale);
  const { shared, set, problem, leave } = useProperty(places, property);
  const chosen = shared.kind === "same" ? (shared.value as readonly string[]) : [];
  const lines: readonly { readonly id: string; readonly code?: string; readonly label: Text }[] = linesOf(template, block)[property];
  return (
    <MultiSelect
      size="xs"
      label={t(property)}
      placeholder={chosen.length === 0 ? t("all") : undefined}
      error={problem ? say(problem) : undefined}
      searchable
      clearable
      limit={80}
      value={[...chosen]}
      data={lines.map(({ id, code, label }) => ({ value: id, label: `${code ?? id} – ${textIn(label, locale)}` }))}
      onChange={(values) => {
        set(values.length === 0 ? undefined : values);
        leave();
      }}
    />
  );
}
