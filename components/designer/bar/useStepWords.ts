"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import type { StepLabel } from "@/lib/template/edit";

/** Codes of labels come with the steps, so their keys are known at run time only. */
interface SayByCode {
  (code: string, params: StepLabel["params"]): string;
  has(code: string): boolean;
}

/** A step of another program may leave out what ours name. */
export const nothingNamed: StepLabel["params"] = { count: 1, name: "", kind: "", property: "several" };

/** Tells what a step did: "Sửa tên của “Tổng số”". */
export const useStepWords = (): ((label: StepLabel) => string) => {
  const t = useTranslations("edit.step");
  return useCallback(
    ({ code, params }) => {
      const say = t as unknown as SayByCode;
      return say.has(code) ? say(code, { ...nothingNamed, ...params }) : code;
    },
    [t],
  );
};
