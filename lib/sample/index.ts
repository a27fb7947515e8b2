import type { Database } from "@/lib/db";

export { isSampleLoaded } from "./isSampleLoaded";
export { sampleAccounts, samplePassword } from "./sampleAccounts";

/** See `loadSampleCity.ts`, which is loaded when it is called: it brings the compiler of forms, that a later start need not wait for. */
export const loadSampleCity = async (db: Database): Promise<void> => (await import("./loadSampleCity")).loadSampleCity(db);
