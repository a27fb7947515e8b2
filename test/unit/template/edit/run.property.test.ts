import fc from "fast-check";
import { expect, test } from "vitest";
import type { Template } from "@/lib/template";
import { applyPatch, type Command, composePatches, inSchemaOrder, invert, type Patch, type Place, partAt, run } from "@/lib/template/edit";
import { parseTemplate } from "@/lib/template/parse";
import { anyDice, commandFrom, type Dice, placesIn } from "./anyCommand";
import { anyTemplate, samples } from "./anyTemplate";

const bytes = (template: Template): string => JSON.stringify(template);

function apply(template: Template, patch: Patch): Template {
  const applied = applyPatch(template, patch);
  if (!applied.ok) throw new Error(JSON.stringify(applied.error));
  return applied.value;
}

/** Plays commands; each state and the patch that led to it. */
function play(start: Template, dice: readonly Dice[]): readonly { readonly template: Template; readonly patch: Patch }[] {
  const states: { template: Template; patch: Patch }[] = [];
  let template = start;
  for (const die of dice) {
    const done = run(template, commandFrom(template, die));
    if (!done.ok) continue;
    template = done.value.template;
    states.push({ template, patch: done.value.patch });
  }
  return states;
}

const starts = fc.oneof(anyTemplate, fc.constantFrom(...samples));
const game = fc.array(anyDice, { minLength: 1, maxLength: 25 });

test("every state on the way fits the schema and is written in its order, whatever commands are played", () => {
  fc.assert(
    fc.property(starts, game, (start, dice) => {
      for (const { template } of play(start, dice)) {
        expect(parseTemplate(template)).toEqual({ ok: true, value: template });
        expect(bytes(template)).toBe(bytes(inSchemaOrder(template)));
      }
    }),
    { numRuns: 120 },
  );
}, 30_000);

test("commands are undone to the same bytes and redone to the same bytes, one by one and all at once", () => {
  fc.assert(
    fc.property(starts, game, (start, dice) => {
      const states = play(start, dice);
      let template = states.at(-1)?.template ?? start;
      for (const [i, { template: after, patch }] of [...states.entries()].toReversed()) {
        const before = states[i - 1]?.template ?? start;
        template = apply(template, invert(patch));
        expect(bytes(template)).toBe(bytes(before));
        expect(bytes(apply(before, patch))).toBe(bytes(after));
      }
      const whole = composePatches(states.map(({ patch }) => patch));
      const end = states.at(-1)?.template ?? start;
      expect(bytes(apply(start, whole))).toBe(bytes(end));
      expect(bytes(apply(end, invert(whole)))).toBe(bytes(start));
      const there = states.map(({ patch }) => patch);
      const back = states.map(({ patch }) => invert(patch)).toReversed();
      expect(bytes(apply(start, composePatches([...there, ...back])))).toBe(bytes(start));
    }),
    { numRuns: 200 },
  );
}, 30_000);

test("a template that is given is never changed", () => {
  const deepFreeze = (value: unknown): void => {
    if (typeof value !== "object" || value === null || Object.isFrozen(value)) return;
    Object.freeze(value);
    for (const inner of Object.values(value)) deepFreeze(inner);
  };
  fc.assert(
    fc.property(starts, game, (start, dice) => {
      deepFreeze(start);
      for (const { template } of play(start, dice)) deepFreeze(template);
    }),
    { numRuns: 60 },
  );
}, 30_000);

test("moving, grouping and ungrouping lose no part and touch no formula: what refers to a part finds it wherever it stands", () => {
  const isMoving = (command: Command): boolean => command.do === "move" || command.do === "groupColumns" || command.do === "ungroupColumns";
  const formulas = (template: Template): readonly string[] =>
    [...bytes(template).matchAll(/"formula":"[^"]*"/g)].map(([found]) => found).toSorted();
  const parts = (template: Template): readonly string[] =>
    placesIn(template)
      .filter((place) => place.kind !== "column" || !isHead(template, place))
      // A field may go to another group.
      .map((place) => JSON.stringify(place.kind === "field" ? { ...place, block: "" } : place))
      .toSorted();
  fc.assert(
    fc.property(anyTemplate, game, (start, dice) => {
      let template = start;
      for (const die of dice) {
        const command = commandFrom(template, { ...die, what: 56 + (die.what % 40) });
        const done = isMoving(command) ? run(template, command) : undefined;
        if (!done?.ok) continue;
        expect(formulas(done.value.template)).toEqual(formulas(template));
        expect(parts(done.value.template)).toEqual(parts(template));
        template = done.value.template;
      }
    }),
    { numRuns: 100 },
  );
}, 30_000);

const isHead = (template: Template, place: Place): boolean => {
  const part = partAt(template, place);
  return part !== undefined && "columns" in part;
};
