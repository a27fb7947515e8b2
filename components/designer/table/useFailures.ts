"use client";

import { useMemo } from "react";
import { useDesigner } from "@/components/designer/store";
import { useSay } from "@/components/ui/useSay";

/** What is wrong in a table, in words: of columns and heads by id; of rows by id, in each of them by column. */
export interface Failures {
  readonly columns: ReadonlyMap<string, string>;
  readonly rows: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** The problems that the checks found in a table, at the place where they are shown. */
export function useFailures(block: string): Failures {
  const problems = useDesigner((snapshot) => snapshot.problems);
  const say = useSay();
  return useMemo(() => {
    const columns = new Map<string, string>();
    const rows = new Map<string, Map<string, string>>();
    const add = (map: Map<string, string>, key: string, words: string) => {
      const before = map.get(key);
      map.set(key, before === undefined ? words : `${before}\n${words}`);
    };
    for (const problem of problems) {
      const [table, id, column] = problem.at.split(".");
      if (table !== block || id === undefined) continue;
      const words = say(problem);
      if (column === undefined) add(columns, id, words);
      const own = rows.get(id) ?? new Map<string, string>();
      rows.set(id, own);
      add(own, column ?? id, words);
    }
    return { columns, rows };
  }, [problems, say, block]);
}
