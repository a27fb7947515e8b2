import type { Problem } from "@/lib/problem";
import { fail, ok, type Result } from "@/lib/result";
import type { Template } from "@/lib/template";
import type { Command, StepLabel } from "./command";
import type { Patch } from "./patch";
import { groupColumns, ungroupColumns } from "./runGroup";
import { insertParts } from "./runInsert";
import { moveParts } from "./runMove";
import { removeParts } from "./runRemove";
import { replaceTemplate } from "./runReplace";
import { setProperties } from "./runSet";
import { labelOf } from "./stepLabel";
import { type Workpiece, workOn } from "./workpiece";

/** What a command made of a template. */
export interface Done {
  readonly template: Template;
  /** Empty where the command changed nothing; the template is then the same object. */
  readonly patch: Patch;
  readonly label: StepLabel;
}

/**
 * Carries a command out. The template that was given is not touched; what the command leaves alone stands in the new
 * one as the same objects. A refused command says why, in the words of `edit.json` or, for a value that does not fit
 * the schema, of `template.json`.
 */
export function run(template: Template, command: Command): Result<Done, Problem> {
  const work = workOn(template);
  const problem = carryOut(work, command);
  if (problem) return fail(problem);
  const done = work.finish();
  return done.ok ? ok({ ...done.value, label: labelOf(template, command) }) : done;
}

function carryOut(work: Workpiece, command: Command): Problem | undefined {
  switch (command.do) {
    case "set":
      return setProperties(work, command);
    case "insert":
      return insertParts(work, command);
    case "move":
      return moveParts(work, command);
    case "remove":
      return removeParts(work, command);
    case "groupColumns":
      return groupColumns(work, command);
    case "ungroupColumns":
      return ungroupColumns(work, command);
    case "replace":
      return replaceTemplate(work, command.template);
    case "together":
      for (const inner of command.commands) {
        const problem = carryOut(work, inner);
        if (problem) return problem;
      }
      return undefined;
  }
}
