"use client";

import { ActionIcon, Button, Menu, Table, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconDevices, IconDots, IconKey, IconPencil, IconPlus, IconRestore, IconUserOff } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { callApi } from "@/components/ui/apiClient";
import { ConfirmAct } from "@/components/ui/ConfirmAct";
import ui from "@/components/ui/ui.module.css";
import type { AccountItem, UnitChoice } from "@/lib/service/types";
import { AccountDialog } from "./AccountDialog";
import classes from "./accounts.module.css";
import { OneTimePassword } from "./OneTimePassword";
import { SessionsDialog } from "./SessionsDialog";

type Dialog =
  | { readonly kind: "create" }
  | { readonly kind: "change" | "reset" | "sessions" | "retire"; readonly account: AccountItem }
  | { readonly kind: "password"; readonly username: string; readonly password: string };

interface AccountTableProps {
  readonly items: readonly AccountItem[];
  readonly units: readonly UnitChoice[];
  /** The account that looks: some acts are not for oneself. */
  readonly ownUsername: string;
}

/** Button that makes an account, at the head of the page. */
export function CreateAccount({ units }: { readonly units: readonly UnitChoice[] }) {
  const t = useTranslations("accounts");
  const [dialog, setDialog] = useState<Dialog>();
  return (
    <>
      <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setDialog({ kind: "create" })}>
        {t("create")}
      </Button>
      <AccountDialogs dialog={dialog} units={units} show={setDialog} />
    </>
  );
}

/** The accounts, with what can be done to each. */
export function AccountTable({ items, units, ownUsername }: AccountTableProps) {
  const t = useTranslations("accounts");
  const roleNames = useTranslations("account.role");
  const format = useFormatter();
  const [dialog, setDialog] = useState<Dialog>();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by the keyboard
    <section className={classes.scroll} aria-label={t("title")} tabIndex={0}>
      <Table highlightOnHover verticalSpacing={6} horizontalSpacing="sm" className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("account")}</Table.Th>
            <Table.Th>{t("rolesAndUnits")}</Table.Th>
            <Table.Th>{t("state")}</Table.Th>
            <Table.Th>{t("lastSeen")}</Table.Th>
            <Table.Th aria-label={t("acts")} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((account) => (
            <Table.Tr key={account.id}>
              <Table.Td>
                <Text fw={600} size="sm">
                  {account.displayName}
                </Text>
                <Text c="dimmed" size="xs">
                  {account.username}
                  {account.position ? ` · ${account.position}` : ""}
                </Text>
              </Table.Td>
              <Table.Td>
                {account.roles.length === 0 ? (
                  <Text c="dimmed" size="sm">
                    {t("noRole")}
                  </Text>
                ) : null}
                <ul className={classes.roles}>
                  {rolesByUnit(account).map(({ unit, roles }) => (
                    <li key={unit.id}>
                      <b>{roles.map((role) => roleNames(role)).join(", ")}</b> · {unit.name}
                    </li>
                  ))}
                </ul>
              </Table.Td>
              <Table.Td>
                <AccountState account={account} />
              </Table.Td>
              <Table.Td className={classes.tight}>
                {account.lastSeenAt ? (
                  format.dateTime(new Date(account.lastSeenAt), "moment")
                ) : (
                  <Text c="dimmed" size="sm">
                    {t("never")}
                  </Text>
                )}
                {account.sessions > 0 ? (
                  <Text c="dimmed" size="xs">
                    {t("sessionCount", { count: account.sessions })}
                  </Text>
                ) : null}
              </Table.Td>
              <Table.Td ta="right">
                {account.administrable ? (
                  <AccountMenu account={account} isOwn={account.username === ownUsername} show={setDialog} />
                ) : (
                  <Text c="dimmed" size="xs">
                    {t("beyond")}
                  </Text>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <AccountDialogs dialog={dialog} units={units} show={setDialog} />
    </section>
  );
}

const rolesByUnit = ({ roles }: AccountItem) =>
  [...new Map(roles.map(({ unit }) => [unit.id, unit])).values()].map((unit) => ({
    unit,
    roles: roles.filter((held) => held.unit.id === unit.id).map(({ role }) => role),
  }));

function AccountState({ account }: { readonly account: AccountItem }) {
  const t = useTranslations("accounts");
  const [tone, key] = account.retiredAt
    ? (["neutral", "retired"] as const)
    : account.mustChangePassword
      ? (["warning", "mustChange"] as const)
      : (["success", "working"] as const);
  return (
    <span className={ui.badge} data-tone={tone}>
      {t(key)}
    </span>
  );
}

interface AccountMenuProps {
  readonly account: AccountItem;
  readonly isOwn: boolean;
  readonly show: (dialog: Dialog) => void;
}

function AccountMenu({ account, isOwn, show }: AccountMenuProps) {
  const t = useTranslations("accounts");
  return (
    <Menu position="bottom-end" width={240} shadow="md">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={32} aria-label={t("actsOf", { username: account.username })}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={() => show({ kind: "change", account })}>
          {t("change")}
        </Menu.Item>
        <Menu.Item leftSection={<IconDevices size={16} aria-hidden />} onClick={() => show({ kind: "sessions", account })}>
          {t("showSessions")}
        </Menu.Item>
        {isOwn ? null : (
          <>
            <Menu.Item leftSection={<IconKey size={16} aria-hidden />} onClick={() => show({ kind: "reset", account })}>
              {t("reset")}
            </Menu.Item>
            <Menu.Divider />
            <Menu.Item
              leftSection={account.retiredAt ? <IconRestore size={16} aria-hidden /> : <IconUserOff size={16} aria-hidden />}
              onClick={() => show({ kind: "retire", account })}
            >
              {t(account.retiredAt ? "restore" : "retire")}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

interface AccountDialogsProps {
  readonly dialog: Dialog | undefined;
  readonly units: readonly UnitChoice[];
  readonly show: (dialog: Dialog | undefined) => void;
}

function AccountDialogs({ dialog, units, show }: AccountDialogsProps) {
  const t = useTranslations("accounts");
  const router = useRouter();
  if (!dialog) return null;
  const close = () => show(undefined);
  const done = (message: string) => {
    close();
    router.refresh();
    notifications.show({ message });
  };
  switch (dialog.kind) {
    case "create":
      return (
        <AccountDialog
          units={units}
          onClose={close}
          onDone={({ username, password }) => {
            router.refresh();
            show(password ? { kind: "password", username, password } : undefined);
          }}
        />
      );
    case "change":
      return (
        <AccountDialog account={dialog.account} units={units} onClose={close} onDone={({ username }) => done(t("changed", { username }))} />
      );
    case "reset":
      return (
        <ConfirmAct
          title={t("resetTitle", { username: dialog.account.username })}
          explanation={t("resetExplanation")}
          confirm={t("resetConfirm")}
          act={() => callApi<{ password: string }>("POST", `/accounts/${dialog.account.id}/password-reset`)}
          onClose={close}
          onDone={({ password }) => {
            router.refresh();
            show({ kind: "password", username: dialog.account.username, password });
          }}
        />
      );
    case "retire": {
      const { id, username, retiredAt } = dialog.account;
      const retired = retiredAt === null;
      return (
        <ConfirmAct
          title={t(retired ? "retireTitle" : "restoreTitle", { username })}
          explanation={t(retired ? "retireExplanation" : "restoreExplanation")}
          confirm={t(retired ? "retire" : "restore")}
          tone={retired ? "danger" : undefined}
          act={() => callApi("PATCH", `/accounts/${id}`, { retired })}
          onClose={close}
          onDone={() => done(t(retired ? "retiredNow" : "restoredNow", { username }))}
        />
      );
    }
    case "sessions":
      return (
        <SessionsDialog
          account={dialog.account}
          onClose={() => {
            close();
            router.refresh();
          }}
        />
      );
    case "password":
      return <OneTimePassword username={dialog.username} password={dialog.password} onClose={close} />;
  }
}
