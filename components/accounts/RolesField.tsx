"use client";

import { ActionIcon, Button, Fieldset, Group, NativeSelect, Stack, Text } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { type Role, roles } from "@/lib/auth/actor";
import type { UnitChoice } from "@/lib/service/types";
import { UnitSelect } from "./UnitSelect";

/** A role being given; `key` tells rows apart while they are edited. */
export interface RoleDraft {
  readonly key: number;
  readonly role: Role;
  readonly unitId: string | null;
}

interface RolesFieldProps {
  readonly value: readonly RoleDraft[];
  readonly units: readonly UnitChoice[];
  readonly error?: string;
  readonly onChange: (value: readonly RoleDraft[]) => void;
}

/** The roles of an account, each at a unit. */
export function RolesField({ value, units, error, onChange }: RolesFieldProps) {
  const t = useTranslations("accounts.form");
  const roleNames = useTranslations("account.role");
  const change = (key: number, part: Partial<RoleDraft>) => onChange(value.map((row) => (row.key === key ? { ...row, ...part } : row)));
  const add = () => {
    const last = value.at(-1);
    onChange([...value, { key: (last?.key ?? 0) + 1, role: "reporter", unitId: last?.unitId ?? null }]);
  };
  return (
    <Fieldset legend={t("roles")} p="sm">
      <Stack gap="xs">
        {value.map(({ key, role, unitId }, index) => (
          <Group key={key} gap="xs" wrap="nowrap" align="flex-end">
            <NativeSelect
              aria-label={t("roleOf", { number: index + 1 })}
              w={180}
              data={roles.map((one) => ({ value: one, label: roleNames(one) }))}
              value={role}
              onChange={(event) => change(key, { role: roles.find((one) => one === event.currentTarget.value) ?? role })}
            />
            <UnitSelect
              aria-label={t("unitOf", { number: index + 1 })}
              placeholder={t("unit")}
              nothingFoundMessage={t("noUnit")}
              units={units}
              value={unitId}
              onChange={(chosen) => change(key, { unitId: chosen })}
              style={{ flex: 1 }}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              aria-label={t("removeRole", { number: index + 1 })}
              onClick={() => onChange(value.filter((row) => row.key !== key))}
            >
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        <Button variant="default" size="xs" leftSection={<IconPlus size={14} aria-hidden />} onClick={add} style={{ alignSelf: "start" }}>
          {t("addRole")}
        </Button>
        {error ? (
          <Text c="var(--mantine-color-error)" size="xs" role="alert">
            {error}
          </Text>
        ) : null}
      </Stack>
    </Fieldset>
  );
}
