"use client";

import { useTranslations } from "next-intl";
import { useDesigner, useDesignerStore } from "@/components/designer/store";
import type { TextBlock } from "@/lib/template";
import { freshId } from "@/lib/template/edit";
import classes from "./blocks.module.css";
import { cutAt } from "./headingKeys";
import { TextEdit, type TextKey } from "./TextEdit";
import { useBlockFlow } from "./useBlockFlow";
import { asValue, usePropertyText } from "./useTextSource";
import { writeWords } from "./writeWords";

/** A paragraph of the designer: Enter goes on with the next one, Shift+Enter breaks the line, Backspace removes an empty one. */
export function TextBlockEditor({ block }: { readonly block: TextBlock }) {
  const t = useTranslations("designerBlocks.paragraph");
  const store = useDesignerStore();
  const locale = useDesigner((snapshot) => snapshot.textLocale);
  const flow = useBlockFlow();
  const place = { kind: "block", block: block.id } as const;
  const source = usePropertyText(place, "text", block.text);

  const press = ({ event, words, from, to }: TextKey): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      const [kept, moved] = cutAt(words, from, to);
      const left = writeWords(block.text, locale, kept, "keep") ?? { vi: "" };
      flow.add(
        block.id,
        () => ({
          kind: "text",
          id: freshId(store.snapshot().template, { kind: "blocks" }, "x"),
          text: writeWords(undefined, locale, moved, "keep") ?? { vi: "" },
          ...(block.style === undefined ? {} : { style: block.style }),
        }),
        kept === words ? [] : [{ do: "set", at: [place], values: { text: asValue(left) } }],
      );
    } else if (event.key === "Backspace" && words === "") {
      event.preventDefault();
      flow.remove(block.id);
    }
  };

  return (
    <TextEdit
      source={source}
      label={t("label")}
      hint={t("hint")}
      placeholder={t("placeholder")}
      lines="many"
      className={classes[`style-${block.style ?? "body"}`]}
      onKey={press}
    />
  );
}
