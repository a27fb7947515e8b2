// The door where forms are filled: browser and server, without the parser of formulas. Compiling is `@/lib/form/compile`.

export { childrenOf } from "./children";
export { type BaseCells, baseCells, CHUNK, type Chunk, chunkOf, chunksOf, type Extras, fromChunks, toChunks, toExtras } from "./chunks";
export { type Entered, entered } from "./entered";
export { type EntryPlace, entryPlaces } from "./entryPlaces";
export { narrativeFindings } from "./findings";
export { formUnits } from "./formUnits";
export { type HistoryReads, historyReads, withoutKey } from "./historyReads";
export {
  type ColumnLayout,
  type HeadLayout,
  type Layout,
  layoutTemplate,
  type Properties,
  type RowLayout,
  type TableLayout,
} from "./layout";
export { formatNumber, parseNumber } from "./number";
export { openForm } from "./open";
export { type FormulaSource, isNumeric, type ResolvedCell, resolveCell } from "./resolve";
export { type SampleContext, type SampleWords, sampleContent } from "./sampleContent";
export {
  fromSubmission,
  type Submission,
  type SubmissionRow,
  type SubmissionRows,
  type SubmissionTable,
  toSubmission,
} from "./submission";
export { type JsonSchema, submissionVocabulary } from "./submissionLeaf";
export { unitKey, unitOfKey } from "./unitKey";
export { fieldsView, listView, tableView } from "./view";
