import { createWorkerLine, type WorkerLine } from "./createWorkerLine";
import type { Tasks } from "./tasks";

let line: WorkerLine<Tasks> | undefined;

/** Works something out beside the screen (`tasks`); undefined when a later question of its line overtook it. */
export const askWorker: WorkerLine<Tasks>["ask"] = (task, input, options) => {
  line ??= createWorkerLine<Tasks>(() => new Worker(new URL("./designer.worker.ts", import.meta.url), { type: "module" }));
  return line.ask(task, input, options);
};
