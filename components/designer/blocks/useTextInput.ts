"use client";

import { useState } from "react";
import { useDesigner, useDesignerStore } from "@/components/designer/store";
import type { Problem } from "@/lib/problem";
import type { Text } from "@/lib/template";
import type { TextSource } from "./useTextSource";
import { type WhenEmpty, writeWords } from "./writeWords";

export interface TextInput {
  /** What stands in the input: what was refused stays until it is mended. */
  readonly words: string;
  /** The Vietnamese, where the language being typed has no words yet. */
  readonly fallback: string | undefined;
  readonly problem: Problem | undefined;
  readonly type: (words: string) => void;
  /** The visit of the input is over: so is its step of undo. */
  readonly leave: () => void;
}

/** A text's input: every keystroke goes into the template; what the template refuses stays in the input with the reason. */
export function useTextInput({ text, write }: TextSource, whenEmpty: WhenEmpty): TextInput {
  const store = useDesignerStore();
  const locale = useDesigner((snapshot) => snapshot.textLocale);
  const [refused, setRefused] = useState<{ readonly words: string; readonly before: Text | undefined; readonly problem: Problem }>();
  const stored = (locale === "en" ? text?.en : text?.vi) ?? "";
  // Somebody else's change, or an undo, is newer than what was refused.
  const standing = refused && refused.before === text ? refused : undefined;
  const words = standing?.words ?? stored;
  return {
    words,
    fallback: locale === "en" && !text?.en ? text?.vi : undefined,
    problem: standing?.problem,
    type: (typed) => {
      const done = write(writeWords(text, locale, typed, whenEmpty));
      setRefused(done.ok ? undefined : { words: typed, before: text, problem: done.error });
      // A step of undo for each word, as in a word processor.
      if (/\s$/.test(typed) && typed.length > words.length) store.endMark();
    },
    leave: () => store.endMark(),
  };
}
