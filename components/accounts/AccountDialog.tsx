"use client";

import { Button, Group, Modal, Stack, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { callApi } from "@/components/ui/apiClient";
import { ProblemList } from "@/components/ui/ProblemList";
import { useSay } from "@/components/ui/useSay";
import type { Problem } from "@/lib/problem";
import type { AccountItem, UnitChoice } from "@/lib/service/types";
import { type RoleDraft, RolesField } from "./RolesField";

interface AccountDialogProps {
  /** The account to change; absent to make one. */
  readonly account?: AccountItem;
  readonly units: readonly UnitChoice[];
  readonly onClose: () => void;
  /** Changed; `password` is the one-time password of a new account. */
  readonly onDone: (done: { readonly username: string; readonly password?: string }) => void;
}

/** Makes an account or changes its name, title and roles. */
export function AccountDialog({ account, units, onClose, onDone }: AccountDialogProps) {
  const t = useTranslations("accounts.form");
  const say = useSay();
  const [username, setUsername] = useState(account?.username ?? "");
  const [displayName, setDisplayName] = useState(account?.displayName ?? "");
  const [position, setPosition] = useState(account?.position ?? "");
  const [roles, setRoles] = useState<readonly RoleDraft[]>(
    account?.roles.map(({ role, unit }, key) => ({ key, role, unitId: unit.id })) ?? [{ key: 0, role: "reporter", unitId: null }],
  );
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [rolesError, setRolesError] = useState<string>();
  const [busy, setBusy] = useState(false);

  const at = (place: string): string | undefined => {
    const found = problems.find((problem) => problem.at === place);
    return found && say(found);
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const given = roles.flatMap(({ role, unitId }) => (unitId ? [{ role, unitId }] : []));
    if (given.length < roles.length) {
      setRolesError(t("unitMissing"));
      return;
    }
    setRolesError(undefined);
    setBusy(true);
    const fields = { displayName: displayName.trim(), position: position.trim(), roles: given };
    const answer = account
      ? await callApi<undefined>("PATCH", `/accounts/${account.id}`, fields)
      : await callApi<{ password: string }>("POST", "/accounts", { username, ...fields });
    setBusy(false);
    if (answer.ok) onDone({ username, password: answer.value?.password });
    else setProblems(answer.error.problems);
  };

  const shown = ["/username", "/displayName", "/position"];
  const general = problems.filter((problem) => !shown.includes(problem.at));
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={account ? t("change", { username }) : t("create")}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          {general.length > 0 ? <ProblemList title={t("failed")} problems={general} /> : null}
          {account ? null : (
            <TextInput
              label={t("username")}
              description={t("usernameRule")}
              value={username}
              onChange={(event) => setUsername(event.currentTarget.value.toLowerCase())}
              error={at("/username")}
              pattern="[a-z0-9][a-z0-9._\-]{1,63}"
              title={t("usernameRule")}
              maxLength={64}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              required
              data-autofocus
            />
          )}
          <TextInput
            label={t("displayName")}
            value={displayName}
            onChange={(event) => setDisplayName(event.currentTarget.value)}
            error={at("/displayName")}
            maxLength={200}
            required
            data-autofocus={account ? true : undefined}
          />
          <TextInput
            label={t("position")}
            description={t("positionHint")}
            value={position}
            onChange={(event) => setPosition(event.currentTarget.value)}
            error={at("/position")}
            maxLength={200}
          />
          <RolesField value={roles} units={units} error={rolesError} onChange={setRoles} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t("cancel")}
            </Button>
            <Button type="submit" loading={busy}>
              {account ? t("save") : t("make")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
