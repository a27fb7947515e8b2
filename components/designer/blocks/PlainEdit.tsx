"use client";

import { useId, useState } from "react";
import { useDesignerStore } from "@/components/designer/store";
import { useSay } from "@/components/ui/useSay";
import type { Problem } from "@/lib/problem";
import type { Result } from "@/lib/result";
import classes from "./blocks.module.css";

/** Words of no language, where they are written. */
export interface WordsSource {
  readonly address: string;
  readonly words: string;
  readonly write: (words: string) => Result<undefined, Problem>;
}

interface PlainEditProps {
  readonly source: WordsSource;
  readonly label: string;
  readonly placeholder: string;
  readonly className?: string | undefined;
  /** The keyboard came in. */
  readonly onEnter?: () => void;
}

/** Words that are the same in every language (a name, the number of a form), edited where they print. */
export function PlainEdit({ source: { address, words, write }, label, placeholder, className, onEnter }: PlainEditProps) {
  const store = useDesignerStore();
  const say = useSay();
  const id = useId();
  const [refused, setRefused] = useState<{ readonly words: string; readonly before: string; readonly problem: Problem }>();
  const standing = refused?.before === words ? refused : undefined;
  return (
    <div className={[classes.text, className].filter(Boolean).join(" ")} data-look="printed">
      <div className={classes.edit} data-invalid={standing ? true : undefined}>
        <input
          className={classes.area}
          data-edit={address}
          value={standing?.words ?? words}
          placeholder={placeholder}
          aria-label={label}
          aria-invalid={standing ? true : undefined}
          aria-describedby={standing ? id : undefined}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => {
            const typed = event.currentTarget.value;
            const done = write(typed);
            setRefused(done.ok ? undefined : { words: typed, before: words, problem: done.error });
          }}
          onFocus={onEnter}
          onBlur={() => store.endMark()}
        />
      </div>
      {standing ? (
        <span id={id} className={classes.problem} role="alert">
          {say(standing.problem)}
        </span>
      ) : null}
    </div>
  );
}
