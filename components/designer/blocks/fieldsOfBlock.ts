import type { Block, Field } from "@/lib/template";

/** The inputs of a group of fields, or the columns of a list: both are fields. */
export const fieldsOfBlock = (block: Block | undefined): readonly Field[] =>
  block?.kind === "fields" ? block.fields : block?.kind === "list" ? block.columns : [];
