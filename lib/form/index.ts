export { formatNumber, parseNumber } from "./number";
export {
  fromSubmission,
  type Submission,
  type SubmissionRow,
  type SubmissionRows,
  type SubmissionTable,
  toSubmission,
} from "./submission";
export { type JsonSchema, submissionVocabulary } from "./submissionLeaf";
export { submissionSchema } from "./submissionSchema";
