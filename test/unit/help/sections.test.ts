import { describe, expect, test } from "vitest";
import { helpSections } from "@/app/(rooms)/help/sections";
import { designerKeys } from "@/components/designer/help/designerKeys";
import { messagesOf } from "@/lib/messages";

const { help, designer } = messagesOf("vi") as {
  readonly help: { readonly sections: object; readonly points: object };
  readonly designer: { readonly keys: object };
};

describe("the help", () => {
  test("tells everything that is written for it, once", () => {
    expect(helpSections.flatMap(({ points }) => points).sort()).toEqual(Object.keys(help.points).sort());
    expect(helpSections.map(({ id }) => id).sort()).toEqual(Object.keys(help.sections).sort());
  });

  test("shows every key of the designer that there are words for", () => {
    const told = new Set(designerKeys.flatMap(({ rows }) => rows.map(([key]) => key)));
    const written = Object.keys(designer.keys).filter((key) => !["title", "close", "group"].includes(key));
    expect([...told].sort()).toEqual(written.sort());
  });
});
