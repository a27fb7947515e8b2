import type { CutoffRule, DeadlineRule } from "@/lib/period";
import type { Aggregation, Frequency, Text } from "@/lib/template";
import type { UnitLevel } from "@/lib/unit";
import type { UnitRef } from "./types";

/** Lĩnh vực: a field of administration. */
export interface SectorItem {
  readonly code: string;
  readonly name: Text;
  readonly position: number;
  /** Kept where it is used already, no longer to be chosen. */
  readonly retired: boolean;
}

/** A unit of measure. */
export interface MeasureUnitItem {
  readonly id: string;
  /** As it is printed, and as templates hold it. */
  readonly symbol: string;
  readonly name: Text;
  /** Units of one dimension can be turned into each other. */
  readonly dimension: string;
  /** How many of the dimension's base unit it is. */
  readonly factor: number;
  readonly revision: number;
  readonly retired: boolean;
}

export const indicatorTypes = ["number", "integer", "percent"] as const;
export type IndicatorType = (typeof indicatorTypes)[number];

/** Rule by which a parent computes a figure; the weight of a mean is named where the indicator is used. */
export type IndicatorRule = Aggregation["rule"];

/** Chỉ tiêu: one figure with one definition. */
export interface IndicatorItem {
  readonly id: string;
  readonly code: string;
  readonly name: Text;
  /** Definition and method of reckoning; `vi` is empty where not given. */
  readonly definition: Text;
  readonly method: Text;
  readonly measureUnit: { readonly id: string; readonly symbol: string } | null;
  readonly type: IndicatorType;
  readonly decimals: number;
  readonly rule: IndicatorRule;
  readonly sector: { readonly code: string; readonly name: Text } | null;
  readonly owner: UnitRef;
  readonly revision: number;
  readonly retired: boolean;
  /** Whether this actor may change it. */
  readonly mayChange: boolean;
}

/** A version in force, or a draft, that uses an indicator. */
export interface IndicatorUseItem {
  readonly template: { readonly id: string; readonly code: string; readonly title: Text; readonly formNumber: string | null };
  readonly owner: UnitRef;
  /** null: the draft. */
  readonly version: number | null;
  readonly places: readonly {
    /** Id path: `t1.r05`. */
    readonly at: string;
    /** Labels of the parts that meet there: of the row, then of the column. */
    readonly labels: readonly Text[];
  }[];
}

/** Chế độ báo cáo, as it is chosen when reports are assigned. */
export interface RegimeItem {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly templateId: string;
  readonly frequency: Frequency;
  readonly lead: UnitRef;
  readonly legalBasis: string;
  readonly cutoff: CutoffRule;
  readonly deadline: DeadlineRule;
  readonly retired: boolean;
}

/** All that the assigning of a template's reports is made of. */
export interface AssignChoices {
  readonly template: { readonly id: string; readonly code: string; readonly title: Text; readonly frequencies: readonly Frequency[] };
  /** Units that may lead the report, each with those that it may assign. */
  readonly leads: readonly (UnitRef & { readonly unitIds: readonly string[] })[];
  /** All units that some lead may assign, parents before children. */
  readonly units: readonly (UnitRef & { readonly level: UnitLevel; readonly parentId: string | null })[];
  readonly regimes: readonly RegimeItem[];
  /** Days that differ from Monday to Friday, for deadlines. */
  readonly calendar: readonly { readonly day: string; readonly kind: "holiday" | "compensatory" | "working" }[];
  readonly today: string;
}
