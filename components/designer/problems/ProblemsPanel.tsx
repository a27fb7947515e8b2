"use client";

import { ActionIcon, Anchor, Button } from "@mantine/core";
import { IconCircleCheck, IconX } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useRef, useState } from "react";
import { partName, useNames } from "@/components/designer/dnd";
import { Mends } from "@/components/designer/formula";
import { noSelection, selectionOf, useDesigner, useDesignerStore } from "@/components/designer/store";
import { useSay } from "@/components/ui/useSay";
import type { Place } from "@/lib/template/edit";
import { groupProblems } from "./groupProblems";
import classes from "./problems.module.css";

const shownAtOnce = 100;

/** What the checks found, by block; each leads to its place. */
export function ProblemsPanel({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations("designer.problems");
  const say = useSay();
  const store = useDesignerStore();
  const names = useNames();
  const problems = useDesigner((snapshot) => snapshot.problems);
  const checkedTemplate = useDesigner((snapshot) => snapshot.checkedTemplate);
  const isChecking = useDesigner((snapshot) => snapshot.checkedTemplate !== snapshot.template);
  const [all, setAll] = useState(false);
  const head = useRef<HTMLHeadingElement>(null);
  const groups = useMemo(() => (checkedTemplate ? groupProblems(checkedTemplate, problems) : []), [checkedTemplate, problems]);
  // The panel was opened by hand: whoever reads by ear is led into it.
  useEffect(() => head.current?.focus(), []);

  const go = (place: Place) => store.select(place.kind === "document" ? noSelection : selectionOf(place));
  let left = all ? Number.POSITIVE_INFINITY : shownAtOnce;
  return (
    <section className={classes.panel} id="designer-problems" aria-labelledby="designer-problems-title">
      <div className={classes.head}>
        <h2 id="designer-problems-title" ref={head} tabIndex={-1}>
          {t("title")}
        </h2>
        <span className={classes.state} role="status">
          {isChecking ? t("checking") : ""}
        </span>
        <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t("close")} onClick={onClose}>
          <IconX size={16} aria-hidden />
        </ActionIcon>
      </div>
      <div className={classes.list}>
        {problems.length === 0 && !isChecking ? (
          <p className={classes.fine}>
            <IconCircleCheck size={17} aria-hidden />
            {t("none")}
          </p>
        ) : null}
        {groups.map(({ block, problems: found }) => {
          const shown = found.slice(0, Math.max(0, left));
          left -= shown.length;
          if (shown.length === 0) return null;
          return (
            <section key={block ?? ""}>
              <h3>{block === undefined ? t("document") : partName(names(), { kind: "block", block })}</h3>
              <ul>
                {shown.map(({ problem, place }, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: problems have no identity and are never reordered in place
                  <li key={index} data-severity={problem.severity}>
                    <span className={classes.severity}>{t(problem.severity)}</span>
                    <Anchor component="button" type="button" ta="left" onClick={() => go(place)}>
                      {place.kind === "document" || place.kind === "block" ? null : <b>{partName(names(), place)}: </b>}
                      {say(problem)}
                    </Anchor>
                    <Mends problem={problem} />
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
        {!all && problems.length > shownAtOnce ? (
          <Button size="compact-sm" variant="subtle" onClick={() => setAll(true)}>
            {t("more", { count: problems.length - shownAtOnce })}
          </Button>
        ) : null}
      </div>
    </section>
  );
}
