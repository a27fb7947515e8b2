import type { LibraryItem } from "@/lib/service/designTypes";

/** What is asked before something happens to a template. */
export type LibraryDialog =
  | { readonly kind: "create" }
  | { readonly kind: "fork" | "sector" | "retire" | "restore" | "discard"; readonly template: LibraryItem };
