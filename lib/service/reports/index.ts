export { listReports, type ReportQuery } from "./listReports";
export { openReport } from "./openReport";
export { type HistoryQuery, reportHistory } from "./reportHistory";
export { saveReport } from "./saveReport";
export { transitionReport } from "./transitionReport";
