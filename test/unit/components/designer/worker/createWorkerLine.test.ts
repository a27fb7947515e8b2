import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createWorkerLine, type WorkerLike } from "@/components/designer/worker/createWorkerLine";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

type Twice = { readonly twice: (input: number) => number };

/** A worker whose answers wait until they are let go. */
class PretendWorker implements WorkerLike {
  static made: PretendWorker[] = [];
  onmessage: ((event: MessageEvent) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  readonly asked: { id: number; input: number }[] = [];
  isEnded = false;
  constructor() {
    PretendWorker.made.push(this);
  }
  postMessage(question: { id: number; input: number }): void {
    this.asked.push(question);
  }
  terminate(): void {
    this.isEnded = true;
  }
  answer(): void {
    const question = this.asked.at(-1);
    if (question) this.onmessage?.({ data: { id: question.id, ok: true, output: question.input * 2 } } as MessageEvent);
  }
}

beforeEach(() => {
  PretendWorker.made = [];
});
const lineOf = () => createWorkerLine<Twice>(() => new PretendWorker());

it("asks one question at a time, and of those that wait in a line the latest alone", async () => {
  const line = lineOf();
  const [first, second, third] = [line.ask("twice", 1), line.ask("twice", 2), line.ask("twice", 3)];
  const [worker] = PretendWorker.made;
  expect(worker?.asked.map(({ input }) => input)).toEqual([1]);
  expect(await second).toBeUndefined();
  worker?.answer();
  expect(await first).toBe(2);
  worker?.answer();
  expect(await third).toBe(6);
});

it("keeps the questions of other lines", async () => {
  const line = lineOf();
  const answers = [line.ask("twice", 1), line.ask("twice", 2, { line: "a" }), line.ask("twice", 3, { line: "b" })];
  for (let n = 0; n < 3; n++) {
    PretendWorker.made[0]?.answer();
    await vi.advanceTimersByTimeAsync(0);
  }
  expect(await Promise.all(answers)).toEqual([2, 4, 6]);
});

it("gives up a worker that hangs, and asks another", async () => {
  const line = lineOf();
  const hanging = line.ask("twice", 1);
  await vi.advanceTimersByTimeAsync(31_000);
  expect(await hanging).toBeUndefined();
  expect(PretendWorker.made[0]?.isEnded).toBe(true);
  const next = line.ask("twice", 2);
  PretendWorker.made[1]?.answer();
  expect(await next).toBe(4);
});

it("takes no late answer of a question that was given up for that of another", async () => {
  const line = lineOf();
  const first = line.ask("twice", 1);
  PretendWorker.made[0]?.onerror?.({} as ErrorEvent);
  expect(await first).toBeUndefined();
  const second = line.ask("twice", 5);
  PretendWorker.made[0]?.answer();
  PretendWorker.made[1]?.answer();
  expect(await second).toBe(10);
});
