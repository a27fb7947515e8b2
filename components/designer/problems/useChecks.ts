"use client";

import { useEffect } from "react";
import { useDesignerStore } from "@/components/designer/store";
import { askWorker } from "@/components/designer/worker";

/** Milliseconds from the last change to its check. */
const pause = 400;

/** Checks the whole template beside the screen after each change, the latest first and alone. */
export function useChecks(): void {
  const store = useDesignerStore();
  useEffect(() => {
    let checked: unknown;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stopped = false;
    const check = async () => {
      const { template } = store.snapshot();
      checked = template;
      const problems = await askWorker("check", template);
      if (problems && !stopped) store.tellProblems(problems, template);
    };
    const changed = () => {
      if (store.snapshot().template === checked) return;
      clearTimeout(timer);
      timer = setTimeout(() => void check(), pause);
    };
    const end = store.subscribe(changed);
    void check();
    return () => {
      stopped = true;
      clearTimeout(timer);
      end();
    };
  }, [store]);
}
