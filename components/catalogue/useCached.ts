"use client";

import { useEffect, useState } from "react";
import type { ApiFailure } from "@/components/ui/apiClient";
import type { Result } from "@/lib/result";
import { cachedGet } from "./cachedGet";

/** What an address of the API says; undefined until it has answered. A null address asks nothing. */
export function useCached<T>(path: string | null): Result<T, ApiFailure> | undefined {
  const [state, setState] = useState<{ readonly path: string; readonly answer: Result<T, ApiFailure> }>();
  useEffect(() => {
    if (path === null) return;
    let wanted = true;
    cachedGet<T>(path).then((answer) => {
      if (wanted) setState({ path, answer });
    });
    return () => {
      wanted = false;
    };
  }, [path]);
  return state?.path === path ? state?.answer : undefined;
}
