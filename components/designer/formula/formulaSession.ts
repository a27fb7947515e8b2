import type { DesignerStore } from "@/components/designer/store";
import type { FormulaHome, FormulaRead } from "@/lib/form/compile";

/** A formula while a person writes it. */
export interface EditedFormula {
  readonly home: FormulaHome;
  readonly reads: readonly FormulaRead[];
  /** Whether the caret stands where the name of a figure may go. */
  readonly takesName: boolean;
}

/** The editor that holds the formula being written. */
export interface FormulaWriter {
  /** Puts a name at the caret, or instead of the one that pointing put there last. */
  readonly putName: (name: string) => void;
}

/**
 * Which formula is being written in a designer's room, so that a click on the page can put a name into it and the table
 * can frame what it reads. One for each store: the editors and the table are far apart in the tree of components.
 */
export interface FormulaSession {
  subscribe(listener: () => void): () => void;
  edited(): EditedFormula | undefined;
  /** An editor took the focus, or what it holds changed. */
  write(writer: FormulaWriter, edited: EditedFormula): void;
  /** An editor lost the focus. */
  leave(writer: FormulaWriter): void;
  writer(): FormulaWriter | undefined;
  /** Texts that could not be kept yet, by place, so that looking elsewhere does not lose them. */
  readonly unfinished: Map<string, string>;
}

const sessions = new WeakMap<DesignerStore, FormulaSession>();

/** The session of a room. */
export function formulaSessionOf(store: DesignerStore): FormulaSession {
  let session = sessions.get(store);
  if (session === undefined) {
    session = createFormulaSession();
    sessions.set(store, session);
  }
  return session;
}

/** A session without editors yet. */
export function createFormulaSession(): FormulaSession {
  const listeners = new Set<() => void>();
  let current: { readonly writer: FormulaWriter; readonly edited: EditedFormula } | undefined;
  const become = (next: typeof current) => {
    current = next;
    for (const listener of listeners) listener();
  };
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    edited: () => current?.edited,
    writer: () => current?.writer,
    write: (writer, edited) => become({ writer, edited }),
    leave(writer) {
      if (current?.writer === writer) become(undefined);
    },
    unfinished: new Map(),
  };
}
