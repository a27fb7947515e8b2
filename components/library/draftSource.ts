import type { LibraryItem } from "@/lib/service/designTypes";

/** What a new template begins with. */
export type SourceKind = "blank" | "document" | "version";

/** What was typed and chosen so far. */
export interface NewTemplate {
  readonly source: SourceKind;
  readonly code: string;
  readonly title: string;
  readonly titleEn: string;
  readonly document: unknown;
  readonly origin: LibraryItem | undefined;
}

/** The body's `from` of `POST /templates/drafts`; undefined where something is missing yet. */
export function draftSource({
  source,
  code,
  title,
  titleEn,
  document,
  origin,
}: NewTemplate): Readonly<Record<string, unknown>> | undefined {
  const named = code.trim();
  const words = title.trim().normalize("NFC");
  const english = titleEn.trim().normalize("NFC");
  switch (source) {
    case "blank":
      if (named === "" || words === "") return undefined;
      return { kind: "blank", code: named, title: english === "" ? { vi: words } : { vi: words, en: english } };
    case "document":
      return document === undefined ? undefined : { kind: "document", document, ...(named === "" ? {} : { code: named }) };
    case "version":
      if (!origin?.versionId) return undefined;
      return { kind: "version", versionId: origin.versionId, ...(named === "" ? {} : { code: named }) };
  }
}
