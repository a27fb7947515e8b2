import type { DraftApi } from "@/components/designer/store/saveLine";
import type { ApiFailure } from "@/components/ui/apiClient";
import { fail, ok, type Result } from "@/lib/result";
import type { SavedStep, SaveStepsInput } from "@/lib/service/designTypes";
import type { Template } from "@/lib/template";
import { applyPatch } from "@/lib/template/edit";

/** How the line behaves at one request: it passes, is lost on its way there, or its answer is lost on its way back. */
export type Line = "passes" | "losesRequest" | "losesAnswer";

export const refusedBy = (status: number, code: string, params = {}): Result<never, ApiFailure> =>
  fail({ status, problems: [{ code, params, at: "", severity: "error" }], retryAfter: undefined });

/** A server of one draft that follows the rules of `saveSteps` and `stepsSince` (lib/service/templates), in memory. */
export class PretendServer {
  document: Template;
  readonly log: SavedStep[] = [];
  /** How the coming requests fare, first to last; where it is empty they pass. */
  lines: Line[] = [];
  private readonly gates: (() => void)[] = [];
  /** While it is set, answers wait for `release`. */
  holding = false;

  constructor(first: Template) {
    this.document = first;
  }

  get revision(): number {
    return this.log.length;
  }

  /** Lets all answers go that are held. */
  release(): void {
    this.holding = false;
    for (const gate of this.gates.splice(0)) gate();
  }

  apiOf(account: { readonly accountId: string; readonly name: string }): DraftApi {
    return {
      save: (input) => this.carry(() => this.save(account, input)),
      since: (after) =>
        this.carry(() => {
          if (after > this.revision) return refusedBy(409, "draft.replaced");
          const steps = this.log.slice(after, after + 500);
          return ok({ revision: steps.at(-1)?.revision ?? this.revision, steps });
        }),
      open: () => this.carry(() => ok({ revision: this.revision, document: this.document })),
    };
  }

  private async carry<T>(act: () => Result<T, ApiFailure>): Promise<Result<T, ApiFailure>> {
    const line = this.lines.shift() ?? "passes";
    await Promise.resolve();
    if (line === "losesRequest") return refusedBy(0, "shell.noAnswer");
    // What travels is JSON, never a shared object.
    const answer = structuredClone(act());
    if (this.holding) await new Promise<void>((resolve) => this.gates.push(resolve));
    return line === "losesAnswer" ? refusedBy(0, "shell.noAnswer") : answer;
  }

  private save(by: SavedStep["by"], { revision, clientId, steps }: SaveStepsInput): Result<{ readonly revision: number }, ApiFailure> {
    if (revision > this.revision) return refusedBy(409, "draft.replaced");
    const saved = this.log.filter(({ id }) => steps.some((step) => step.id === id));
    const revisionOf = new Map(saved.map(({ id, revision: own }) => [id, own]));
    let known = 0;
    while (known < steps.length && revisionOf.get(steps[known]?.id ?? "") === revision + known + 1) known++;
    const rest = steps.slice(known);
    if (rest.length > 0 && (revision + known !== this.revision || known < saved.length)) {
      return refusedBy(409, "draft.stale", { revision, current: this.revision });
    }
    let document = this.document;
    for (const { patch } of rest) {
      const applied = applyPatch(document, structuredClone(patch));
      if (!applied.ok) return fail({ status: 409, problems: [applied.error], retryAfter: undefined });
      document = applied.value;
    }
    this.document = document;
    for (const step of structuredClone(rest)) {
      this.log.push({ ...step, revision: this.log.length + 1, by, clientId, at: "2026-01-05T01:00:00.000Z" });
    }
    return ok({ revision: revision + steps.length });
  }
}
