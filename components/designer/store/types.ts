import type { Problem } from "@/lib/problem";
import type { Result } from "@/lib/result";
import type { Template, TextLocale } from "@/lib/template";
import type { Command, Place, StepLabel } from "@/lib/template/edit";
import type { Conflict } from "./conflicts";

/**
 * What is selected: parts of one kind, in one block (or blocks). `anchor` is where a Shift selection started, `focus`
 * where the keyboard stands. Nothing selected: the document itself is shown in the properties.
 */
export interface Selection {
  readonly places: readonly Place[];
  readonly anchor: Place | undefined;
  readonly focus: Place | undefined;
}

export type SaveState =
  | { readonly kind: "saved"; readonly at: Date | undefined }
  | { readonly kind: "unsaved" }
  | { readonly kind: "saving" }
  /** No answer: it is tried again; steps wait on this machine. */
  | { readonly kind: "offline" }
  /** Others changed the same parts: the person chooses. */
  | { readonly kind: "conflict" }
  | { readonly kind: "refused"; readonly problems: readonly Problem[] };

/** What somebody else (or the same account in another window) did, as it came in. */
export interface OthersStep {
  readonly by: string;
  /** The same account, in another window. */
  readonly own: boolean;
  readonly label: StepLabel;
  readonly kind: "do" | "undo" | "redo";
}

/** Something that the person must be told; `turn` counts, so that the same twice is told twice. */
export type Notice =
  | { readonly kind: "others"; readonly turn: number; readonly steps: readonly OthersStep[] }
  | { readonly kind: "turned"; readonly turn: number; readonly did: "undo" | "redo"; readonly label: StepLabel }
  /** An undo (or redo) that would write over what others did since. */
  | {
      readonly kind: "notTurned";
      readonly turn: number;
      readonly did: "undo" | "redo";
      readonly label: StepLabel;
      readonly problem: Problem;
    }
  | { readonly kind: "nothingToTurn"; readonly turn: number; readonly did: "undo" | "redo" }
  /** Steps that an earlier window had not saved are on the page again. */
  | { readonly kind: "restored"; readonly turn: number; readonly count: number };

/** What the designer shows, and all of it: the document is the only truth of what was designed. */
export interface DesignerSnapshot {
  readonly template: Template;
  /** Of the draft as it was saved last. */
  readonly revision: number;
  readonly selection: Selection;
  /** The language whose words are typed on the page. */
  readonly textLocale: TextLocale;
  readonly undo: StepLabel | undefined;
  readonly redo: StepLabel | undefined;
  readonly save: SaveState;
  /** What this window did and others did otherwise: the person chooses. */
  readonly conflicts: readonly Conflict[];
  /** Told last. */
  readonly notice: Notice | undefined;
  /** Found by the checks of the whole template, which run beside the screen; `checkedTemplate` is what they were run on. */
  readonly problems: readonly Problem[];
  readonly checkedTemplate: Template | undefined;
}

export interface RunOptions {
  /**
   * Consecutive commands of one mark are one step of undo (letters of a word, a dragged width). A selection, an undo or
   * `endMark` ends the mark.
   */
  readonly mark?: string;
}

/** The one door to the draft for every part of the screen. */
export interface DesignerStore {
  subscribe(listener: () => void): () => void;
  snapshot(): DesignerSnapshot;
  /** Carries a command out; a refused one changes nothing and is told to the person by whoever asked. */
  run(command: Command, options?: RunOptions): Result<undefined, Problem>;
  endMark(): void;
  undo(): void;
  redo(): void;
  select(selection: Selection): void;
  setTextLocale(locale: TextLocale): void;
  /** Settles a conflict; refused where `mine` cannot be put on what stands now. */
  settle(conflict: Conflict, choice: "mine" | "theirs"): Result<undefined, Problem>;
  /** Saves what is unsaved now; whether all of it is acknowledged and nothing waits for a choice. */
  flush(): Promise<boolean>;
  /** Asks what others did. */
  hear(): Promise<void>;
  /** Saves and hears of others by itself while its window stands. Returns how to end it. */
  start(): () => void;
  /** Takes in what the checks found. */
  tellProblems(problems: readonly Problem[], of: Template): void;
}
