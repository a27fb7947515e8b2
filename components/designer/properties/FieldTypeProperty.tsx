"use client";

import { NativeSelect } from "@mantine/core";
import { useTranslations } from "next-intl";
import { fieldTypes } from "@/components/designer/blocks/AddField";
import { useDesigner, useDesignerStore, useRun } from "@/components/designer/store";
import type { Field } from "@/lib/template";
import { type Place, partAt } from "@/lib/template/edit";
import { lostByType } from "./fieldType";
import { sameShared, sharedValue } from "./shared";

/** The type of fields: what the new type cannot have goes with the same step, and comes back by undo. */
export function FieldTypeProperty({ places }: { readonly places: readonly Place[] }) {
  const t = useTranslations("designerBlocks");
  const store = useDesignerStore();
  const run = useRun();
  const shared = useDesigner(({ template }) => sharedValue(template, places, "type"), sameShared);
  const become = (type: Field["type"]): void => {
    const { template } = store.snapshot();
    run({
      do: "together",
      commands: places.map((place) => {
        const field = partAt(template, place) as Field;
        const gets = type === "choice" && field.choices === undefined;
        return {
          do: "set",
          at: [place],
          values: { type, ...(gets ? { choices: [{ value: "1", label: { vi: t("field.firstChoice") } }] } : {}) },
          clear: lostByType(field, type),
        };
      }),
    });
  };
  return (
    <NativeSelect
      size="xs"
      label={t("field.typeProperty")}
      value={shared.kind === "same" ? String(shared.value) : ""}
      data={[
        ...(shared.kind === "same" ? [] : [{ value: "", label: t("properties.mixed"), disabled: true }]),
        ...fieldTypes.map((type) => ({ value: type, label: t(`field.type.${type}`) })),
      ]}
      onChange={(event) => {
        const type = fieldTypes.find((each) => each === event.currentTarget.value);
        if (type) become(type);
      }}
    />
  );
}
