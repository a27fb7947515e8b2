export { TableEditor } from "./TableEditor";
