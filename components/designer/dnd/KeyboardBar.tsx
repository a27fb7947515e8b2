"use client";

import { useTranslations } from "next-intl";
import { describeTarget } from "./describeTarget";
import classes from "./dnd.module.css";
import { useNames } from "./useNames";
import { usePickedUp } from "./usePickedUp";

/** While something is picked up by keyboard: where it would go, and the keys. A screen reader is told by itself. */
export function KeyboardBar() {
  const t = useTranslations("designerPage");
  const names = useNames();
  const { dragged, target } = usePickedUp();
  if (dragged === undefined || target === undefined) return null;
  return (
    <div className={classes.keyboardBar} aria-hidden>
      <p>
        <strong>{dragged.label}</strong> → {describeTarget(names(), dragged, target)}
      </p>
      <p className={classes.keyboardKeys}>{t("dnd.keys")}</p>
    </div>
  );
}
