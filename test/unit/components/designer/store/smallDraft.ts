import { createDesignerStore, type DesignerStoreOptions } from "@/components/designer/store/createDesignerStore";
import type { DraftKeep, KeptDraft } from "@/components/designer/store/draftKeep";
import type { Row, Template } from "@/lib/template";
import type { Place } from "@/lib/template/edit";
import type { PretendServer } from "./pretendServer";

/** A small draft of our own: a heading, and a table of two columns and three rows. */
export const smallDraft: Template = {
  format: 1,
  code: "NHO",
  title: { vi: "Biểu nhỏ" },
  kind: "figures",
  frequencies: ["month"],
  page: { size: "A4", orientation: "portrait" },
  blocks: [
    { kind: "heading", id: "h1", text: { vi: "Kết quả" }, level: 1 },
    {
      kind: "table",
      id: "t1",
      columns: [
        { kind: "label", id: "c1", label: { vi: "Chỉ tiêu" } },
        { kind: "value", id: "c2", label: { vi: "Thực hiện" } },
      ],
      rows: [
        { kind: "indicator", id: "r1", label: { vi: "Một" } },
        { kind: "indicator", id: "r2", label: { vi: "Hai" } },
        { kind: "indicator", id: "r3", label: { vi: "Ba" } },
      ],
    },
  ],
};

export const rowPlace = (row: string): Place => ({ kind: "row", block: "t1", row });
export const headingPlace: Place = { kind: "block", block: "h1" };

export const rowsIn = (template: Template): readonly Row[] =>
  template.blocks.flatMap((block) => (block.kind === "table" ? block.rows : []));
export const labelOf = (template: Template, row: string): string | undefined => rowsIn(template).find(({ id }) => id === row)?.label.vi;
export const headingOf = (template: Template): string | undefined =>
  template.blocks.flatMap((block) => (block.kind === "heading" ? [block.text.vi] : []))[0];

export const labels = (places: readonly string[], vi: string) =>
  ({ do: "set", at: places.map(rowPlace), values: { label: { vi } } }) as const;
export const heads = (vi: string) => ({ do: "set", at: [headingPlace], values: { text: { vi } } }) as const;

let windows = 0;

/** Ids of this window's steps, in order. */
const countingIds = (window: number): (() => string) => {
  let count = 0;
  return () => {
    count += 1;
    // Steps of undo and redo take ids that follow: a gap is left for them.
    return `00000000-0000-4000-8000-${(window * 1_000_000_000 + count * 1_000).toString(16).padStart(12, "0")}`;
  };
};

interface WindowOptions extends Partial<Pick<DesignerStoreOptions, "keep" | "windows" | "detail">> {
  readonly account?: string;
}

/** Opens a window at the draft of a server, as its page does. */
export const openWindow = (server: PretendServer, { account = "an", detail, keep, windows: open }: WindowOptions = {}) => {
  windows += 1;
  const clientId = `window-${windows}-of-the-test`;
  const store = createDesignerStore({
    detail: detail ?? {
      templateId: "template",
      versionId: "version",
      revision: server.revision,
      document: structuredClone(server.document),
      steps: structuredClone(server.log.slice(-500)),
      owner: { id: "unit", code: "DV", name: "Đơn vị" },
      publishedVersion: null,
      spentIds: {},
      mayPublish: true,
    },
    accountId: account,
    clientId,
    api: server.apiOf({ accountId: account, name: `Tên ${account}` }),
    keep,
    windows: open,
    newId: countingIds(windows),
    now: () => new Date("2026-01-05T01:00:00.000Z"),
  });
  return { store, clientId };
};

/** A machine's memory of unsaved steps. */
export class PretendKeep implements DraftKeep {
  readonly kept = new Map<string, KeptDraft>();
  read = async () => structuredClone([...this.kept.values()]);
  write = (draft: KeptDraft) => void this.kept.set(draft.clientId, structuredClone(draft));
  remove = (clientId: string) => void this.kept.delete(clientId);
}
