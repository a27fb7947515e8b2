"use client";

import { ActionIcon, Button, Popover, Tooltip } from "@mantine/core";
import { IconArrowBarDown, IconArrowBarRight } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAnnounce, useDesigner, useDesignerStore, useRun } from "@/components/designer/store";
import { useSay } from "@/components/ui/useSay";
import type { Place } from "@/lib/template/edit";
import { type FillDirection, type Filling, fillCommand, fillOf } from "./fill";
import classes from "./formula.module.css";
import { homeKey } from "./homeOf";

/** Copies the formula of the first selected place over the others; what will be written is shown first. */
export function FillMenu() {
  const places = useDesigner(({ selection }) => selection.places);
  return (
    <>
      <FillButton direction="right" places={places} />
      <FillButton direction="down" places={places} />
    </>
  );
}

interface FillButtonProps {
  readonly direction: FillDirection;
  readonly places: readonly Place[];
}

/** Shown of what will be written; the rest is counted. */
const mostShown = 12;

function FillButton({ direction, places }: FillButtonProps) {
  const t = useTranslations("designerFormula.fill");
  const say = useSay();
  const store = useDesignerStore();
  const fill = useFill();
  const [planned, setPlanned] = useState<readonly Filling[]>();
  const Icon = direction === "right" ? IconArrowBarRight : IconArrowBarDown;
  const name = t(direction);
  const written = planned?.filter(({ formula }) => formula !== undefined).length ?? 0;
  return (
    <Popover opened={planned !== undefined} onChange={(open) => !open && setPlanned(undefined)} width={340} trapFocus withArrow shadow="md">
      <Popover.Target>
        <Tooltip label={t(direction === "right" ? "rightHelp" : "downHelp")}>
          <ActionIcon
            variant="subtle"
            size="md"
            aria-label={name}
            disabled={places.length < 2}
            onClick={() => setPlanned(planned ? undefined : fillOf(store.snapshot().template, places, direction))}
          >
            <Icon size={17} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={name}>
        {planned === undefined ? null : planned.length === 0 ? (
          <p className={classes.words}>{t("nothing")}</p>
        ) : (
          <>
            <p className={classes.words}>{t("willWrite")}</p>
            <ul className={classes.fillList}>
              {planned.slice(0, mostShown).map((one) => (
                <li key={homeKey(one.home)}>
                  <code>{placeWords(one)}</code>{" "}
                  {one.problem ? <span className={classes.error}>{say(one.problem)}</span> : <code>{one.shown}</code>}
                </li>
              ))}
              {planned.length > mostShown ? <li>{t("more", { count: planned.length - mostShown })}</li> : null}
            </ul>
            <Button
              size="xs"
              data-autofocus
              disabled={written === 0}
              onClick={() => {
                fill(direction);
                setPlanned(undefined);
              }}
            >
              {t("write", { count: written })}
            </Button>
          </>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

const placeWords = ({ home }: Filling): string => {
  if (home.kind === "cell") return `${home.row}.${home.column}:`;
  return `${home.kind === "column" ? home.column : home.kind === "row" ? home.row : ""}:`;
};

/** Fills the selection at once; how many were written is announced. */
export function useFill(): (direction: FillDirection) => boolean {
  const t = useTranslations("designerFormula.fill");
  const store = useDesignerStore();
  const run = useRun();
  const announce = useAnnounce();
  return (direction) => {
    const { template, selection } = store.snapshot();
    const command = fillCommand(fillOf(template, selection.places, direction));
    const went = command !== undefined && run(command);
    announce(went && command.do === "together" ? t("written", { count: command.commands.length }) : t("nothing"));
    return went;
  };
}
