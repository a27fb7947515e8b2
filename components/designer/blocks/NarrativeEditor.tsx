"use client";

import { useTranslations } from "next-intl";
import type { Narrative } from "@/lib/template";
import classes from "./blocks.module.css";
import { TextEdit } from "./TextEdit";
import { usePropertyText } from "./useTextSource";

/** A section that the reporter writes, as they will see it: what is asked, how to answer, the words it starts with. */
export function NarrativeEditor({ block }: { readonly block: Narrative }) {
  const t = useTranslations("designerBlocks.narrative");
  const place = { kind: "block", block: block.id } as const;
  const prompt = usePropertyText(place, "prompt", block.prompt);
  const guidance = usePropertyText(place, "guidance", block.guidance);
  const starter = usePropertyText(place, "starter", block.starter);
  return (
    <section className={classes.narrative}>
      <div className={classes.promptLine}>
        <TextEdit source={prompt} label={t("prompt")} placeholder={t("promptPlaceholder")} className={classes.prompt} width="words" />
        {block.required ? (
          <b className={classes.required} title={t("isRequired")}>
            *
          </b>
        ) : null}
      </div>
      <TextEdit
        source={guidance}
        label={t("guidance")}
        placeholder={t("guidancePlaceholder")}
        lines="many"
        whenEmpty="clear"
        className={classes.guidance}
      />
      <div className={classes.paperBox}>
        <TextEdit
          source={starter}
          label={t("starter")}
          placeholder={t("starterPlaceholder")}
          lines="many"
          whenEmpty="clear"
          className={classes.starter}
        />
        <p className={classes.boxFoot}>
          <span>{t(`combineFact.${block.combine ?? "none"}`)}</span>
          <span>{t("length", { min: block.minLength ?? 0, max: block.maxLength ?? 0 })}</span>
        </p>
      </div>
    </section>
  );
}
