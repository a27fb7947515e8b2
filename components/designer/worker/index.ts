// What is worked out beside the screen: `tasks` lists it.
export { askWorker } from "./askWorker";
