import type { ApiFailure } from "@/components/ui/apiClient";
import type { CellAddress, CellValue, Entry, RichDoc } from "@/lib/form/content";
import type { Result } from "@/lib/result";
import type { SaveInput, SaveOutput } from "@/lib/service/types";

/** What has been changed and not been acknowledged by the server. */
export interface Pending {
  readonly edits: ReadonlyMap<CellAddress, CellValue>;
  readonly narrative: ReadonlyMap<string, RichDoc>;
  readonly entries: ReadonlyMap<string, readonly Entry[]>;
}

export const nothingPending: Pending = { edits: new Map(), narrative: new Map(), entries: new Map() };

export const isEmpty = (pending: Pending): boolean =>
  pending.edits.size === 0 && pending.narrative.size === 0 && pending.entries.size === 0;

/** Lays newer changes over older ones. */
export const overlay = (older: Pending, newer: Pending): Pending => ({
  edits: new Map([...older.edits, ...newer.edits]),
  narrative: new Map([...older.narrative, ...newer.narrative]),
  entries: new Map([...older.entries, ...newer.entries]),
});

/** Where autosaving stands. */
export type SaveState =
  | { readonly kind: "saved"; readonly at: Date | undefined }
  | { readonly kind: "waiting" }
  | { readonly kind: "saving" }
  /** No answer, or the server was not able: it is tried again by itself. */
  | { readonly kind: "offline" }
  /** The server said no: it is tried again when something changes or the person asks. */
  | { readonly kind: "refused"; readonly failure: ApiFailure };

export interface SaveQueueOptions {
  readonly revision: number;
  readonly send: (input: SaveInput) => Promise<Result<SaveOutput, ApiFailure>>;
  /** Called with what was sent, before the next save begins. */
  readonly onSaved: (output: SaveOutput, sent: Pending) => void;
  /** May take changes out of what is tried again (cells that the server refuses). */
  readonly onRefused: (failure: ApiFailure, sent: Pending) => Pending;
  readonly onState: (state: SaveState) => void;
  readonly now: () => Date;
  /** Milliseconds from the last change to its save. */
  readonly delay?: number;
}

/** Saves changes one request after another, each from the revision that the last one gave. */
export interface SaveQueue {
  add(changes: Partial<Pending>): void;
  /** Saves what is waiting now; true when all is acknowledged. */
  flush(): Promise<boolean>;
  pending(): Pending;
  /** Takes the change of a place (`t1.r01.c3`, `n.n1`, `e.l1`) out of what waits; one that is on its way is not called back. */
  withdraw(at: string): void;
  revision(): number;
  /** Takes the revision of a transition or of a page loaded again. */
  setRevision(revision: number): void;
  state(): SaveState;
  /** Saves by itself again after `stop`. */
  start(): void;
  /** Sends what is waiting and saves no more by itself: its page is left. */
  stop(): void;
}

const firstRetry = 1_000;
const longestRetry = 30_000;
/** Statuses at which the same request may succeed later. */
const passing = (status: number): boolean => status === 0 || status === 408 || status === 429 || status >= 500;

export const createSaveQueue = ({ revision: start, send, onSaved, onRefused, onState, now, delay = 800 }: SaveQueueOptions): SaveQueue => {
  let revision = start;
  let waiting = nothingPending;
  let flying: Pending | undefined;
  let running: Promise<boolean> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let state: SaveState = { kind: "saved", at: undefined };
  let stopped = false;

  const become = (next: SaveState) => {
    state = next;
    onState(next);
  };
  const schedule = (after: number) => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(() => void run(), after);
  };

  const once = async (): Promise<boolean> => {
    const sent = waiting;
    if (isEmpty(sent)) return true;
    waiting = nothingPending;
    flying = sent;
    become({ kind: "saving" });
    const answer = await send({
      revision,
      edits: [...sent.edits].map(([at, value]) => ({ at, value })),
      ...(sent.narrative.size > 0 ? { narrative: Object.fromEntries(sent.narrative) } : {}),
      ...(sent.entries.size > 0 ? { entries: Object.fromEntries(sent.entries) } : {}),
    });
    flying = undefined;
    if (answer.ok) {
      failures = 0;
      revision = answer.value.revision;
      onSaved(answer.value, sent);
      become(isEmpty(waiting) ? { kind: "saved", at: now() } : { kind: "waiting" });
      return true;
    }
    const failure = answer.error;
    if (passing(failure.status)) {
      waiting = overlay(sent, waiting);
      failures += 1;
      become({ kind: "offline" });
      const backoff = Math.min(longestRetry, firstRetry * 2 ** (failures - 1));
      schedule(failure.retryAfter === undefined ? backoff : Math.max(backoff, failure.retryAfter * 1_000));
      return false;
    }
    const again = onRefused(failure, sent);
    const shrunk =
      again.edits.size < sent.edits.size || again.narrative.size < sent.narrative.size || again.entries.size < sent.entries.size;
    waiting = overlay(again, waiting);
    become({ kind: "refused", failure });
    if (shrunk && !isEmpty(waiting)) schedule(0);
    return false;
  };

  const run = (): Promise<boolean> => {
    clearTimeout(timer);
    timer = undefined;
    if (running) return running;
    running = (async () => {
      try {
        for (;;) {
          if (!(await once())) return false;
          if (isEmpty(waiting)) return true;
        }
      } finally {
        running = undefined;
      }
    })();
    return running;
  };

  return {
    add(changes) {
      waiting = overlay(waiting, { ...nothingPending, ...changes });
      if (running === undefined || state.kind !== "saving") become({ kind: "waiting" });
      if (running === undefined) schedule(delay);
    },
    async flush() {
      if (running) await running;
      return isEmpty(waiting) ? true : run();
    },
    withdraw(at) {
      const without = <K extends string, V>(changes: ReadonlyMap<K, V>, key: string) =>
        new Map([...changes].filter(([other]) => other !== key));
      waiting = {
        edits: without(waiting.edits, at),
        narrative: at.startsWith("n.") ? without(waiting.narrative, at.slice(2)) : waiting.narrative,
        entries: at.startsWith("e.") ? without(waiting.entries, at.slice(2)) : waiting.entries,
      };
    },
    pending: () => (flying ? overlay(flying, waiting) : waiting),
    revision: () => revision,
    setRevision(next) {
      revision = next;
    },
    state: () => state,
    start() {
      stopped = false;
      if (!isEmpty(waiting) && running === undefined) schedule(delay);
    },
    stop() {
      stopped = true;
      if (!isEmpty(waiting)) void run();
      clearTimeout(timer);
    },
  };
};
