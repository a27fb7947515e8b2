import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { forkCodes } from "@/lib/service/templates/forkCodes";

describe("codes of a fork", () => {
  it("are the origin's with the unit's, then numbered", () => {
    expect(forkCodes("06-VPCP-KSTT", "917").slice(0, 3)).toEqual(["06-VPCP-KSTT-917", "06-VPCP-KSTT-917-2", "06-VPCP-KSTT-917-3"]);
  });

  it("name the unit once, also for a fork of its own fork", () => {
    expect(forkCodes("06-VPCP-KSTT-917", "917").slice(0, 2)).toEqual(["06-VPCP-KSTT-917", "06-VPCP-KSTT-917-2"]);
  });

  it("fit the schema of templates whatever they are made of, and differ", () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[A-Z0-9][A-Z0-9._-]{0,39}$/),
        fc.oneof(fc.string({ maxLength: 60 }), fc.stringMatching(/^[A-Z0-9]{0,60}$/)),
        (code, unit) => {
          const codes = forkCodes(code, unit);
          for (const one of codes) expect(one).toMatch(/^[A-Z0-9][A-Z0-9._-]{0,39}$/);
          expect(new Set(codes).size).toBe(codes.length);
        },
      ),
    );
  });
});
