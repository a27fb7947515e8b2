import { describe, expect, it } from "vitest";
import { createReportStore } from "@/components/report/reportStore";
import { openForm } from "@/lib/form";
import { compileForm } from "@/lib/form/compile";
import type { CellAddress } from "@/lib/form/content";
import { fail, ok } from "@/lib/result";
import type { SaveInput } from "@/lib/service/types";
import type { Template } from "@/lib/template";

const template: Template = {
  format: 1,
  code: "KHO",
  title: { vi: "Kho" },
  kind: "figures",
  frequencies: ["month"],
  page: { size: "A4", orientation: "portrait" },
  blocks: [
    { kind: "fields", id: "fs", fields: [{ id: "lap", label: { vi: "Người lập" }, type: "text" }] },
    { kind: "list", id: "l1", title: { vi: "Vướng mắc" }, columns: [{ id: "nd", label: { vi: "Nội dung" }, type: "text" }] },
  ],
};
const compiled = compileForm(template);
if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
const compiledForm = compiled.value.form;
const at = (address: string) => address as CellAddress;

/** A store whose saves are kept; `answer` says which revision comes back, or that the server refuses. */
const opened = (answer: (input: SaveInput) => "taken" | { readonly refused: string } = () => "taken") => {
  const sent: SaveInput[] = [];
  const store = createReportStore({
    account: "a",
    report: "r",
    revision: 0,
    clientId: "window-1",
    form: openForm(compiledForm, { period: "2026-03", units: [], history: {} }),
    narrative: {},
    narrativeFindings: () => [],
    readText: (_, text) => ok(text === "" ? null : text),
    send: async (input) => {
      sent.push(input);
      const said = answer(input);
      if (said === "taken") return ok({ revision: input.revision + 1, changed: [], narrative: {}, entries: {}, conflicts: [] });
      const problem = { code: "form.unknownCell", params: {}, at: said.refused, severity: "error" } as const;
      return fail({ status: 422, problems: [problem], retryAfter: undefined });
    },
    storage: undefined,
    now: () => new Date(0),
  });
  return { store, sent };
};

describe("a report being filled", () => {
  it("sends nothing of a row that was removed before it was saved", async () => {
    const { store, sent } = opened();
    store.setEntries("l1", [{ id: "a", label: "1" }]);
    store.editor.commit([
      { at: at("l1@a.nd"), text: "Thiếu vốn" },
      { at: at("f.lap"), text: "Lan" },
    ]);
    store.setEntries("l1", []);
    expect(await store.queue.flush()).toBe(true);
    expect(sent.map(({ edits, entries }) => ({ edits, entries }))).toEqual([
      { edits: [{ at: "f.lap", value: "Lan" }], entries: { l1: [] } },
    ]);
    expect(store.snapshot().invalid.size).toBe(0);
  });

  it("sends its values again when the removal is undone", async () => {
    const { store, sent } = opened();
    store.setEntries("l1", [{ id: "a", label: "1" }]);
    store.editor.commit([{ at: at("l1@a.nd"), text: "Thiếu vốn" }]);
    store.setEntries("l1", []);
    store.editor.undo();
    expect(await store.queue.flush()).toBe(true);
    expect(sent.at(-1)).toMatchObject({ edits: [{ at: "l1@a.nd", value: "Thiếu vốn" }], entries: { l1: [{ id: "a" }] } });
  });

  it("shows what the server refuses at its cell, but nothing of a row that is gone", async () => {
    const { store } = opened(({ edits }) => (edits[0] ? { refused: edits[0].at } : "taken"));
    store.editor.commit([{ at: at("f.lap"), text: "Lan" }]);
    await store.queue.flush();
    expect([...store.snapshot().invalid.keys()]).toEqual(["f.lap"]);

    store.setEntries("l1", [{ id: "a", label: "1" }]);
    store.editor.commit([{ at: at("l1@a.nd"), text: "Thiếu vốn" }]);
    const saving = store.queue.flush();
    store.setEntries("l1", []);
    await saving;
    expect([...store.snapshot().invalid.keys()]).toEqual(["f.lap"]);
    store.queue.stop();
  });
});
