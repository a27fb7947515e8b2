import type { modals } from "@mantine/modals";
import { type NameContext, partName } from "@/components/designer/dnd";
import type { Use } from "@/lib/template/edit";

interface UsesQuestionOptions {
  readonly context: NameContext;
  /** The name of what would be removed. */
  readonly part: string;
  readonly uses: readonly Use[];
  readonly onConfirm: () => void;
}

/** As many are told by name. */
const most = 8;

type Question = Parameters<typeof modals.openConfirmModal>[0];

/** Asks whether parts are removed that others refer to, and tells which. */
export function usesQuestion({ context, part, uses, onConfirm }: UsesQuestionOptions): Question {
  const { t } = context;
  const named = [...new Set(uses.map(({ place }) => whereIs(context, place)))];
  return {
    title: t("action.usedTitle", { part }),
    children: (
      <>
        <p style={{ marginTop: 0 }}>{t("action.used", { count: named.length })}</p>
        <ul style={{ margin: 0, paddingLeft: "1.25rem" }}>
          {named.slice(0, most).map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
        {named.length > most ? <p>{t("action.andMore", { count: named.length - most })}</p> : null}
      </>
    ),
    labels: { confirm: t("action.removeAnyway"), cancel: t("action.keep") },
    confirmProps: { color: "red" },
    onConfirm,
  };
}

/** "Bảng 2, hàng “Trồng trọt”". */
function whereIs(context: NameContext, place: Use["place"]): string {
  const name = partName(context, place);
  if (place.kind === "document" || place.kind === "block") return name;
  return `${partName(context, { kind: "block", block: place.block })}, ${name}`;
}
