import { IconFilterOff, IconUsers } from "@tabler/icons-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { type AddressQuery, address, one, pageNumber } from "@/app/(rooms)/addressQuery";
import { Refused } from "@/app/(rooms)/Refused";
import { AccountTable, CreateAccount } from "@/components/accounts/AccountTable";
import classes from "@/components/accounts/accounts.module.css";
import { Pager } from "@/components/reportList/Pager";
import { Breadcrumbs } from "@/components/shell/Breadcrumbs";
import { Page } from "@/components/shell/Page";
import { EmptyState } from "@/components/ui/EmptyState";
import { PageHeader } from "@/components/ui/PageHeader";
import { SearchFilter } from "@/components/ui/SearchFilter";
import { SelectFilter } from "@/components/ui/SelectFilter";
import { roles } from "@/lib/auth/actor";
import { serviceContext } from "@/lib/http";
import { listAccounts, listAdministeredUnits } from "@/lib/service/accountList";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts"))("title") };
}

/** The accounts that the actor administers. */
export default async function AccountsPage({ searchParams }: { readonly searchParams: AddressQuery }) {
  const [t, roleNames, shell] = await Promise.all([getTranslations("accounts"), getTranslations("account.role"), getTranslations("shell")]);
  const asked = await searchParams;
  const context = await serviceContext();
  const search = one(asked.q).slice(0, 200);
  const role = roles.find((known) => known === one(asked.role));
  const state = one(asked.state) === "retired" ? "retired" : "working";
  const units = await listAdministeredUnits(context);
  if (!units.ok) return <Refused refusal={units.error} />;
  const unitId = units.value.find(({ id }) => id === one(asked.unit))?.id;
  const listed = await listAccounts(context, { search, role, state, unitId, page: pageNumber(one(asked.page)) });
  if (!listed.ok) return <Refused refusal={listed.error} />;
  const { items, total, page, pageSize } = listed.value;
  const filtered = search !== "" || role !== undefined || unitId !== undefined || state === "retired";
  return (
    <Page>
      <Breadcrumbs items={[{ label: shell("nav.home"), href: "/" }, { label: t("title") }]} />
      <PageHeader title={t("title")} meta={t("count", { count: total })} actions={<CreateAccount units={units.value} />} />
      <div className={classes.filters}>
        <SearchFilter label={t("searchLabel")} placeholder={t("search")} value={search} />
        <SelectFilter
          label={t("role")}
          name="role"
          value={role ?? ""}
          options={[{ value: "", label: t("allRoles") }, ...roles.map((known) => ({ value: known, label: roleNames(known) }))]}
        />
        <SelectFilter
          label={t("unit")}
          name="unit"
          value={unitId ?? ""}
          options={[
            { value: "", label: t("allUnits") },
            ...units.value.map(({ id, name, above }) => ({ value: id, label: `${"\u2003".repeat(above.length)}${name}` })),
          ]}
        />
        <SelectFilter
          label={t("state")}
          name="state"
          value={state === "retired" ? "retired" : ""}
          options={[
            { value: "", label: t("working") },
            { value: "retired", label: t("retired") },
          ]}
        />
      </div>
      {items.length > 0 ? (
        <AccountTable items={items} units={units.value} ownUsername={context.actor.username} />
      ) : filtered ? (
        <EmptyState icon={<IconFilterOff size={36} stroke={1.5} />} title={t("noMatch")} hint={t("noMatchHint")} />
      ) : (
        <EmptyState icon={<IconUsers size={36} stroke={1.5} />} title={t("empty")} hint={t("emptyHint")} />
      )}
      <Pager
        page={page}
        pages={Math.ceil(total / pageSize)}
        hrefOf={(number) =>
          address("/accounts", {
            q: search,
            role: role ?? "",
            unit: unitId ?? "",
            state: state === "retired" ? state : "",
            page: String(number),
          })
        }
      />
    </Page>
  );
}
