import type { Role } from "@/lib/auth/actor";
import type { CellAddress, CellValue, Entry, ReportContent, RichDoc } from "@/lib/form/content";
import type { CompiledForm, Edit, FormContext } from "@/lib/form/types";
import type { Template, Text } from "@/lib/template";
import type { ReportAction, ReportState } from "@/lib/workflow";

export interface UnitRef {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** A row of a list of reports. A report is made with its assignment, so that each duty has its report. */
export interface ReportListItem {
  readonly id: string;
  readonly regime: { readonly code: string; readonly name: string };
  readonly unit: UnitRef;
  readonly period: string;
  readonly state: ReportState;
  /** `YYYY-MM-DD`, Asia/Ho_Chi_Minh. */
  readonly deadline: string;
  readonly late: boolean;
  readonly updatedAt: string;
  readonly sentAt: string | null;
}

export interface ReportEvent {
  readonly action: ReportAction;
  readonly from: ReportState;
  readonly to: ReportState;
  readonly reason: string | null;
  readonly by: string;
  readonly at: string;
  readonly revision: number;
}

/** A report with all that its page needs. */
export interface ReportDetail extends ReportListItem {
  readonly revision: number;
  readonly template: Template;
  readonly compiled: CompiledForm;
  readonly context: FormContext;
  readonly content: ReportContent;
  /** The interval in which figures are taken, both days `YYYY-MM-DD` and inclusive: `{from}` and `{to}` of texts. */
  readonly cutoff: { readonly from: string; readonly to: string };
  /** Whether this actor may change values now. */
  readonly editable: boolean;
  /** What this actor may do now. */
  readonly actions: readonly ReportAction[];
  readonly events: readonly ReportEvent[];
  readonly documentNumber: string | null;
  readonly documentDate: string | null;
}

export interface SaveInput {
  /** The revision that the changes started from. */
  readonly revision: number;
  /**
   * Names the window that saves (`[A-Za-z0-9_-]{8,64}`, made when the page opens): changes of the same account from
   * another window are somebody else's, and a repeated save of the same window meets no conflict with itself.
   */
  readonly clientId?: string;
  readonly edits: readonly Edit[];
  readonly narrative?: Readonly<Record<string, RichDoc>>;
  readonly entries?: Readonly<Record<string, readonly Entry[]>>;
}

/** A value that somebody else changed since `revision`: theirs stands until the reporter chooses. */
export interface Conflict {
  readonly at: CellAddress;
  readonly mine: CellValue | RichDoc | readonly Entry[];
  readonly theirs: CellValue | RichDoc | readonly Entry[];
  readonly by: string;
  readonly changedAt: string;
}

export interface SaveOutput {
  readonly revision: number;
  /**
   * Cells whose stored value differs from what the client had: computed cells, rounded inputs, and cells that others
   * changed since the client's revision, so that it stands at `revision` after taking them over.
   */
  readonly changed: readonly Edit[];
  /** Sections that others changed since the client's revision. */
  readonly narrative: Readonly<Record<string, RichDoc>>;
  /** Entries that others changed since the client's revision. */
  readonly entries: Readonly<Record<string, readonly Entry[]>>;
  readonly conflicts: readonly Conflict[];
}

export interface TransitionInput {
  readonly action: ReportAction;
  readonly revision: number;
  readonly reason?: string;
  readonly documentNumber?: string;
  readonly documentDate?: string;
}

export interface TransitionOutput {
  readonly state: ReportState;
  readonly revision: number;
  /** SHA-256 of the frozen content, in hexadecimal, after sending. */
  readonly hash: string | null;
}

/** One page of a list; pages count from 1. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
}

/** A section or list that is too large for a page of changes. */
export interface LargeValue {
  /** How its texts begin. */
  readonly excerpt: string;
  /** Size of the whole as JSON. */
  readonly bytes: number;
}

/** One change of a value, as the log keeps it. */
export interface CellChange {
  readonly at: string;
  readonly old: CellValue | RichDoc | readonly Entry[] | LargeValue;
  readonly new: CellValue | RichDoc | readonly Entry[] | LargeValue;
  readonly by: string;
  readonly changedAt: string;
  readonly revision: number;
}

export interface ReportHistory {
  readonly events: readonly ReportEvent[];
  /** Latest first. */
  readonly changes: Page<CellChange>;
}

/** A regime at a period, for the lead agency and for those over the units that report. */
export interface ProgressItem {
  readonly regimeId: string;
  readonly regimeCode: string;
  readonly regimeName: string;
  /** The actor's unit, when the duties at and under it alone are seen and counted; null when all are. */
  readonly under: UnitRef | null;
  /** Whether the actor accepts and returns the reports. */
  readonly receives: boolean;
  readonly period: string;
  readonly deadline: string;
  readonly assigned: number;
  readonly received: number;
  readonly accepted: number;
  readonly late: number;
}

/** The duty of one unit, in the progress of a regime and period. */
export interface UnitProgress {
  readonly unit: UnitRef;
  readonly reportId: string;
  readonly state: ReportState;
  readonly deadline: string;
  readonly late: boolean;
  readonly sentAt: string | null;
}

/** The duties of a regime and period by the unit above those that report (districts over communes). */
export interface ProgressDetail extends ProgressItem {
  readonly closed: boolean;
  readonly groups: readonly {
    readonly over: UnitRef | null;
    readonly received: number;
    readonly late: number;
    readonly units: readonly UnitProgress[];
  }[];
}

export interface Coverage {
  readonly expected: number;
  readonly received: number;
  readonly missing: readonly UnitRef[];
}

/** A parent's figures over its subordinates' reports of one regime and period. */
export interface AggregateDetail {
  readonly regime: { readonly id: string; readonly code: string; readonly name: string };
  readonly period: string;
  readonly unit: UnitRef;
  readonly template: Template;
  readonly compiled: CompiledForm;
  readonly context: FormContext;
  readonly content: ReportContent;
  /** The interval in which figures are taken, both days `YYYY-MM-DD` and inclusive: `{from}` and `{to}` of texts. */
  readonly cutoff: { readonly from: string; readonly to: string };
  readonly coverage: Coverage;
  /** How many reports gave a figure, by address of input cells. */
  readonly presence: Readonly<Record<CellAddress, number>>;
  /** Units that this one can be opened into (its districts), and those it lies under. */
  readonly children: readonly (UnitRef & { readonly expected: number; readonly received: number })[];
  readonly path: readonly UnitRef[];
}

/** One unit's part in a figure. */
export interface Contribution {
  readonly unit: UnitRef;
  readonly district: UnitRef | null;
  readonly reportId: string | null;
  readonly state: ReportState | null;
  readonly value: CellValue;
}

export interface ContributionList {
  readonly at: CellAddress;
  readonly row: Text;
  readonly column: Text;
  readonly rule: string;
  readonly total: CellValue;
  readonly contributions: readonly Contribution[];
}

/** A session of an account that stands. */
export interface SessionItem {
  readonly id: string;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly lastSeenAt: string;
  /** What the browser called itself. */
  readonly userAgent: string;
  /** Whether it is the one that asks. */
  readonly current: boolean;
}

/** What one may know and change of one's own account. */
export interface OwnAccount {
  readonly username: string;
  readonly displayName: string;
  readonly position: string;
  readonly locale: "vi" | "en";
  readonly roles: readonly { readonly role: Role; readonly unit: UnitRef }[];
}

/** A row of the list of accounts. */
export interface AccountItem {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly position: string;
  readonly roles: readonly { readonly role: Role; readonly unit: UnitRef }[];
  readonly mustChangePassword: boolean;
  /** ISO 8601; null while it works. */
  readonly retiredAt: string | null;
  /** Last request of any of its sessions, ISO 8601. */
  readonly lastSeenAt: string | null;
  /** Sessions that stand. */
  readonly sessions: number;
  /** Whether this actor may change it: all its units lie under the actor's. */
  readonly administrable: boolean;
}

export interface AccountPage {
  readonly items: readonly AccountItem[];
  readonly total: number;
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
}

/** A unit to choose. */
export interface UnitChoice extends UnitRef {
  /** Names of the units above it, nearest first. */
  readonly above: readonly string[];
}
