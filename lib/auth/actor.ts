/** Roles of Decision 851 article 18 and of the design; one account may hold several, each at a unit. */
export const roles = ["designer", "aggregator", "reporter", "approver", "sender", "monitor", "admin"] as const;
export type Role = (typeof roles)[number];

/** Who acts: an account with its roles, in a session that has been checked. */
export interface Actor {
  readonly accountId: string;
  readonly username: string;
  readonly displayName: string;
  readonly locale: "vi" | "en";
  readonly sessionId: string;
  readonly roles: readonly { readonly role: Role; readonly unitId: string }[];
}
