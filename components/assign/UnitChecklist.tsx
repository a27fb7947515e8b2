"use client";

import { Button, Checkbox, Group, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useTranslations } from "next-intl";
import { useMemo, useRef, useState } from "react";
import { hasWords } from "@/components/catalogue";
import type { AssignChoices } from "@/lib/service/catalogueTypes";
import { unitLevels } from "@/lib/unit";
import classes from "./assign.module.css";

type Unit = AssignChoices["units"][number];

interface UnitChecklistProps {
  /** Parents before children. */
  readonly units: readonly Unit[];
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
  readonly error: string | undefined;
}

const rowHeight = 30;

/** Units to choose, as the tree they stand in: one by one, all of a level, or all communes under a unit. */
export function UnitChecklist({ units, chosen, onChange, error }: UnitChecklistProps) {
  const t = useTranslations("regime.assign");
  const [search, setSearch] = useState("");
  const depths = useMemo(() => depthsOf(units), [units]);
  const communes = useMemo(() => communesUnder(units), [units]);
  const shown = useMemo(() => units.filter(({ name, code }) => hasWords(`${name} ${code}`, search)), [units, search]);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    getItemKey: (index) => shown[index]?.id ?? index,
  });

  const set = (ids: readonly string[], isChosen: boolean): void => {
    const next = new Set(chosen);
    for (const id of ids) {
      if (isChosen) next.add(id);
      else next.delete(id);
    }
    onChange(next);
  };
  const levels = unitLevels.flatMap((level) => {
    const ids = units.filter((unit) => unit.level === level).map(({ id }) => id);
    return ids.length > 1 ? [{ level, ids }] : [];
  });

  return (
    <fieldset className={classes.units} aria-describedby={error ? "assign-units-error" : undefined}>
      <legend>{t("units")}</legend>
      <Group gap="xs" mb={6}>
        {levels.map(({ level, ids }) => (
          <Button key={level} size="compact-xs" variant="default" onClick={() => set(ids, true)}>
            {t(`allOf.${level}`, { count: ids.length })}
          </Button>
        ))}
        <Button size="compact-xs" variant="subtle" disabled={chosen.size === 0} onClick={() => onChange(new Set())}>
          {t("clear")}
        </Button>
      </Group>
      <TextInput
        size="xs"
        type="search"
        aria-label={t("unitSearch")}
        placeholder={t("unitSearch")}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <div ref={scroller} className={classes.list}>
        {shown.length === 0 ? <p className={classes.quiet}>{t("noUnits")}</p> : null}
        <div className={classes.rows} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ key, index, start }) => {
            const unit = shown[index];
            if (!unit) return null;
            const under = communes.get(unit.id) ?? [];
            const all = under.length > 0 && under.every((id) => chosen.has(id));
            return (
              <div
                key={key}
                className={classes.row}
                style={{
                  transform: `translateY(${start}px)`,
                  height: rowHeight,
                  paddingLeft: `${search === "" ? (depths.get(unit.id) ?? 0) * 1.1 : 0}rem`,
                }}
              >
                <Checkbox
                  size="xs"
                  label={unit.name}
                  checked={chosen.has(unit.id)}
                  onChange={(event) => set([unit.id], event.currentTarget.checked)}
                />
                {under.length > 0 && unit.level !== "commune" ? (
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    aria-label={t(all ? "withoutCommunesOf" : "communesOf", { unit: unit.name, count: under.length })}
                    onClick={() => set(under, !all)}
                  >
                    {t(all ? "withoutCommunes" : "communes", { count: under.length })}
                  </Button>
                ) : null}
              </div>
            );
          })}
        </div>
      </div>
      <p className={classes.quiet} role="status">
        {t("chosen", { count: chosen.size })}
      </p>
      {error ? (
        <p className={classes.error} id="assign-units-error" role="alert">
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}

function depthsOf(units: readonly Unit[]): ReadonlyMap<string, number> {
  const depths = new Map<string, number>();
  for (const { id, parentId } of units) depths.set(id, parentId === null ? 0 : (depths.get(parentId) ?? -1) + 1);
  return depths;
}

/** The communes at any depth under each unit. */
function communesUnder(units: readonly Unit[]): ReadonlyMap<string, readonly string[]> {
  const parentOf = new Map(units.map(({ id, parentId }) => [id, parentId]));
  const found = new Map<string, string[]>();
  for (const { id, level } of units) {
    if (level !== "commune") continue;
    for (let over = parentOf.get(id); over; over = parentOf.get(over)) found.set(over, [...(found.get(over) ?? []), id]);
  }
  return found;
}
