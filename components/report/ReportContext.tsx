"use client";

import { createContext, type ReactNode, useContext, useSyncExternalStore } from "react";
import type { CellAddress, CellIndex } from "@/lib/form/content";
import type { TableView } from "@/lib/form/types";
import type { Text } from "@/lib/template";
import type { ReportSnapshot, ReportStore } from "./reportStore";

/** What the blocks of a report share. */
export interface ReportScope {
  readonly store: ReportStore;
  readonly editable: boolean;
  /** A text of the template in the reader's language, with the period's words and the values it embeds. */
  readonly words: (text: Text) => string;
  readonly view: (table: string) => TableView | undefined;
  readonly formulaInWords: (table: string, cell: CellIndex) => string | undefined;
  /** Registers how a block is gone to; returns its removal. */
  readonly register: (reveal: (at: string) => boolean) => () => void;
  readonly onOpen: ((at: CellAddress) => void) | undefined;
  /** Whether blanks that must be filled are shown as errors already. */
  readonly strict: boolean;
}

const Scope = createContext<ReportScope | undefined>(undefined);

export function ReportScopeProvider({ scope, children }: { readonly scope: ReportScope; readonly children: ReactNode }) {
  return <Scope.Provider value={scope}>{children}</Scope.Provider>;
}

/** What the blocks of a report share, and the state of it that is on the screen. */
export const useReport = (): ReportScope & { readonly snapshot: ReportSnapshot } => {
  const scope = useContext(Scope);
  if (!scope) throw new Error("useReport outside of a report");
  const snapshot = useSyncExternalStore(scope.store.subscribe, scope.store.snapshot, scope.store.snapshot);
  return { ...scope, snapshot };
};
