import type { Warning } from "@/lib/formula";

/** What comes of an example: a figure in the language's writing, a condition, blank with what it warns of, or why it is refused. */
export type Shown =
  | { readonly kind: "number"; readonly text: string; readonly words: string }
  | { readonly kind: "condition"; readonly holds: boolean; readonly words: string }
  | { readonly kind: "blank"; readonly warnings: readonly Warning[]; readonly words: string }
  | { readonly kind: "refused"; readonly message: string };
