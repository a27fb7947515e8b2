import type { DraftStep, SavedStep } from "@/lib/service/designTypes";
import type { Template } from "@/lib/template";
import { applyPatch, type Change, type Patch, partAt } from "@/lib/template/edit";
import { type HeldStep, metBy } from "./conflicts";

/** A step that the server has not acknowledged. */
export interface PendingStep {
  readonly step: DraftStep;
  /** The document before it. */
  readonly before: Template;
  /** It was on its way once: the server may have it, so that it stays as it is. */
  readonly handedOver: boolean;
}

/** Where this window stands: `template` is what the server has at `revision`, with the pending steps on it. */
export interface Standing {
  readonly revision: number;
  readonly template: Template;
  readonly pending: readonly PendingStep[];
  readonly held: readonly HeldStep[];
}

/** What the server has at the standing's revision. */
export const baseOf = ({ template, pending }: Pick<Standing, "template" | "pending">): Template => pending[0]?.before ?? template;

/**
 * Puts steps on a document that went another way since they were made. What others changed too is not written over: it
 * is held, value by value where values stand against each other; an act of which a part does not go on (a part that was
 * moved into a head that is gone) is held as a whole. Steps that build on a held one are held as well.
 */
export function putOn(
  base: Template,
  steps: readonly Pick<PendingStep, "step" | "handedOver">[],
  others: readonly SavedStep[],
): Pick<Standing, "template" | "pending" | "held"> {
  let template = base;
  const pending: PendingStep[] = [];
  const held: HeldStep[] = [];
  for (const { step, handedOver } of steps) {
    const { goes, stays } = split(template, step.patch);
    if (stays.length > 0) held.push({ step: { ...step, patch: stays }, against: metBy(stays, others) });
    if (goes.length === 0) continue;
    const applied = applyPatch(template, goes);
    if (!applied.ok) {
      held.push({ step: { ...step, patch: goes }, against: metBy(goes, others) });
      continue;
    }
    pending.push({ step: goes === step.patch ? step : { ...step, patch: goes }, before: template, handedOver });
    template = applied.value;
  }
  return { template, pending, held };
}

/** Which changes of a patch can be made, and which are held. What others did just so is neither. */
function split(template: Template, patch: Patch): { readonly goes: Patch; readonly stays: Patch } {
  if (applyPatch(template, patch).ok) return { goes: patch, stays: [] };
  const goes: Change[] = [];
  const stays: Change[] = [];
  let reached = template;
  for (const change of patch) {
    const applied = applyPatch(reached, [change]);
    if (applied.ok) {
      goes.push(change);
      reached = applied.value;
    } else if (!isSettled(reached, change)) stays.push(change);
  }
  return stays.every(({ kind }) => kind === "set") ? { goes, stays } : { goes: [], stays: patch };
}

/** Whether things stand already as a change wants them. */
function isSettled(template: Template, change: Change): boolean {
  if (change.kind !== "set") return false;
  const part = partAt(template, change.at) as Readonly<Record<string, unknown>> | undefined;
  return part !== undefined && JSON.stringify(part[change.property]) === JSON.stringify(change.after);
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
  const others: SavedStep[] = [];
  const acknowledged = new Set<string>();
  for (const step of saved) {
    const applied = applyPatch(base, step.patch);
    if (!applied.ok) return undefined;
    base = applied.value;
    if (own.has(step.id)) acknowledged.add(step.id);
    else others.push(step);
  }
  const left = standing.pending.filter(({ step }) => !acknowledged.has(step.id));
  const put = putOn(base, left, others);
  return { standing: { ...put, revision, held: [...standing.held, ...put.held] }, others };
}
