import type { ReactNode } from "react";
import { chooseLocale } from "@/app/chooseLocale";
import { AppFrame } from "@/components/shell/AppFrame";
import { requireActor, serviceContext } from "@/lib/http";
import { readOwnAccount } from "@/lib/service/account";
import { followsOthers } from "@/lib/service/progress";

/** The frame around every page of the work rooms. */
export default async function RoomsLayout({ children }: { readonly children: ReactNode }) {
  const actor = await requireActor();
  const context = await serviceContext();
  const [account, follows] = await Promise.all([readOwnAccount(context), followsOthers(context)]);
  const units = account.ok ? [...new Set(account.value.roles.map(({ unit }) => unit.name))] : [];
  return (
    <AppFrame
      chooseLocale={chooseLocale}
      viewer={{
        username: actor.username,
        displayName: actor.displayName,
        locale: actor.locale,
        roles: [...new Set(actor.roles.map(({ role }) => role))],
        units,
        follows,
      }}
    >
      {children}
    </AppFrame>
  );
}
