import { sql } from "drizzle-orm";
import type { Database } from "@/lib/db";

/** One value that changes; null is blank. */
export interface LoggedChange {
  readonly at: string;
  readonly old: unknown;
  readonly new: unknown;
}

/** Appends changes to the log in one statement with one parameter: a paste of 20,000 cells is no more than that. */
export async function logChanges(
  db: Pick<Database, "execute">,
  changes: readonly LoggedChange[],
  of: {
    readonly reportId: string;
    readonly revision: number;
    readonly accountId: string;
    readonly clientId: string | undefined;
    readonly now: Date;
  },
): Promise<void> {
  await db.execute(sql`
    insert into cell_changes (report_id, revision, at, old_value, new_value, account_id, client_id, changed_at)
    select ${of.reportId}::uuid, ${of.revision}::int, change->>'at', nullif(change->'old', 'null'), nullif(change->'new', 'null'),
      ${of.accountId}::uuid, ${of.clientId ?? null}::text, ${of.now.toISOString()}::timestamptz
    from jsonb_array_elements(${JSON.stringify(changes)}::jsonb) with ordinality as listed (change, place)
    order by place`);
}
