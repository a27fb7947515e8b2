import { expect, it } from "vitest";
import { historyKey } from "@/components/designer/bar/useDesignerKeys";

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

it.each([
  ["z", { ...none, ctrlKey: true }, "undo"],
  ["Z", { ...none, ctrlKey: true, shiftKey: true }, "redo"],
  ["y", { ...none, ctrlKey: true }, "redo"],
  ["z", { ...none, metaKey: true }, "undo"],
  ["z", none, undefined],
  ["y", { ...none, ctrlKey: true, shiftKey: true }, undefined],
  ["z", { ...none, ctrlKey: true, altKey: true }, undefined],
  ["x", { ...none, ctrlKey: true }, undefined],
] as const)("%s with %o asks for %s", (key, held, wanted) => {
  expect(historyKey({ key, ...held })).toBe(wanted);
});
