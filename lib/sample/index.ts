export { isSampleLoaded, loadSampleCity } from "./loadSampleCity";
export { sampleAccounts, samplePassword } from "./sampleAccounts";
