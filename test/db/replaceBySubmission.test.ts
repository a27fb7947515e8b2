import { expect, it } from "vitest";
import { openReport, replaceBySubmission } from "@/lib/service/reports";
import type { Template } from "@/lib/template";
import { officeTemplate, setUpOffice } from "./reportOffice";
import { testDatabase } from "./testDatabase";

const { db } = await testDatabase();

/** The list of the office's form, with a column that the template fills in. */
const template: Template = {
  ...officeTemplate,
  blocks: [
    {
      kind: "list",
      id: "l1",
      title: { vi: "Vướng mắc" },
      columns: [
        { id: "noi_dung", label: { vi: "Nội dung" }, type: "text" },
        { id: "so_ho", label: { vi: "Số hộ" }, type: "integer", default: 7 },
      ],
    },
  ],
};

it("leaves blank what a submission leaves out, also in an entry that it adds and the template would fill in", async () => {
  const office = await setUpOffice(db, template);
  const id = await office.newReport("a");
  const submit = async (revision: number, ids: readonly string[]) => {
    const lists = { l1: ids.map((entry) => ({ id: entry, label: "", values: { noi_dung: entry } })) };
    const outcome = await replaceBySubmission(office.as("nhap.a"), id, { revision, submission: { lists } });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.error.problems));
    const opened = await openReport(office.as("nhap.a"), id);
    return opened.ok ? opened.value.content : undefined;
  };
  expect((await submit(0, ["a"]))?.cells).toEqual({ "l1@a.noi_dung": "a" });
  const content = await submit(1, ["a", "b"]);
  expect(content?.cells).toEqual({ "l1@a.noi_dung": "a", "l1@b.noi_dung": "b" });
  expect(content?.entries.l1?.map((entry) => entry.id)).toEqual(["a", "b"]);
});
