import { useId } from "react";
import classes from "./table.module.css";

export interface Typing {
  readonly text: string;
  /** `replace`: began by typing, arrows end it. `edit`: began by F2 or a double click, arrows move the caret. */
  readonly mode: "replace" | "edit";
}

/** What the active cell needs to be typed into. */
export interface ActiveInput {
  readonly text: string;
  readonly typing: Typing["mode"] | undefined;
  /** Name for those who hear it: the place and what stands there. */
  readonly label: string;
  readonly description: string;
  readonly placeholder: string | undefined;
  readonly wrong: string | undefined;
  /** Whether what is selected lies in this table: the keyboard comes back to it from the formula bar. */
  readonly owns: boolean;
  readonly onType: (text: string) => void;
}

/**
 * The real input of the active cell, so that Vietnamese typing (Telex by backspace and reinsertion, or by composition)
 * works as in any field. It lies over a copy of its words, which give the cell its size: text wraps as it prints.
 */
export function CellInput({ input }: { readonly input: ActiveInput }) {
  const id = useId();
  const described = [input.wrong, input.description].filter((part) => part !== undefined && part !== "").join(". ");
  return (
    <span className={classes.editor} data-typing={input.typing !== undefined || undefined}>
      <span className={classes.mirror} aria-hidden>
        {input.text === "" ? (input.placeholder ?? "") : input.text}
        {"\u200b"}
      </span>
      <textarea
        data-keyboard
        {...(input.owns ? { tabIndex: 0 } : {})}
        className={classes.input}
        rows={1}
        autoComplete="off"
        autoCorrect="off"
        autoCapitalize="off"
        spellCheck={false}
        value={input.text}
        placeholder={input.placeholder}
        aria-label={input.label}
        aria-describedby={described === "" ? undefined : id}
        aria-invalid={input.wrong === undefined ? undefined : true}
        onChange={(event) => input.onType(event.currentTarget.value)}
      />
      {described === "" ? null : (
        <span id={id} className={classes.hidden}>
          {described}
        </span>
      )}
      {input.wrong === undefined ? null : (
        <span className={classes.wrong} role="alert">
          {input.wrong}
        </span>
      )}
    </span>
  );
}
