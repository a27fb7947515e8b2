"use client";

import { useCallback, useState } from "react";
import { addressOf } from "@/components/designer/blocks/useTextSource";
import { useDesigner, useDesignerStore } from "@/components/designer/store";
import type { Problem } from "@/lib/problem";
import type { Place, Value } from "@/lib/template/edit";
import { type Shared, sameShared, sharedValue } from "./shared";

export interface Property {
  readonly shared: Shared;
  /** Gives the value to all of the parts, or takes it from them; whether it went. */
  readonly set: (value: Value | undefined) => boolean;
  /** Why the last change was refused. */
  readonly problem: Problem | undefined;
  /** The visit of the control is over: so is its step of undo. */
  readonly leave: () => void;
}

/** A property of the selected parts: what they share of it, and how it is changed in all of them as one step. */
export function useProperty(places: readonly Place[], property: string): Property {
  const store = useDesignerStore();
  const shared = useDesigner(({ template }) => sharedValue(template, places, property), sameShared);
  const [problem, setProblem] = useState<Problem>();
  const set = useCallback(
    (value: Value | undefined) => {
      const [first] = places;
      if (first === undefined) return false;
      const done = store.run(
        value === undefined
          ? { do: "set", at: places, values: {}, clear: [property] }
          : { do: "set", at: places, values: { [property]: value } },
        { mark: `${addressOf(first, property)} ${places.length}` },
      );
      setProblem(done.ok ? undefined : done.error);
      return done.ok;
    },
    [store, places, property],
  );
  const leave = useCallback(() => store.endMark(), [store]);
  return { shared, set, problem, leave };
}
