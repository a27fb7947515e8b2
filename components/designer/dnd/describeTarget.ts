import { childrenOf } from "./childrenOf";
import { staysPut } from "./dropTargets";
import { blockOrdinal, type NameContext, partName } from "./partName";
import type { Dragged, DropTarget } from "./types";

/** A place in words, by names: "Bảng 2, trước hàng “Trồng trọt”, trong nhóm “Nông nghiệp”". */
export function describeTarget(context: NameContext, dragged: Dragged, target: DropTarget): string {
  const { template, t } = context;
  const { into, index } = target;
  const children = childrenOf(template, into);
  const before = children[index];
  const after = children[index - 1];
  const where = staysPut(template, dragged, target)
    ? t("where.here")
    : before
      ? t("where.before", { part: partName(context, before) })
      : after
        ? t("where.after", { part: partName(context, after) })
        : t("where.alone");
  const group =
    into.kind === "columns" && into.under !== undefined
      ? partName(context, { kind: "column", block: into.block, column: into.under })
      : into.kind === "rows" && into.under !== undefined
        ? partName(context, { kind: "row", block: into.block, row: into.under })
        : undefined;
  const parts = [
    into.kind === "blocks" ? undefined : blockOrdinal(context, into.block),
    where,
    group === undefined ? undefined : t("where.within", { part: group }),
  ];
  const sentence = parts.filter((part) => part !== undefined).join(", ");
  return sentence.charAt(0).toLocaleUpperCase(context.locale) + sentence.slice(1);
}
