"use client";

import { useCallback } from "react";
import { useDesigner } from "@/components/designer/store";
import type { Table, Template } from "@/lib/template";

/** A table of the draft by its id. */
export const tableIn = (template: Template, block: string): Table | undefined =>
  template.blocks.find((part): part is Table => part.kind === "table" && part.id === block);

/** The table as it stands; for menus, which are drawn when they are open alone. */
export const useTable = (block: string): Table | undefined =>
  useDesigner(useCallback((snapshot) => tableIn(snapshot.template, block), [block]));
