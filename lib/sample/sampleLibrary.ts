import type { draftSteps, indicatorUses, templates, templateVersions } from "@/lib/db";
import { compileForm } from "@/lib/form/compile";
import { indicatorUsesOf, type Template } from "@/lib/template";
import { type Command, inSchemaOrder, run } from "@/lib/template/edit";
import { momentInVietnam } from "./momentInVietnam";
import { sampleAccount } from "./sampleAccounts";
import { sampleId } from "./sampleId";
import { sectorOfTemplate } from "./sampleSectors";
import { type SampleTemplate, sampleTemplates } from "./sampleTemplates";
import { sampleUnit } from "./sampleUnits";

type VersionRow = typeof templateVersions.$inferInsert;

/** Rows of the library, in the order in which they refer to each other. */
export interface SampleLibrary {
  readonly templates: readonly (typeof templates.$inferInsert)[];
  readonly versions: readonly VersionRow[];
  /** Of forks, whose origin must be there first. */
  readonly forks: readonly (typeof templates.$inferInsert)[];
  readonly forkVersions: readonly VersionRow[];
  readonly steps: readonly (typeof draftSteps.$inferInsert)[];
  readonly uses: readonly (typeof indicatorUses.$inferInsert)[];
}

/** When the city was set up in the system, and its templates published. */
const setUp = momentInVietnam("2023-11-20T08:00");

/** What the form of production said before its second version, of February 2024. */
const earlierProduction: readonly Command[] = [
  {
    do: "set",
    at: [{ kind: "column", block: "t1", column: "c7" }],
    values: { label: { vi: "Thực hiện tháng {month}/{year}", en: "Actual for {month}/{year}" } },
  },
  {
    do: "set",
    at: [{ kind: "column", block: "t1", column: "c8" }],
    values: { number: "8", aggregate: { rule: "sum" } },
    clear: ["formula"],
  },
  { do: "remove", parts: [{ kind: "row", block: "t1", row: "r34" }] },
  { do: "remove", parts: [{ kind: "column", block: "t1", column: "c14" }] },
];

/** What Ninh Kiều made of that first version for its own wards. */
const districtProduction: readonly Command[] = [
  {
    do: "set",
    at: [{ kind: "document" }],
    values: {
      code: "SXKD-THANG-916",
      title: {
        vi: "Báo cáo một số chỉ tiêu sản xuất kinh doanh tháng của quận Ninh Kiều",
        en: "Monthly report of production and business indicators of Ninh Kiều district",
      },
    },
  },
  { do: "remove", parts: [{ kind: "row", block: "t1", row: "r23" }] },
  {
    do: "insert",
    into: { kind: "rows", block: "t1", under: "r20" },
    index: 2,
    parts: [
      {
        kind: "indicator",
        id: "r24",
        number: "3",
        label: { vi: "Chợ, cửa hàng tiện lợi đang hoạt động (điểm)", en: "Markets and convenience stores in business (places)" },
        unit: "điểm",
        decimals: 0,
      },
    ],
  },
];

/** What the Operations Centre is changing in the socio-economic report. */
const draftedReport: readonly Command[] = [
  {
    do: "set",
    at: [{ kind: "block", block: "h10" }],
    values: {
      text: {
        vi: "Cải cách hành chính, chuyển đổi số, thực hiện Đề án 06",
        en: "Administrative reform, digital transformation, Project 06",
      },
    },
  },
  {
    do: "set",
    at: [{ kind: "block", block: "n3" }],
    values: {
      guidance: {
        vi: "Nêu nguyên nhân của các khoản tăng, giảm trên 10% so với cùng kỳ.",
        en: "Explain items that changed by more than 10%.",
      },
    },
  },
  { do: "set", at: [{ kind: "block", block: "n8" }], values: { minLength: 200 } },
];

/**
 * The library of the sample: the city's templates, one of them in its second version, one with a draft in work; and a
 * district's fork of the first version of another, whose origin went on.
 */
export function sampleLibrary(): { readonly current: readonly SampleTemplate[]; readonly rows: SampleLibrary } {
  const current = sampleTemplates();
  const named = (code: string): SampleTemplate => {
    const found = current.find(({ document }) => document.code === code);
    if (!found) throw new Error(`no sample template ${code}`);
    return found;
  };
  const centre = { owner: sampleUnit("TTDH").id, designer: sampleAccount("thietke.ttdh").id };
  const district = { owner: sampleUnit("916").id, designer: sampleAccount("thietke.916").id };

  const production = named("SXKD-THANG");
  const earlier = changed(production.document, earlierProduction);
  const earlierId = sampleId("template", "SXKD-THANG", "1");
  const fork = changed(earlier, districtProduction);
  const forkId = sampleId("template", fork.code);
  const report = named("KTXH-THANG");
  const drafted = changed(report.document, draftedReport);
  const draftId = sampleId("template", report.document.code, "draft");
  const draftedAt = momentInVietnam("2024-04-11T15:20");

  const versions: readonly VersionRow[] = [
    ...current.map(({ id, versionId, version, publishedAt, document, compiled }) => ({
      ...published({ id: versionId, templateId: id, version, publishedAt, by: centre.designer }),
      document,
      compiled,
    })),
    {
      ...published({ id: earlierId, templateId: production.id, version: 1, publishedAt: setUp, by: centre.designer }),
      state: "retired",
      document: earlier,
      compiled: compiledOf(earlier),
    },
    {
      id: draftId,
      templateId: report.id,
      state: "draft",
      revision: draftedReport.length,
      document: drafted,
      createdAt: draftedAt,
      updatedAt: draftedAt,
      updatedBy: centre.designer,
    },
  ];
  const forkVersions: readonly VersionRow[] = [
    {
      ...published({
        id: sampleId("template", fork.code, "1"),
        templateId: forkId,
        version: 1,
        publishedAt: momentInVietnam("2024-01-15T09:10"),
        by: district.designer,
      }),
      document: fork,
      compiled: compiledOf(fork),
    },
  ];
  return {
    current,
    rows: {
      templates: current.map(({ id, document }) => ({
        id,
        code: document.code,
        ownerUnitId: centre.owner,
        createdAt: setUp,
        sectorCode: sectorOfTemplate[document.code] ?? null,
      })),
      versions,
      forks: [
        {
          id: forkId,
          code: fork.code,
          ownerUnitId: district.owner,
          createdAt: momentInVietnam("2024-01-12T14:00"),
          sectorCode: sectorOfTemplate["SXKD-THANG"] ?? null,
          forkedFromVersionId: earlierId,
        },
      ],
      forkVersions,
      steps: stepRows(report.document, draftedReport).map((step, index) => ({
        ...step,
        versionId: draftId,
        revision: index + 1,
        stepId: sampleId("step", report.document.code, String(index + 1)),
        accountId: centre.designer,
        clientId: "sample-window",
        savedAt: new Date(draftedAt.getTime() - (draftedReport.length - index - 1) * 60_000),
      })),
      uses: [...versions, ...forkVersions].flatMap(({ id = "", document }) =>
        indicatorUsesOf(document as Template).map(({ indicator, at }) => ({ versionId: id, indicator, at })),
      ),
    },
  };
}

interface Published {
  readonly id: string;
  readonly templateId: string;
  readonly version: number;
  readonly publishedAt: Date;
  readonly by: string;
}

const published = ({ publishedAt, by, ...row }: Published) => ({
  ...row,
  state: "published" as const,
  publishedAt,
  publishedBy: by,
  createdAt: publishedAt,
  updatedAt: publishedAt,
  updatedBy: by,
});

function stepRows(document: Template, commands: readonly Command[]) {
  let template = inSchemaOrder(document);
  return commands.map((command) => {
    const done = run(template, command);
    if (!done.ok) throw new Error(`sample draft of ${document.code}: ${JSON.stringify(done.error)}`);
    template = done.value.template;
    return { kind: "do" as const, continues: false, label: done.value.label, patch: done.value.patch };
  });
}

function changed(document: Template, commands: readonly Command[]): Template {
  const done = run(inSchemaOrder(document), { do: "together", commands });
  if (!done.ok) throw new Error(`sample template ${document.code}: ${JSON.stringify(done.error)}`);
  return done.value.template;
}

function compiledOf(document: Template) {
  const compiled = compileForm(document);
  if (!compiled.ok) throw new Error(`sample template ${document.code}: ${JSON.stringify(compiled.error)}`);
  return compiled.value.form;
}
