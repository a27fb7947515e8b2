import { text } from "@/lib/http";
import type { VersionName } from "@/lib/service/templates";

/** A version in an address: its number, or the draft. */
export const versionText = text({ pattern: "^(draft|[1-9][0-9]{0,8})$", max: 9, description: "Number of a version, or `draft`" });

/** Reads what `versionText` lets through. */
export const versionName = (name: string): VersionName => (name === "draft" ? name : Number(name));
