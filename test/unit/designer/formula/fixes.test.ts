import { describe, expect, it } from "vitest";
import { fixesFor } from "@/components/designer/formula/fixes";
import { formulaScope } from "@/lib/form/compile";
import { sample } from "@/test/unit/template/openSample";

const template = sample("06-VPCP-KSTT");

function fixes(text: string): readonly string[] {
  const scope = formulaScope(template, { kind: "column", block: "t1", column: "c3" });
  if (scope === undefined) throw new Error("no such place");
  return fixesFor(text, scope.read(text), scope).map((fix) => fix.text);
}

describe("texts to offer instead of one that cannot be kept", () => {
  it.each([
    ["=c4 + c5", ["c4 + c5"]],
    ["SUM(c4;c5)", ["sum(c4,c5)"]],
    ["C4 + c5", ["c4 + c5"]],
    ["=C4+C5", ["c4+c5"]],
    ["sum(1,5)", ["sum(1.5)", "sum(1, 5)"]],
    ["c4 + c5", []],
    ["c4 +", []],
    ["", []],
  ])("%j: %j", (text, offered) => {
    expect(fixes(text)).toEqual(offered);
  });
});
