"use client";

import { NativeSelect } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useDesigner } from "@/components/designer/store";
import { useSay } from "@/components/ui/useSay";
import type { Place } from "@/lib/template/edit";
import classes from "./properties.module.css";
import { useProperty } from "./useProperty";

const document: readonly Place[] = [{ kind: "document" }];

/** Paper of the printed report: its size and how it lies. */
export function PageProperty() {
  const t = useTranslations("designerBlocks.document");
  const say = useSay();
  const page = useDesigner(({ template }) => template.page);
  const { set, problem, leave } = useProperty(document, "page");
  return (
    <>
      <div className={classes.pair}>
        <NativeSelect
          size="xs"
          label={t("size")}
          value={page.size}
          data={["A4", "A3"]}
          onChange={(event) => {
            set({ size: event.currentTarget.value, orientation: page.orientation });
            leave();
          }}
        />
        <NativeSelect
          size="xs"
          label={t("orientation")}
          value={page.orientation}
          data={(["portrait", "landscape"] as const).map((value) => ({ value, label: t(value) }))}
          onChange={(event) => {
            set({ size: page.size, orientation: event.currentTarget.value });
            leave();
          }}
        />
      </div>
      {problem ? (
        <span className={classes.error} role="alert">
          {say(problem)}
        </span>
      ) : null}
    </>
  );
}
