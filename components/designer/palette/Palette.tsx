"use client";

import { Tooltip } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useDragSource } from "@/components/designer/dnd";
import { type BlockKind, blockIcons, paletteGroups } from "./blockKinds";
import classes from "./palette.module.css";
import { useInsertBlock, useNewBlock } from "./useInsertBlock";

/** The blocks that a document is made of: dragged to the page, or inserted after the selection by a click or Enter. */
export function Palette() {
  const t = useTranslations("designerPage.palette");
  return (
    <section className={classes.palette} aria-label={t("label")}>
      <p className={classes.hint}>{t("hint")}</p>
      {paletteGroups.map(({ name, kinds }) => (
        <fieldset key={name} className={classes.group}>
          <legend>{t(`group.${name}`)}</legend>
          <div className={classes.entries}>
            {kinds.map((kind) => (
              <PaletteEntry key={kind} kind={kind} />
            ))}
          </div>
        </fieldset>
      ))}
    </section>
  );
}

function PaletteEntry({ kind }: { readonly kind: BlockKind }) {
  const t = useTranslations("designerPage.palette");
  const made = useNewBlock();
  const insert = useInsertBlock();
  const dragged = useMemo(() => made(kind), [made, kind]);
  const source = useDragSource({ id: `palette ${kind}`, dragged, byKeyboard: false });
  const { ref: handleRef, ...handle } = source.handle;
  const Icon = blockIcons[kind];
  return (
    <Tooltip label={t(`help.${kind}`)} position="right" multiline w={240}>
      <button
        type="button"
        ref={(node) => {
          source.ref(node);
          handleRef(node);
        }}
        {...handle}
        className={classes.entry}
        data-dragging={source.isDragging || undefined}
        onClick={() => insert(kind)}
      >
        <Icon size={16} stroke={1.7} aria-hidden />
        <span>{t(`kind.${kind}`)}</span>
      </button>
    </Tooltip>
  );
}
