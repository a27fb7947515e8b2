"use client";

import {
  IconArrowBackUp,
  IconCircleCheck,
  IconClockHour4,
  IconMailForward,
  IconPencil,
  IconSignature,
  IconUserCheck,
  type TablerIcon,
} from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { ReportState } from "@/lib/workflow";
import classes from "./ui.module.css";

type Tone = "neutral" | "info" | "violet" | "success" | "warning" | "error";

const looks: Readonly<Record<ReportState, { readonly tone: Tone; readonly icon: TablerIcon }>> = {
  draft: { tone: "neutral", icon: IconPencil },
  submitted: { tone: "warning", icon: IconClockHour4 },
  approved: { tone: "info", icon: IconUserCheck },
  signed: { tone: "violet", icon: IconSignature },
  sent: { tone: "info", icon: IconMailForward },
  accepted: { tone: "success", icon: IconCircleCheck },
  returned: { tone: "error", icon: IconArrowBackUp },
};

/** A report's state in colour, icon and words. */
export function StateBadge({ state }: { readonly state: ReportState }) {
  const t = useTranslations("shell.state");
  const { tone, icon: Icon } = looks[state];
  return (
    <span className={classes.badge} data-tone={tone} data-state={state}>
      <Icon size={14} stroke={2} aria-hidden />
      {t(state)}
    </span>
  );
}
