"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import type { Problem } from "@/lib/problem";

/** Codes of problems come from the server, so their keys are known at run time only. */
interface SayByCode {
  (code: string, params: Problem["params"]): string;
  has(code: string): boolean;
}

/** Gives the sentence of a problem in the reader's language. */
export const useSay = (): ((problem: Problem) => string) => {
  const t = useTranslations();
  return useCallback(
    (problem) => {
      const say = t as unknown as SayByCode;
      return say.has(problem.code) ? say(problem.code, problem.params) : t("shell.unknownProblem", { code: problem.code });
    },
    [t],
  );
};
