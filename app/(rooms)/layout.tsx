import type { ReactNode } from "react";
import { AppFrame } from "@/components/shell/AppFrame";
import { requireActor, serviceContext } from "@/lib/http";
import { readOwnAccount } from "@/lib/service/account";

/** The frame around every page of the work rooms. */
export default async function RoomsLayout({ children }: { readonly children: ReactNode }) {
  const actor = await requireActor();
  const account = await readOwnAccount(await serviceContext());
  const units = account.ok ? [...new Set(account.value.roles.map(({ unit }) => unit.name))] : [];
  return (
    <AppFrame
      viewer={{
        username: actor.username,
        displayName: actor.displayName,
        locale: actor.locale,
        roles: [...new Set(actor.roles.map(({ role }) => role))],
        units,
      }}
    >
      {children}
    </AppFrame>
  );
}
