// The door of the properties of tables and of what stands in them.
export { CellProperties } from "./CellProperties";
export { TablePane } from "./TablePane";
