import type { CellAddress, CellValue, Entry, RichDoc } from "@/lib/form/content";
import type { Conflict } from "@/lib/service/types";
import { isEmpty, type Pending } from "./saveQueue";

/** What was typed and not acknowledged, as it survives a closed tab or a power cut. */
export interface LocalDraft {
  /** The revision that the changes started from. */
  readonly revision: number;
  readonly pending: Pending;
  /** Text that is no value of its cell. */
  readonly invalid: ReadonlyMap<CellAddress, string>;
  /** What waits for a choice between two values. */
  readonly conflicts: readonly Conflict[];
}

/** The part of `Storage` that a draft needs. */
export type DraftStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const key = (account: string, report: string): string => `bieumau.draft.${account}.${report}`;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

const isConflict = (value: unknown): value is Conflict =>
  isRecord(value) && typeof value.at === "string" && typeof value.by === "string" && "mine" in value && "theirs" in value;

/** Reads a draft back; undefined when there is none or it cannot be read. */
export const readDraft = (storage: DraftStorage, account: string, report: string): LocalDraft | undefined => {
  try {
    const text = storage.getItem(key(account, report));
    const kept: unknown = text === null ? undefined : JSON.parse(text);
    if (!isRecord(kept) || typeof kept.revision !== "number") return undefined;
    const record = (value: unknown) => Object.entries(isRecord(value) ? value : {});
    return {
      revision: kept.revision,
      pending: {
        edits: new Map(record(kept.edits) as [CellAddress, CellValue][]),
        narrative: new Map(record(kept.narrative) as [string, RichDoc][]),
        entries: new Map(record(kept.entries) as [string, readonly Entry[]][]),
      },
      invalid: new Map(record(kept.invalid).filter((pair): pair is [CellAddress, string] => typeof pair[1] === "string")),
      conflicts: Array.isArray(kept.conflicts) ? kept.conflicts.filter(isConflict) : [],
    };
  } catch {
    return undefined;
  }
};

/** Keeps a draft, or drops it when nothing is left to keep. A full or forbidden storage is no reason to fail. */
export const writeDraft = (storage: DraftStorage, account: string, report: string, draft: LocalDraft): void => {
  try {
    if (isEmpty(draft.pending) && draft.invalid.size === 0 && draft.conflicts.length === 0) {
      storage.removeItem(key(account, report));
      return;
    }
    const { edits, narrative, entries } = draft.pending;
    storage.setItem(
      key(account, report),
      JSON.stringify({
        revision: draft.revision,
        edits: Object.fromEntries(edits),
        narrative: Object.fromEntries(narrative),
        entries: Object.fromEntries(entries),
        invalid: Object.fromEntries(draft.invalid),
        conflicts: draft.conflicts,
      }),
    );
  } catch {
    // Private windows and full disks have no storage; the server has what it acknowledged.
  }
};
