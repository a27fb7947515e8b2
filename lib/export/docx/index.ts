export { reportDocument } from "./reportDocument";
export type { ReportDocumentInput } from "./reportDocumentInput";
