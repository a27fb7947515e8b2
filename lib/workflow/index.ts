export { isEditable, type ReportAction, type ReportState, receivedStates, reportActions, reportStates } from "./states";
export {
  type Act,
  type ActorFacts,
  actionsFrom,
  documentNumberLimit,
  type Move,
  type ReportFacts,
  reasonLimit,
  transition,
} from "./transition";
export { type Effect, type Guard, type Side, type Transition, transitions } from "./transitions";
