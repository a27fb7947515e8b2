import type { Answer, Question } from "./createWorkerLine";
import { type Tasks, tasks } from "./tasks";

/** The part of a worker's global scope that is used here; TypeScript knows the window's alone. */
interface WorkerScope {
  addEventListener(kind: "message", listener: (event: MessageEvent<Question<Tasks>>) => void): void;
  postMessage(answer: Answer): void;
}

const scope = globalThis as unknown as WorkerScope;

scope.addEventListener("message", ({ data: { id, task, input } }) => {
  try {
    scope.postMessage({ id, ok: true, output: (tasks[task] as (input: unknown) => unknown)(input) });
  } catch (error) {
    scope.postMessage({ id, ok: false, message: error instanceof Error ? error.message : String(error) });
  }
});
