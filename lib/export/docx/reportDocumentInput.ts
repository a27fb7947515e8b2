import type { Form } from "@/lib/form/types";
import type { Locale } from "@/lib/messages";
import type { Template, TextParams } from "@/lib/template";

/** All that a report's document is made of: a unit's report, or a parent's aggregate, which has the same shape. */
export interface ReportDocumentInput {
  readonly template: Template;
  /** The report opened for its period, with its narrative and entries. */
  readonly form: Form;
  /** Name of the reporting unit, and of the one over it that stands above it in the heading. */
  readonly unit: string;
  readonly parentUnit?: string | undefined;
  /** `05/BC-UBND`; room is left where the document has none yet. */
  readonly documentNumber?: string | undefined;
  /** Where and when it is signed; the date as `YYYY-MM-DD`. */
  readonly place: string;
  readonly documentDate?: string | undefined;
  /** What the words in braces stand for (`textParams` of `lib/period`). */
  readonly params: TextParams;
  /** Names of the signers, in the order of the template's signature blocks; the template's own names where absent. */
  readonly signers?: readonly (string | undefined)[];
  /** To whom it is addressed ("Kính gửi"). */
  readonly addressees: readonly string[];
  readonly locale: Locale;
}
