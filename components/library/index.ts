export { CreateTemplate } from "./CreateTemplate";
export { DifferenceList } from "./DifferenceList";
export { LibraryBadges } from "./LibraryBadges";
export { LibraryTable } from "./LibraryTable";
export { TemplateActions } from "./TemplateActions";
export { templateName } from "./templateName";
export { VersionTable } from "./VersionTable";
