"use client";

import { Button } from "@mantine/core";
import { IconWand } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useDesigner, useRun } from "@/components/designer/store";
import { mendsFor } from "@/lib/mend";
import type { Problem } from "@/lib/problem";
import classes from "./formula.module.css";

/** Codes of mends are known at run time only. */
type ByCode = (code: string, params: Problem["params"]) => string;

/** What one click does about a problem of the template; nothing where a person must think. */
export function Mends({ problem }: { readonly problem: Problem }) {
  const t = useTranslations() as unknown as ByCode;
  const run = useRun();
  const checked = useDesigner((snapshot) => snapshot.checkedTemplate);
  // What was found in an earlier state may be mended already, or stand elsewhere in its formula.
  const isCurrent = useDesigner((snapshot) => snapshot.checkedTemplate === snapshot.template);
  const mends = useMemo(() => (checked ? mendsFor(checked, problem) : []), [checked, problem]);
  if (mends.length === 0) return null;
  return (
    <div className={classes.fixes}>
      {mends.map(({ label, command }) => {
        const words = t(label.code, label.params);
        return (
          <Button
            key={`${label.code} ${words}`}
            size="compact-xs"
            variant="light"
            leftSection={<IconWand size={13} aria-hidden />}
            className={classes.mend}
            disabled={!isCurrent}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => run(command)}
          >
            {words}
          </Button>
        );
      })}
    </div>
  );
}
