// The door of the page.
export { focusFrame } from "./frames";
export { PageCanvas } from "./PageCanvas";
