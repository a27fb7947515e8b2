import type { ApiFailure } from "@/components/ui/apiClient";
import type { Problem } from "@/lib/problem";
import type { Result } from "@/lib/result";
import type { DraftStep, SaveStepsInput, StepsSince } from "@/lib/service/designTypes";
import type { Template } from "@/lib/template";
import type { SaveState } from "./types";

/** The draft as the server has it. */
export interface ServerDraft {
  readonly revision: number;
  readonly document: Template;
}

/** The API of a draft, as far as saving needs it. */
export interface DraftApi {
  /** `leaving`: the window is going away, and the request must outlive it. */
  save(input: SaveStepsInput, options: { readonly leaving: boolean }): Promise<Result<{ readonly revision: number }, ApiFailure>>;
  since(after: number): Promise<Result<StepsSince, ApiFailure>>;
  open(): Promise<Result<ServerDraft, ApiFailure>>;
}

/** What the line saves: the draft of the store, which goes on changing while a request is on its way. */
export interface Unsaved {
  revision(): number;
  steps(): readonly DraftStep[];
  /** The first `count` steps are on their way: from now on they stay as they are, since the server may have them. */
  handOver(count: number): void;
  /** The first `count` steps are saved; the draft stands at `revision`. */
  acknowledge(count: number, revision: number): void;
  /** Takes in what others did; false where it does not fit what stands here, so that the whole draft must be read. */
  takeIn(since: StepsSince): boolean;
  /** Puts what is unsaved on the draft as the server has it. */
  replaceBase(draft: ServerDraft): void;
  isInConflict(): boolean;
}

export interface SaveLineOptions {
  readonly api: DraftApi;
  readonly clientId: string;
  readonly unsaved: Unsaved;
  readonly onState: (state: SaveState) => void;
  readonly now: () => Date;
  /** Milliseconds from the last change to its save. */
  readonly delay?: number;
}

/** Saves steps one request after another, and hears of those of others. */
export interface SaveLine {
  /** Something changed: it is saved soon. */
  touch(): void;
  /** Saves what is unsaved now; whether all of it is acknowledged. */
  flush(): Promise<boolean>;
  /** The window is hidden or left: what is unsaved is sent in a request that outlives it. */
  leave(): void;
  /** Asks what others did. */
  poll(): Promise<void>;
  start(): void;
  stop(): void;
}

const firstRetry = 1_000;
const longestRetry = 30_000;
/** Steps sent at once. */
const mostSteps = 100;

/** Statuses at which the same request may succeed later. */
const passing = (status: number): boolean => status === 0 || status === 408 || status === 429 || status >= 500;
const codeOf = (failure: ApiFailure): string => failure.problems[0].code;
/** The draft that this window works at is not there any more: it was published or discarded, or is not this account's. */
const endings: ReadonlySet<string> = new Set(["draft.none", "draft.replaced", "library.notFound", "library.notYours"]);

export const createSaveLine = ({ api, clientId, unsaved, onState, now, delay = 800 }: SaveLineOptions): SaveLine => {
  let running: Promise<boolean> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let savedAt: Date | undefined;
  let stopped = false;
  /** Whether the whole draft was read already, in vain, since something was saved. */
  let readAnew = false;
  let ended: readonly Problem[] | undefined;

  const schedule = (after: number) => {
    clearTimeout(timer);
    if (!stopped && !ended) timer = setTimeout(() => void run(), after);
  };
  const tellWhereItStands = () => {
    if (ended) onState({ kind: "refused", problems: ended });
    else if (unsaved.steps().length > 0) onState({ kind: "unsaved" });
    else if (unsaved.isInConflict()) onState({ kind: "conflict" });
    else onState({ kind: "saved", at: savedAt });
  };

  /** What an answer that is no yes means; nothing of what is unsaved is given up. */
  const failed = (failure: ApiFailure): false => {
    if (passing(failure.status)) {
      failures += 1;
      onState({ kind: "offline" });
      const backoff = Math.min(longestRetry, firstRetry * 2 ** (failures - 1));
      schedule(failure.retryAfter === undefined ? backoff : Math.max(backoff, failure.retryAfter * 1_000));
      return false;
    }
    if (endings.has(codeOf(failure))) ended = failure.problems;
    onState({ kind: "refused", problems: failure.problems });
    return false;
  };

  /** Reads the whole draft: it is not what this window believes it to be. */
  const readDraft = async (): Promise<ApiFailure | undefined> => {
    const draft = await api.open();
    if (!draft.ok) return draft.error;
    unsaved.replaceBase(draft.value);
    return undefined;
  };
  const catchUp = async (): Promise<ApiFailure | undefined> => {
    const since = await api.since(unsaved.revision());
    if (!since.ok) return since.error;
    return unsaved.takeIn(since.value) ? undefined : readDraft();
  };

  /** One request; whether to go on. */
  const once = async (): Promise<boolean> => {
    const steps = unsaved.steps().slice(0, mostSteps);
    const revision = unsaved.revision();
    unsaved.handOver(steps.length);
    onState({ kind: "saving" });
    const answer = await api.save({ revision, clientId, steps }, { leaving: false });
    if (answer.ok) {
      failures = 0;
      readAnew = false;
      savedAt = now();
      unsaved.acknowledge(steps.length, answer.value.revision);
      return true;
    }
    const code = codeOf(answer.error);
    if (passing(answer.error.status) || endings.has(code)) return failed(answer.error);
    if (code === "draft.stale") {
      const failure = await catchUp();
      if (failure) return failed(failure);
      // Told to be behind, and nothing came: asking again at once would ask for ever.
      return unsaved.revision() > revision || failed({ ...answer.error, status: 0 });
    }
    if (readAnew) return failed(answer.error);
    readAnew = true;
    const failure = await readDraft();
    return failure === undefined || failed(failure);
  };

  const sendAll = async (): Promise<boolean> => {
    while (!ended && unsaved.steps().length > 0) if (!(await once())) return false;
    tellWhereItStands();
    return !ended && !unsaved.isInConflict();
  };
  /** Holds the line for one thing at a time. */
  const hold = (work: Promise<boolean>): Promise<boolean> => {
    running = work.then((went) => {
      running = undefined;
      if (went && unsaved.steps().length > 0) schedule(delay);
      return went;
    });
    return running;
  };
  const run = (): Promise<boolean> => {
    clearTimeout(timer);
    return running ?? hold(sendAll());
  };

  return {
    touch() {
      // A request that is on its way takes what came meanwhile along when it is answered.
      if (running) return;
      tellWhereItStands();
      if (unsaved.steps().length > 0) schedule(delay);
    },
    async flush() {
      if (running) await running;
      return run();
    },
    leave() {
      const steps = unsaved.steps().slice(0, mostSteps);
      if (ended || steps.length === 0) return;
      unsaved.handOver(steps.length);
      // Its answer comes to nobody; sent again, the steps are told by their ids.
      void api.save({ revision: unsaved.revision(), clientId, steps }, { leaving: true });
    },
    async poll() {
      if (running || ended || stopped) return;
      // Nothing is sent meanwhile: what comes is put under what is unsaved.
      const asked = catchUp().then((failure) => {
        if (failure && endings.has(codeOf(failure))) ended = failure.problems;
        return failure === undefined;
      });
      if ((await hold(asked)) || ended) tellWhereItStands();
    },
    start() {
      stopped = false;
      if (unsaved.steps().length > 0) schedule(delay);
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
};
