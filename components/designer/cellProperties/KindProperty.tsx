"use client";

import { NativeSelect } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useProperty } from "@/components/designer/properties/useProperty";
import { useSay } from "@/components/ui/useSay";
import type { Column, Row } from "@/lib/template";
import type { Place } from "@/lib/template/edit";

type Kind = Exclude<Column["kind"], "group" | "number" | "label"> | "number" | "label" | Row["kind"];

interface KindPropertyProps {
  readonly places: readonly Place[];
  readonly kinds: readonly Kind[];
  readonly of: "column" | "row";
}

/** What a column or row is; what the new kind cannot have goes with the old. */
export function KindProperty({ places, kinds, of }: KindPropertyProps) {
  const t = useTranslations("designerFormula");
  const say = useSay();
  const { shared, set, problem, leave } = useProperty(places, "kind");
  const kind = shared.kind === "same" ? String(shared.value) : "mixed";
  return (
    <NativeSelect
      size="xs"
      label={t(of === "column" ? "columnKind.title" : "rowKind.title")}
      description={kind === "mixed" ? undefined : of === "row" ? t(`rowKind.means.${kind as Row["kind"]}`) : undefined}
      error={problem ? say(problem) : undefined}
      value={kind}
      data={[
        ...(kind === "mixed" ? [{ value: "mixed", label: t("mixed"), disabled: true }] : []),
        ...kinds.map((one) => ({
          value: one,
          label: of === "column" ? t(`columnKind.${one as "value" | "number" | "label" | "unit"}`) : t(`rowKind.${one as Row["kind"]}`),
        })),
      ]}
      onChange={(event) => {
        set(event.currentTarget.value);
        leave();
      }}
    />
  );
}
