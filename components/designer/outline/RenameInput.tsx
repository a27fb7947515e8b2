"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useDesignerStore } from "@/components/designer/store";
import classes from "./outline.module.css";
import type { OutlineNode } from "./outlineNodes";
import { nameIn } from "./rename";

interface RenameInputProps {
  readonly node: OutlineNode;
  /** With the words, or without where the name stays. */
  readonly onDone: (words: string | undefined) => void;
}

/** The name of a part typed in its line: Enter or leaving keeps it, Escape does not. */
export function RenameInput({ node, onDone }: RenameInputProps) {
  const t = useTranslations("designerPage.outline");
  const store = useDesignerStore();
  const [words, setWords] = useState(() => {
    const { template, textLocale } = store.snapshot();
    return nameIn(template, node.place, textLocale) ?? "";
  });
  const input = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  const done = (kept: string | undefined): void => {
    if (isDone.current) return;
    isDone.current = true;
    onDone(kept);
  };
  return (
    <input
      ref={input}
      className={classes.rename}
      aria-label={t("rename")}
      value={words}
      onChange={({ currentTarget }) => setWords(currentTarget.value)}
      onBlur={() => done(words)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.nativeEvent.isComposing) return;
        if (event.key === "Enter") done(words);
        else if (event.key === "Escape") done(undefined);
      }}
    />
  );
}
