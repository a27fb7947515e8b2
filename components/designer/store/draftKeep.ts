import type { DraftStep } from "@/lib/service/designTypes";
import type { HeldChange } from "./conflicts";

/** What a window has that the server has not acknowledged. */
export interface KeptDraft {
  readonly clientId: string;
  /** The revision that the steps were made at. */
  readonly revision: number;
  readonly steps: readonly DraftStep[];
  /** Steps that wait for a choice between two values. */
  readonly held: readonly HeldChange[];
}

/** Keeps unsaved steps of this machine's windows at one draft, through a crash or a closed line. */
export interface DraftKeep {
  /** What windows have left; this window's own too, after it was loaded anew. */
  read(): Promise<readonly KeptDraft[]>;
  write(kept: KeptDraft): void;
  remove(clientId: string): void;
}

const databaseName = "bieumau";
const storeName = "designer";

/** An IndexedDB request as a promise. */
const answered = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const openDatabase = (factory: IDBFactory): Promise<IDBDatabase> => {
  const request = factory.open(databaseName, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(storeName);
  return answered(request);
};

/**
 * A keep in IndexedDB: unlike `localStorage` it holds a whole replaced document, and does not stop the keyboard while it
 * writes. A browser that refuses it (private windows of some) keeps nothing, and the server has what it acknowledged.
 */
export const browserKeep = (
  factory: IDBFactory,
  { accountId, versionId }: { readonly accountId: string; readonly versionId: string },
): DraftKeep => {
  const prefix = `${accountId} ${versionId} `;
  let database: Promise<IDBDatabase> | undefined;
  const within = async <T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T | undefined> => {
    try {
      database ??= openDatabase(factory);
      return await answered(act((await database).transaction(storeName, mode).objectStore(storeName)));
    } catch {
      return undefined;
    }
  };
  /** What is to be written for each window; one write at a time, the latest wins. */
  const waiting = new Map<string, KeptDraft | undefined>();
  let writing = false;
  const writeOut = async () => {
    if (writing) return;
    writing = true;
    for (let next = waiting.entries().next(); !next.done; next = waiting.entries().next()) {
      const [clientId, kept] = next.value;
      waiting.delete(clientId);
      const key = prefix + clientId;
      await (kept ? within("readwrite", (store) => store.put(kept, key)) : within("readwrite", (store) => store.delete(key)));
    }
    writing = false;
  };
  return {
    read: async () =>
      ((await within("readonly", (store) => store.getAll(IDBKeyRange.bound(prefix, `${prefix}\uffff`)))) ?? []) as KeptDraft[],
    write(kept) {
      waiting.set(kept.clientId, kept);
      void writeOut();
    },
    remove(clientId) {
      waiting.set(clientId, undefined);
      void writeOut();
    },
  };
};
