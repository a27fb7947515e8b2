import type { DraftStep, SavedStep } from "@/lib/service/designTypes";
import type { Template } from "@/lib/template";
import { applyPatch, invert, type Patch, rebase } from "@/lib/template/edit";
import { type HeldChange, metBy } from "./conflicts";

/** A step that the server has not acknowledged. */
export interface PendingStep {
  readonly step: DraftStep;
  /** The document before it. */
  readonly before: Template;
  /** It was on its way once: the server may have it, so that nothing is added to it any more. */
  readonly handedOver: boolean;
}

/** Where this window stands: what the server has at `revision`, with the pending steps on it, is `template`. */
export interface Standing {
  readonly revision: number;
  readonly template: Template;
  readonly pending: readonly PendingStep[];
  readonly held: readonly HeldChange[];
}

/** What the server has at the standing's revision. */
export const baseOf = ({ template, pending }: Pick<Standing, "template" | "pending">): Template => pending[0]?.before ?? template;

type Mine = Pick<PendingStep, "step" | "handedOver">;
type Put = Pick<Standing, "template" | "pending" | "held">;

/** Puts steps that were made on `base` on what others made of it. Undefined where theirs do not go on `base`. */
function putOn(base: Template, mine: readonly Mine[], theirs: readonly Patch[], told: readonly SavedStep[]): Put | undefined {
  const rebased = rebase(
    base,
    mine.map(({ step }) => step.patch),
    theirs,
  );
  if (!rebased.ok) return undefined;
  const under = applyPatch(base, theirs.flat());
  if (!under.ok) return undefined;
  let template = under.value;
  const pending: PendingStep[] = [];
  for (const [index, { step, handedOver }] of mine.entries()) {
    const patch = rebased.value.mine[index] ?? [];
    if (patch.length === 0) continue;
    const applied = applyPatch(template, patch);
    if (!applied.ok) return undefined;
    pending.push({ step: { ...step, patch }, before: template, handedOver });
    template = applied.value;
  }
  const held = rebased.value.conflicts.flatMap((conflict, index): HeldChange[] => {
    const of = mine[conflict.step]?.step;
    if (!of) return [];
    return [{ id: `${of.id} ${index}`, step: { id: of.id, label: of.label }, conflict, against: metBy(conflict.changes, told) }];
  });
  return { template, pending, held };
}

/**
 * The standing after steps that the server saved since its revision: those of this window are acknowledged, those of
 * others are put under what is pending. Undefined where they do not fit, so that the whole draft must be read.
 */
export function mergeSteps(
  standing: Standing,
  saved: readonly SavedStep[],
  revision: number,
): { readonly standing: Standing; readonly others: readonly SavedStep[] } | undefined {
  const own = new Set(standing.pending.map(({ step }) => step.id));
  let base = baseOf(standing);
  // What was saved first of this window's was made on the base, not on others' work.
  const firstOfOthers = saved.findIndex(({ id }) => !own.has(id));
  const ownFirst = firstOfOthers < 0 ? saved : saved.slice(0, firstOfOthers);
  const applied = applyPatch(
    base,
    ownFirst.flatMap(({ patch }) => patch),
  );
  if (!applied.ok) return undefined;
  base = applied.value;
  const rest = saved.slice(ownFirst.length);
  const others = rest.filter(({ id }) => !own.has(id));
  const known = new Set(saved.map(({ id }) => id));
  const left = standing.pending.filter(({ step }) => !known.has(step.id));
  const put = putOn(
    base,
    left,
    rest.map(({ patch }) => patch),
    others,
  );
  return put && { standing: { ...put, revision, held: [...standing.held, ...put.held] }, others };
}

/** The standing on a draft that was read as a whole. */
export function standOn(standing: Standing, draft: { readonly revision: number; readonly document: Template }): Standing {
  const base = baseOf(standing);
  const replaced: Patch = [{ kind: "replace", before: base as never, after: draft.document as never }];
  // Theirs is the base itself, replaced: it goes on always, and then mine is put on as far as it goes.
  const put = putOn(base, standing.pending, [replaced], []) ?? { template: draft.document, pending: [], held: [] };
  return { ...put, revision: draft.revision, held: [...standing.held, ...put.held] };
}

/**
 * The standing with steps upon it that another window, which is gone, had made at an earlier revision and not saved.
 * `since` is all that was saved from there on.
 */
export function takeOn(standing: Standing, steps: readonly DraftStep[], since: readonly SavedStep[]): Standing | undefined {
  const known = new Set([...since.map(({ id }) => id), ...standing.pending.map(({ step }) => step.id)]);
  const mine = steps.filter(({ id }) => !known.has(id)).map((step) => ({ step, handedOver: true }));
  const now = baseOf(standing);
  const then = applyPatch(now, invert(since.flatMap(({ patch }) => patch)));
  const onTop = standing.pending.map(({ step }) => step.patch);
  const put = then.ok ? putOn(then.value, mine, [...since.map(({ patch }) => patch), ...onTop], since) : putOn(now, mine, onTop, since);
  return (
    put && {
      ...put,
      revision: standing.revision,
      pending: [...standing.pending, ...put.pending],
      held: [...standing.held, ...put.held],
    }
  );
}
