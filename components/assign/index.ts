export { AssignButton } from "./AssignButton";
