"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { TextEdit } from "@/components/designer/blocks/TextEdit";
import { addressOf, asValue, type TextSource } from "@/components/designer/blocks/useTextSource";
import type { WhenEmpty } from "@/components/designer/blocks/writeWords";
import { useDesignerStore } from "@/components/designer/store";
import type { Text } from "@/lib/template";
import type { Place } from "@/lib/template/edit";
import classes from "./properties.module.css";
import { useProperty } from "./useProperty";

interface TextPropertyProps {
  readonly places: readonly Place[];
  readonly property: string;
  readonly label: string;
  readonly help?: string;
  readonly placeholder?: string;
  readonly lines?: "one" | "many";
  readonly whenEmpty?: WhenEmpty;
}

/** A text of the selected parts, in the language that is typed on the page. */
export function TextProperty({ places, property, label, help, placeholder, lines = "one", whenEmpty = "keep" }: TextPropertyProps) {
  const t = useTranslations("designerBlocks.properties");
  const store = useDesignerStore();
  const { shared } = useProperty(places, property);
  const text = shared.kind === "same" ? (shared.value as unknown as Text) : undefined;
  const source = useMemo<TextSource>(() => {
    const [first] = places;
    const address = `panel.${first === undefined ? property : addressOf(first, property)}`;
    return {
      address,
      text,
      write: (next) =>
        store.run(
          next === undefined
            ? { do: "set", at: places, values: {}, clear: [property] }
            : { do: "set", at: places, values: { [property]: asValue(next) } },
          { mark: address },
        ),
    };
  }, [store, places, property, text]);
  return (
    <div className={classes.property}>
      <span className={classes.label}>{label}</span>
      <TextEdit
        source={source}
        label={label}
        look="boxed"
        lines={lines}
        whenEmpty={whenEmpty}
        {...(help === undefined ? {} : { hint: help })}
        {...(shared.kind === "mixed" ? { placeholder: t("mixed") } : placeholder === undefined ? {} : { placeholder })}
      />
      {help === undefined ? null : (
        <span className={classes.help} aria-hidden>
          {help}
        </span>
      )}
    </div>
  );
}
