import { beforeAll, expect, it } from "vitest";
import { transitionReport } from "@/lib/service/reports";
import type { Template } from "@/lib/template";
import { edits, type Office, saved, setUpOffice } from "./reportOffice";
import { testDatabase } from "./testDatabase";

/** Nothing must be filled: submitting it blank would break no rule of its own. */
const template: Template = {
  format: 1,
  code: "VP-03",
  title: { vi: "Không bắt buộc" },
  kind: "figures",
  frequencies: ["quarter"],
  page: { size: "A4", orientation: "portrait" },
  blocks: [
    {
      kind: "table",
      id: "t1",
      columns: [
        { kind: "label", id: "c1", label: { vi: "Chỉ tiêu" } },
        { kind: "value", id: "c2", label: { vi: "Thực hiện" } },
      ],
      rows: [{ kind: "indicator", id: "r01", label: { vi: "Thu" } }],
    },
  ],
};

const { db } = await testDatabase();
let office: Office;
beforeAll(async () => {
  office = await setUpOffice(db, template);
});

it("An empty report is not submitted; one that says that nothing arose is", async () => {
  const id = await office.newReport("a");
  const reporter = office.as("nhap.a");
  expect(await transitionReport(reporter, id, { action: "submit", revision: 0 })).toMatchObject({
    ok: false,
    error: { kind: "invalid", problems: [{ code: "report.nothingEntered" }] },
  });
  const { revision } = await saved(reporter, id, { revision: 0, edits: edits({ "t1.r01.c2": "-" }) });
  expect(await transitionReport(reporter, id, { action: "submit", revision })).toMatchObject({ ok: true, value: { state: "submitted" } });
});
