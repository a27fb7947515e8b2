"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import type { Problem } from "@/lib/problem";

/** Gives the sentence of a problem in the reader's language. */
export const useSay = (): ((problem: Problem) => string) => {
  const t = useTranslations();
  return useCallback(
    (problem) => (t.has(problem.code) ? t(problem.code, { ...problem.params }) : t("shell.unknownProblem", { code: problem.code })),
    [t],
  );
};
