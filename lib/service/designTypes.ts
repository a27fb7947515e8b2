import type { CompiledForm } from "@/lib/form/types";
import type { Problem } from "@/lib/problem";
import type { Template, Text } from "@/lib/template";
import type { Difference, DifferenceWords } from "@/lib/template/diff";
import type { Patch, SpentIds, StepLabel } from "@/lib/template/edit";
import type { UnitRef } from "./types";

/** A step of a draft, as it is sent to be saved. */
export interface DraftStep {
  /** UUID made by the screen: a step that is sent twice is kept once. */
  readonly id: string;
  /** undo and redo carry the inverse or repeated patch of the account's last step that stands (or was undone). */
  readonly kind: "do" | "undo" | "redo";
  /** The step goes on with the one before it (more letters of the same word): both are undone as one. */
  readonly continues: boolean;
  readonly label: StepLabel;
  readonly patch: Patch;
}

/** A step as it was saved. `revision` is that of the draft after it. */
export interface SavedStep extends DraftStep {
  readonly revision: number;
  readonly by: { readonly accountId: string; readonly name: string };
  /** The window that made it. */
  readonly clientId: string;
  /** ISO 8601. */
  readonly at: string;
}

/** A draft opened for designing. */
export interface DraftDetail {
  readonly templateId: string;
  readonly versionId: string;
  /** Goes up by one with each step, and goes on from earlier drafts of the template. */
  readonly revision: number;
  /** With the keys of every object in the order of the schema. */
  readonly document: Template;
  /** The latest steps, oldest first, at most 500. */
  readonly steps: readonly SavedStep[];
  readonly owner: UnitRef;
  /** The version in force, if any was published. */
  readonly publishedVersion: number | null;
  /** Ids of all published versions, which no new part may bear. */
  readonly spentIds: SpentIds;
  readonly mayPublish: boolean;
}

/** `POST /api/v1/templates/{id}/draft/steps`: refused with 409 `draft.stale` unless `revision` is the draft's. */
export interface SaveStepsInput {
  readonly revision: number;
  readonly clientId: string;
  readonly steps: readonly DraftStep[];
}

/** `GET /api/v1/templates/{id}/draft/steps?after=12`: what others (or other windows) did meanwhile. */
export interface StepsSince {
  readonly revision: number;
  readonly steps: readonly SavedStep[];
}

/** A template in the library, as one row of its list. */
export interface LibraryItem {
  readonly id: string;
  readonly code: string;
  readonly title: Text;
  readonly formNumber: string | null;
  readonly kind: Template["kind"];
  readonly owner: UnitRef;
  readonly sector: { readonly code: string; readonly name: Text } | null;
  /** Id and number of the version in force; null where none was published yet. */
  readonly versionId: string | null;
  readonly version: number | null;
  /** ISO 8601. */
  readonly publishedAt: string | null;
  readonly retired: boolean;
  /** The draft that stands; null for whoever may not work at it. */
  readonly draft: { readonly updatedAt: string; readonly by: string } | null;
  readonly mayDesign: boolean;
  /** The template that it was forked from. */
  readonly origin: {
    readonly id: string;
    readonly code: string;
    readonly title: Text;
    readonly version: number;
    readonly latest: number;
  } | null;
}

/** What the library is filtered by, and where an actor may put a template. */
export interface LibraryChoices {
  /** Units in whose libraries there is something to see. */
  readonly owners: readonly UnitRef[];
  /** Units whose libraries the actor designs. */
  readonly designed: readonly UnitRef[];
}

/** A template in its version in force. */
export interface TemplateDetail extends LibraryItem {
  readonly versionId: string;
  readonly document: Template;
  readonly compiled: CompiledForm;
}

/** A version of a template. */
export interface VersionItem {
  readonly id: string;
  /** null: the draft. */
  readonly version: number | null;
  readonly state: "draft" | "published" | "retired";
  readonly publishedAt: string | null;
  readonly publishedBy: string | null;
  /** Reports made with it. */
  readonly reports: number;
}

/** One fact about how a version became another, and in words. */
export interface DifferenceItem {
  readonly difference: Difference;
  readonly words: DifferenceWords;
}

/** How a version of a template became another. */
export interface VersionDifferences {
  /** null: the draft. */
  readonly from: number | null;
  readonly to: number | null;
  /** In the order of the later document, at most 1,000. */
  readonly items: readonly DifferenceItem[];
  /** All of them. */
  readonly total: number;
}

/** What the template that a fork was made of changed since. */
export interface OriginDifferences extends VersionDifferences {
  readonly origin: { readonly id: string; readonly code: string; readonly title: Text };
}

/** What publishing would meet: errors block, warnings are told. */
export interface PublishCheck {
  readonly problems: readonly Problem[];
}
