// The life of a template: its library, drafts, publishing, versions.
export { changeTemplate, type TemplateChange } from "./changeTemplate";
export { checkOutsideDocument } from "./checkOutsideDocument";
export { type CreateDraftInput, type CreateDraftOutput, createDraft } from "./createDraft";
export { discardDraft } from "./discardDraft";
export { type ExportedDocument, exportDocument } from "./exportDocument";
export { getTemplate, templateSubmissionSchema } from "./getTemplate";
export { libraryChoices } from "./libraryChoices";
export { type LibraryQuery, type LibraryState, libraryItem, libraryStates, listLibrary } from "./listLibrary";
export { mayDesign } from "./mayDesign";
export { openDraft, stepsSince } from "./openDraft";
export { checkDraft, publishDraft } from "./publishDraft";
export { mayPublish, type PublishInput, type PublishOutput, publishTemplate } from "./publishTemplate";
export { refuseDocument } from "./refuseDocument";
export { restoreTemplate, retireTemplate } from "./retireTemplate";
export { saveSteps } from "./saveSteps";
export { startDraft } from "./startDraft";
export { listVersions, type VersionName } from "./versions";
export { type VisibleTemplate, visibleTemplate } from "./visibleTemplate";
