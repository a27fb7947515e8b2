// The door of the outline.
export { Outline } from "./Outline";
