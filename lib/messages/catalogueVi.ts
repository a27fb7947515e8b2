// One line a room: the file's name is the first part of its codes and its next-intl namespace.
export { default as api } from "./vi/api.json";
export { default as auth } from "./vi/auth.json";
export { default as formula } from "./vi/formula.json";
export { default as grid } from "./vi/grid.json";
export { default as number } from "./vi/number.json";
export { default as period } from "./vi/period.json";
export { default as place } from "./vi/place.json";
export { default as shell } from "./vi/shell.json";
export { default as template } from "./vi/template.json";
export { default as workflow } from "./vi/workflow.json";
