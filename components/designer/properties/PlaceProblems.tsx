"use client";

import { useTranslations } from "next-intl";
import { Mends } from "@/components/designer/formula";
import { useDesigner } from "@/components/designer/store";
import { useSay } from "@/components/ui/useSay";
import type { Problem } from "@/lib/problem";
import type { Place } from "@/lib/template/edit";
import { problemsOfPlaces } from "./problemsOfPlace";
import classes from "./properties.module.css";

const same = (a: readonly Problem[], b: readonly Problem[]): boolean => a.length === b.length && a.every((problem, i) => problem === b[i]);

/** Shown at once; the list of all problems has the rest. */
const most = 5;

/** What the checks found wrong with what is selected. */
export function PlaceProblems({ places }: { readonly places: readonly Place[] }) {
  const t = useTranslations("designerBlocks.problems");
  const say = useSay();
  const problems = useDesigner(({ template, problems: all }) => problemsOfPlaces(template, all, places), same);
  if (problems.length === 0) return null;
  return (
    <ul className={classes.problems} aria-label={t("label")}>
      {problems.slice(0, most).map((problem) => (
        <li
          key={`${problem.code} ${problem.at} ${JSON.stringify(problem.params)}`}
          className={classes.problem}
          data-severity={problem.severity}
        >
          <b>{t(problem.severity)}:</b> {say(problem)}
          <Mends problem={problem} />
        </li>
      ))}
      {problems.length > most ? <li>{t("more", { count: problems.length - most })}</li> : null}
    </ul>
  );
}
