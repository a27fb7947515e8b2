"use client";

import { useCallback } from "react";
import { useDesignerStore } from "@/components/designer/store";
import type { Problem } from "@/lib/problem";
import type { Result } from "@/lib/result";
import type { Text } from "@/lib/template";
import type { Place, Value } from "@/lib/template/edit";

/** Where a text stands: how its words are written, and what that is called for undo. */
export interface TextSource {
  /** Unique on the page: `h1.text`, `rc1.items.2`. Focus finds the input by it, and letters typed there are one step of undo. */
  readonly address: string;
  readonly text: Text | undefined;
  /** Writes the whole text; `undefined` takes it away. */
  readonly write: (text: Text | undefined) => Result<undefined, Problem>;
}

/** The text that is a property of a part. */
export function usePropertyText(place: Place, property: string, text: Text | undefined): TextSource {
  const store = useDesignerStore();
  const address = addressOf(place, property);
  const write = useCallback(
    (next: Text | undefined) =>
      store.run(
        next === undefined
          ? { do: "set", at: [place], values: {}, clear: [property] }
          : { do: "set", at: [place], values: { [property]: asValue(next) } },
        { mark: address },
      ),
    [store, place, property, address],
  );
  return { address, text, write };
}

/** A text as JSON. */
export const asValue = (text: Text): Value => (text.en === undefined ? { vi: text.vi } : { vi: text.vi, en: text.en });

/** Names a property of a part, for the address of its input. */
export function addressOf(place: Place, property: string): string {
  switch (place.kind) {
    case "document":
      return `document.${property}`;
    case "block":
      return `${place.block}.${property}`;
    case "field":
      return `${place.block}.${place.field}.${property}`;
    case "column":
      return `${place.block}.${place.column}.${property}`;
    case "row":
      return `${place.block}.${place.row}.${property}`;
    case "cell":
      return `${place.block}.${place.row}.${place.column}.${property}`;
    case "check":
      return `${place.block}.${place.check}.${property}`;
  }
}
