"use client";

import { ActionIcon, Button, NativeSelect } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { useProperty } from "@/components/designer/properties/useProperty";
import { useSay } from "@/components/ui/useSay";
import type { Place, RowNumbering } from "@/lib/template/edit";
import classes from "./cellProperties.module.css";

const styles = ["roman", "arabic", "decimal", "letter", "dash", "plus"] as const;
/** Levels that rows can stand at. */
const mostLevels = 8;
/** What each level most often has, for a level that is added. */
const usual: RowNumbering = ["roman", "arabic", "decimal", "letter", "dash", "plus", "plus", "plus"];

/** The style in which the rows of each level are numbered; the numbers then follow every move. */
export function RowNumberingProperty({ places }: { readonly places: readonly Place[] }) {
  const t = useTranslations("designerFormula.rowNumbering");
  const mixed = useTranslations("designerFormula")("mixed");
  const say = useSay();
  const { shared, set, problem, leave } = useProperty(places, "rowNumbering");
  const levels = shared.kind === "same" ? (shared.value as unknown as RowNumbering) : [];
  const more = useRef<HTMLButtonElement>(null);
  const put = (next: RowNumbering) => {
    set(next.length === 0 ? undefined : next);
    leave();
  };
  return (
    <fieldset className={classes.fieldset}>
      <legend className={classes.legend}>{t("label")}</legend>
      {shared.kind === "mixed" ? <p className={classes.quiet}>{mixed}</p> : null}
      {levels.length === 0 && shared.kind !== "mixed" ? <p className={classes.quiet}>{t("byHand")}</p> : null}
      {levels.map((style, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a level is its place in the list
        <div key={i} className={classes.level}>
          <NativeSelect
            size="xs"
            aria-label={t("level", { n: i + 1 })}
            value={style}
            data={styles.map((one) => ({ value: one, label: `${t("level", { n: i + 1 })}: ${t(one)}` }))}
            onChange={(event) => put(levels.map((one, k) => (k === i ? (event.currentTarget.value as typeof one) : one)))}
          />
          {i === levels.length - 1 ? (
            <ActionIcon
              variant="subtle"
              color="red"
              size="sm"
              aria-label={t("remove", { n: i + 1 })}
              onClick={() => {
                put(levels.slice(0, -1));
                // The button goes with its level; the keyboard stays near.
                requestAnimationFrame(() => more.current?.focus());
              }}
            >
              <IconTrash size={14} aria-hidden />
            </ActionIcon>
          ) : null}
        </div>
      ))}
      {problem ? <p className={classes.error}>{say(problem)}</p> : null}
      {levels.length < mostLevels ? (
        <Button ref={more} size="compact-xs" variant="light" onClick={() => put([...levels, usual[levels.length] ?? "plus"])}>
          {t(levels.length === 0 ? "begin" : "add")}
        </Button>
      ) : null}
    </fieldset>
  );
}
