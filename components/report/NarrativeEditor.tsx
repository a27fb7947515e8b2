"use client";

import { Anchor } from "@mantine/core";
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBold,
  IconItalic,
  IconList,
  IconListNumbers,
  IconUnderline,
  type TablerIcon,
} from "@tabler/icons-react";
import { EditorContent, type JSONContent, useEditor, useEditorState } from "@tiptap/react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { RichDoc } from "@/lib/form/content";
import { narrativeKit } from "./narrativeKit";
import classes from "./report.module.css";

export interface NarrativeEditorProps {
  readonly label: string;
  readonly describedBy: string | undefined;
  readonly doc: RichDoc | undefined;
  readonly editable: boolean;
  readonly required: boolean;
  readonly minLength: number | undefined;
  readonly maxLength: number | undefined;
  readonly onChange: (doc: RichDoc) => void;
}

const blank = { type: "doc", content: [{ type: "paragraph" }] };

interface Command {
  readonly key: "bold" | "italic" | "underline" | "bulletList" | "orderedList" | "undo" | "redo";
  readonly icon: TablerIcon;
}
const commands: readonly Command[] = [
  { key: "bold", icon: IconBold },
  { key: "italic", icon: IconItalic },
  { key: "underline", icon: IconUnderline },
  { key: "bulletList", icon: IconList },
  { key: "orderedList", icon: IconListNumbers },
  { key: "undo", icon: IconArrowBackUp },
  { key: "redo", icon: IconArrowForwardUp },
];

/** The rich text of one narrative section. */
export function NarrativeEditor({ label, describedBy, doc, editable, required, minLength, maxLength, onChange }: NarrativeEditorProps) {
  const t = useTranslations("fill.narrative");
  const [broken, setBroken] = useState(false);
  const editor = useEditor({
    extensions: narrativeKit,
    content: doc && doc.content.length > 0 ? (doc as JSONContent) : blank,
    editable,
    immediatelyRender: false,
    injectCSS: false,
    // Without it unknown content becomes an empty document, and the next save would erase the text.
    enableContentCheck: true,
    onContentError: ({ editor: failed, disableCollaboration }) => {
      disableCollaboration();
      failed.setEditable(false, false);
      setBroken(true);
    },
    onUpdate: ({ editor: changed }) => onChange(changed.getJSON() as RichDoc),
    editorProps: {
      attributes: {
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": label,
        "aria-required": String(required),
        ...(describedBy ? { "aria-describedby": describedBy } : {}),
        ...(editable ? {} : { "aria-readonly": "true", tabindex: "0" }),
        class: classes.prose ?? "",
      },
    },
  });
  const state = useEditorState({
    editor,
    selector: ({ editor: at }) => ({
      length: at ? at.getText({ blockSeparator: "\n" }).trim().length : 0,
      active: {
        bold: at?.isActive("bold") ?? false,
        italic: at?.isActive("italic") ?? false,
        underline: at?.isActive("underline") ?? false,
        bulletList: at?.isActive("bulletList") ?? false,
        orderedList: at?.isActive("orderedList") ?? false,
        undo: false,
        redo: false,
      },
      can: { undo: at?.can().undo() ?? false, redo: at?.can().redo() ?? false },
    }),
  });

  const run = (key: Command["key"]) => {
    const chain = editor?.chain().focus();
    if (!chain) return;
    switch (key) {
      case "bold":
        return chain.toggleBold().run();
      case "italic":
        return chain.toggleItalic().run();
      case "underline":
        return chain.toggleUnderline().run();
      case "bulletList":
        return chain.toggleBulletList().run();
      case "orderedList":
        return chain.toggleOrderedList().run();
      case "undo":
        return chain.undo().run();
      case "redo":
        return chain.redo().run();
    }
  };
  const length = state?.length ?? 0;
  const over = maxLength !== undefined && length > maxLength;
  const under = minLength !== undefined && length > 0 && length < minLength;
  return (
    <div className={classes.narrative} data-editable={editable || undefined}>
      {editable ? (
        <div role="toolbar" aria-label={t("toolbar", { label })} className={classes.toolbar}>
          {commands.map(({ key, icon: Icon }) => (
            <button
              key={key}
              type="button"
              className={classes.tool}
              aria-label={t(key)}
              title={t(key)}
              aria-pressed={key === "undo" || key === "redo" ? undefined : state?.active[key]}
              disabled={!editor || ((key === "undo" || key === "redo") && !state?.can[key])}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => run(key)}
            >
              <Icon size={16} aria-hidden />
            </button>
          ))}
          <span className={classes.count} data-wrong={over || under || undefined} role={over || under ? "status" : undefined}>
            {maxLength !== undefined ? t("lengthOf", { length, max: maxLength }) : t("length", { length })}
            {under ? ` · ${t("atLeast", { min: minLength })}` : ""}
          </span>
        </div>
      ) : null}
      {broken ? (
        <p className={classes.brokenText} role="alert">
          {t("broken")} <Anchor href="">{t("reload")}</Anchor>
        </p>
      ) : null}
      <EditorContent editor={editor} />
    </div>
  );
}
