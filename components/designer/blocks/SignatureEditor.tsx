"use client";

import { IconArrowLeft, IconArrowRight, IconTrash } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { flushSync } from "react-dom";
import { useDesigner, useDesignerStore, useRun } from "@/components/designer/store";
import { type Signature, type Text, textIn } from "@/lib/template";
import type { Value } from "@/lib/template/edit";
import { BlockTools, ToolButton } from "./BlockTools";
import classes from "./blocks.module.css";
import { focusText } from "./focusText";
import { moved, removed, replaced } from "./listOf";
import { PlainEdit } from "./PlainEdit";
import { TextEdit, type TextKey } from "./TextEdit";
import { asValue } from "./useTextSource";

type Signer = Signature["signers"][number];

/** By the schema. */
const mostSigners = 4;

const signerValue = ({ authority, position, name }: Signer): Value => ({
  ...(authority === undefined ? {} : { authority: asValue(authority) }),
  position: asValue(position),
  ...(name === undefined ? {} : { name }),
});

/** Who signs: beside each other, the last at the right, as they print. */
export function SignatureEditor({ block }: { readonly block: Signature }) {
  const t = useTranslations("designerBlocks.signature");
  const store = useDesignerStore();
  const run = useRun();
  const kind = useDesigner(({ template }) => template.kind);
  const { signers } = block;
  const place = { kind: "block", block: block.id } as const;
  const command = (next: readonly Signer[]) => ({ do: "set", at: [place], values: { signers: next.map(signerValue) } }) as const;
  const change = (next: readonly Signer[], goTo: number): void => {
    flushSync(() => run(command(next)));
    focusText(`${block.id}.signers.${goTo}.position`);
  };
  const textOf = (i: number, property: "authority" | "position") => {
    const address = `${block.id}.signers.${i}.${property}`;
    const signer = signers[i];
    return {
      address,
      text: signer?.[property],
      write: (text: Text | undefined) => {
        const { [property]: _before, ...rest } = signer ?? { position: { vi: "" } };
        const next = { position: { vi: "" }, ...rest, ...(text === undefined ? {} : { [property]: text }) };
        return store.run(command(replaced(signers, i, next)), { mark: address });
      },
    };
  };
  const nameOf = (i: number) => {
    const address = `${block.id}.signers.${i}.name`;
    const signer = signers[i];
    return {
      address,
      words: signer?.name ?? "",
      write: (words: string) => {
        const { name: _before, ...rest } = signer ?? { position: { vi: "" } };
        return store.run(command(replaced(signers, i, words === "" ? rest : { ...rest, name: words })), { mark: address });
      },
    };
  };
  const press = (i: number, { event }: TextKey): void => {
    if (!event.altKey || (event.key !== "ArrowLeft" && event.key !== "ArrowRight")) return;
    event.preventDefault();
    event.stopPropagation();
    const to = event.key === "ArrowLeft" ? i - 1 : i + 1;
    if (to >= 0 && to < signers.length) change(moved(signers, i, to), to);
  };

  return (
    <div>
      <div className={classes.signers} data-count={signers.length} data-kind={kind}>
        {signers.map((signer, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: signers have no identity but their place
          <div key={i} className={classes.part}>
            <TextEdit
              source={textOf(i, "authority")}
              label={t("authority", { number: i + 1 })}
              placeholder={t("authorityPlaceholder")}
              whenEmpty="clear"
              className={classes.signerOptional}
            />
            <TextEdit
              source={textOf(i, "position")}
              label={t("position", { number: i + 1 })}
              placeholder={t("positionPlaceholder")}
              className={classes.signerPosition}
              onKey={(key) => press(i, key)}
            />
            {kind === "figures" ? <span className={classes.signHere}>{t("signHere")}</span> : null}
            <div className={classes.signatureRoom} />
            <PlainEdit
              source={nameOf(i)}
              label={t("name", { number: i + 1 })}
              placeholder={t("namePlaceholder")}
              className={classes.signerName}
            />
            <BlockTools label={t("tools", { name: textIn(signer.position, "vi") || t("positionPlaceholder") })}>
              <ToolButton
                label={t("moveLeft")}
                keys="Alt+←"
                icon={IconArrowLeft}
                disabled={i === 0}
                onClick={() => change(moved(signers, i, i - 1), i - 1)}
              />
              <ToolButton
                label={t("moveRight")}
                keys="Alt+→"
                icon={IconArrowRight}
                disabled={i === signers.length - 1}
                onClick={() => change(moved(signers, i, i + 1), i + 1)}
              />
              <ToolButton
                label={t("remove")}
                icon={IconTrash}
                tone="danger"
                disabled={signers.length === 1}
                onClick={() => change(removed(signers, i), Math.max(0, i - 1))}
              />
            </BlockTools>
          </div>
        ))}
      </div>
      {signers.length < mostSigners ? (
        <button type="button" className={classes.addPart} onClick={() => change([...signers, { position: { vi: "" } }], signers.length)}>
          + {t("add")}
        </button>
      ) : null}
    </div>
  );
}
