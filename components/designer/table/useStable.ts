"use client";

import { useCallback, useEffect, useRef } from "react";

/** A function that stays the same and does what it was last told, so that what it is given to is not drawn anew. */
export function useStable<A extends readonly unknown[]>(act: (...args: A) => void): (...args: A) => void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  return useCallback((...args: A) => latest.current(...args), []);
}
