"use client";

import { IconArrowDown, IconArrowUp, IconTrash } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { flushSync } from "react-dom";
import { useDesignerStore, useRun } from "@/components/designer/store";
import type { Recipients, Text } from "@/lib/template";
import { BlockTools, ToolButton } from "./BlockTools";
import classes from "./blocks.module.css";
import { focusText } from "./focusText";
import { inserted, moved, removed, replaced } from "./listOf";
import { TextEdit, type TextKey } from "./TextEdit";
import { asValue } from "./useTextSource";

/** Nơi nhận, as it prints: Enter adds a line, Backspace takes an empty one out, Alt and an arrow move it. */
export function RecipientsEditor({ block }: { readonly block: Recipients }) {
  const t = useTranslations("designerBlocks.recipients");
  const store = useDesignerStore();
  const run = useRun();
  const { items } = block;
  const command = (next: readonly Text[]) =>
    ({ do: "set", at: [{ kind: "block", block: block.id }], values: { items: next.map(asValue) } }) as const;
  const addressOf = (i: number): string => `${block.id}.items.${i}`;
  const change = (next: readonly Text[], goTo: number): void => {
    flushSync(() => run(command(next)));
    focusText(addressOf(goTo));
  };
  const move = (from: number, to: number): void => {
    if (to >= 0 && to < items.length) change(moved(items, from, to), to);
  };
  const press = (i: number, { event, words }: TextKey): void => {
    if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault();
      event.stopPropagation();
      move(i, event.key === "ArrowUp" ? i - 1 : i + 1);
    } else if (event.key === "Enter") {
      event.preventDefault();
      change(inserted(items, i + 1, { vi: "" }), i + 1);
    } else if (event.key === "Backspace" && words === "" && items.length > 1) {
      event.preventDefault();
      change(removed(items, i), Math.max(0, i - 1));
    }
  };
  return (
    <div className={classes.recipients}>
      <p className={classes.recipientsHead}>{t("head")}</p>
      <ul>
        {items.map((item, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: recipients have no identity but their place
          <li key={i} className={`${classes.part} ${classes.line}`}>
            <TextEdit
              source={{
                address: addressOf(i),
                text: item,
                write: (text) => store.run(command(replaced(items, i, text ?? { vi: "" })), { mark: addressOf(i) }),
              }}
              label={t("item", { number: i + 1 })}
              hint={t("hint")}
              placeholder={t("placeholder")}
              width="words"
              onKey={(key) => press(i, key)}
              before={<span aria-hidden>-</span>}
            />
            <span aria-hidden>{i === items.length - 1 ? "." : ";"}</span>
            <BlockTools label={t("tools", { number: i + 1 })}>
              <ToolButton label={t("moveUp")} keys="Alt+↑" icon={IconArrowUp} disabled={i === 0} onClick={() => move(i, i - 1)} />
              <ToolButton
                label={t("moveDown")}
                keys="Alt+↓"
                icon={IconArrowDown}
                disabled={i === items.length - 1}
                onClick={() => move(i, i + 1)}
              />
              <ToolButton
                label={t("remove")}
                icon={IconTrash}
                tone="danger"
                disabled={items.length === 1}
                onClick={() => change(removed(items, i), Math.max(0, i - 1))}
              />
            </BlockTools>
          </li>
        ))}
      </ul>
      <button type="button" className={classes.addPart} onClick={() => change([...items, { vi: "" }], items.length)}>
        + {t("add")}
      </button>
    </div>
  );
}
