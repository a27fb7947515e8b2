// One line a room: the file's name is the first part of its codes and its next-intl namespace.
export { default as api } from "./en/api.json";
export { default as auth } from "./en/auth.json";
export { default as formula } from "./en/formula.json";
export { default as grid } from "./en/grid.json";
export { default as number } from "./en/number.json";
export { default as period } from "./en/period.json";
export { default as place } from "./en/place.json";
export { default as shell } from "./en/shell.json";
export { default as template } from "./en/template.json";
export { default as workflow } from "./en/workflow.json";
