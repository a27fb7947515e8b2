/** Functions of one input, by name. */
// biome-ignore lint/suspicious/noExplicitAny: each task has an input of its own, which `keyof` picks
type TaskTable = Readonly<Record<string, (input: any) => unknown>>;

export interface Question<T extends TaskTable> {
  readonly id: number;
  readonly task: keyof T & string;
  readonly input: Parameters<T[keyof T]>[0];
}

export type Answer =
  | { readonly id: number; readonly ok: true; readonly output: unknown }
  | { readonly id: number; readonly ok: false; readonly message: string };

/** The part of a `Worker` that is used here. */
export interface WorkerLike {
  onmessage: ((event: MessageEvent) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(question: unknown): void;
  terminate(): void;
}

export interface AskOptions {
  /** A question that waits is given up when another of the same line is asked: the latest wins. The task's name where absent. */
  readonly line?: string;
}

export interface WorkerLine<T extends TaskTable> {
  /** The task's output; undefined when a later question overtook it, or the worker failed. */
  ask<K extends keyof T & string>(task: K, input: Parameters<T[K]>[0], options?: AskOptions): Promise<ReturnType<T[K]> | undefined>;
  stop(): void;
}

interface Asked {
  readonly task: string;
  readonly input: unknown;
  readonly line: string;
  readonly answer: (output: unknown) => void;
}

/** A worker that has not answered for so long hangs. */
const longest = 30_000;

/**
 * Asks a worker one question at a time, so that one that was overtaken while it waited costs nothing. A worker that fails
 * or hangs is given up, and the next question starts another.
 */
export const createWorkerLine = <T extends TaskTable>(start: () => WorkerLike): WorkerLine<T> => {
  let worker: WorkerLike | undefined;
  let asking: { readonly id: number; readonly asked: Asked; readonly timer: ReturnType<typeof setTimeout> } | undefined;
  let waiting: readonly Asked[] = [];
  let count = 0;

  const finish = (output: unknown) => {
    if (!asking) return;
    clearTimeout(asking.timer);
    const { answer } = asking.asked;
    asking = undefined;
    answer(output);
    next();
  };
  const giveUp = () => {
    worker?.terminate();
    worker = undefined;
    finish(undefined);
  };
  const started = (): WorkerLike => {
    if (worker) return worker;
    const made = start();
    made.onmessage = ({ data }: MessageEvent<Answer>) => {
      if (data.id === asking?.id) finish(data.ok ? data.output : undefined);
    };
    made.onerror = giveUp;
    worker = made;
    return made;
  };
  const next = () => {
    const [asked, ...rest] = waiting;
    if (asking || !asked) return;
    waiting = rest;
    count += 1;
    asking = { id: count, asked, timer: setTimeout(giveUp, longest) };
    started().postMessage({ id: count, task: asked.task, input: asked.input });
  };

  return {
    ask: (task, input, { line = task } = {}) =>
      new Promise((resolve) => {
        for (const overtaken of waiting) if (overtaken.line === line) overtaken.answer(undefined);
        waiting = [
          ...waiting.filter((other) => other.line !== line),
          { task, input, line, answer: (output) => resolve(output as ReturnType<T[typeof task]> | undefined) },
        ];
        next();
      }),
    stop() {
      for (const { answer } of waiting) answer(undefined);
      waiting = [];
      giveUp();
    },
  };
};
