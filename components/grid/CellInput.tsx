import { useId } from "react";
import type { CellInfo } from "@/lib/form/types";
import { textIn } from "@/lib/template";
import classes from "./grid.module.css";

interface CellInputProps {
  readonly info: CellInfo;
  /** Whether this cell takes typing; else its input is read only, for the keyboard and the screen reader. */
  readonly editing: boolean;
  readonly text: string;
  readonly typing: boolean;
  readonly label: string;
  readonly description: string;
  readonly invalid: boolean;
  readonly locale: string;
  readonly onType: ((text: string) => void) | undefined;
}

const numeric: ReadonlySet<CellInfo["type"]> = new Set(["number", "integer", "percent"]);

/** The real input of the active cell. */
export function CellInput({ info, editing, text, typing, label, description, invalid, locale, onType }: CellInputProps) {
  const id = useId();
  const described = description === "" ? undefined : id;
  return (
    <>
      {editing && info.type === "choice" && info.choices ? (
        <select
          data-keyboard
          className={classes.select}
          value={text}
          aria-label={label}
          aria-describedby={described}
          aria-invalid={invalid || undefined}
          onChange={(event) => onType?.(event.currentTarget.value)}
        >
          <option value="" />
          {info.choices.map((choice) => (
            <option key={choice.value} value={textIn(choice.label, locale === "en" ? "en" : "vi")}>
              {textIn(choice.label, locale === "en" ? "en" : "vi")}
            </option>
          ))}
        </select>
      ) : (
        <input
          data-keyboard
          data-typing={typing || undefined}
          className={classes.input}
          type="text"
          inputMode={editing && numeric.has(info.type) ? "decimal" : undefined}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          readOnly={!editing}
          value={text}
          aria-label={label}
          aria-describedby={described}
          aria-invalid={invalid || undefined}
          onChange={(event) => onType?.(event.currentTarget.value)}
        />
      )}
      {described ? (
        <span id={id} className={classes.hidden}>
          {description}
        </span>
      ) : null}
    </>
  );
}
