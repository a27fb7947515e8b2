import { useTranslations } from "next-intl";
import { useEffect, useId, useState } from "react";
import { useDesigner } from "@/components/designer/store";
import { askWorker } from "@/components/designer/worker";
import type { FormulaHome, FormulaTrial, TrialPlace } from "@/lib/form/compile";

/** After the last letter: a trial of a large template takes the worker a moment. */
const pause = 300;

interface Tried {
  readonly formula: string;
  readonly trial: FormulaTrial;
}

/** What a stored formula gives on sample values, worked out beside the screen; undefined until it is known. */
export function useTrial(home: FormulaHome, formula: string | undefined, place: TrialPlace): FormulaTrial | undefined {
  const t = useTranslations("designerFormula");
  const line = useId();
  const template = useDesigner((snapshot) => snapshot.template);
  const [tried, setTried] = useState<Tried>();
  const { row, column } = place;
  const text = t("sampleText");
  useEffect(() => {
    if (formula === undefined) return;
    let isLate = false;
    const timer = setTimeout(async () => {
      const trial = await askWorker("trial", { template, home, formula, place: { row, column }, text }, { line: `trial ${line}` });
      if (!isLate && trial) setTried({ formula, trial });
    }, pause);
    return () => {
      isLate = true;
      clearTimeout(timer);
    };
  }, [template, home, formula, row, column, text, line]);
  return tried?.formula === formula ? tried?.trial : undefined;
}
