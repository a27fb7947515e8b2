export { CreateTemplate } from "./CreateTemplate";
export { LibraryTable } from "./LibraryTable";
