export { checkNarrative } from "./checkNarrative";
export { listReports, type ReportQuery } from "./listReports";
export { mayWrite } from "./mayWrite";
export { openReport } from "./openReport";
export { type HistoryQuery, reportHistory } from "./reportHistory";
export { saveReport } from "./saveReport";
export { readSubmission, replaceBySubmission, type SubmissionDocument } from "./submission";
export { transitionReport } from "./transitionReport";
