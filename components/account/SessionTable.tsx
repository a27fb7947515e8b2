"use client";

import { Badge, Button, Group, Table } from "@mantine/core";
import { useFormatter, useTranslations } from "next-intl";
import type { SessionItem } from "@/lib/service/types";
import { deviceName } from "./deviceName";

interface SessionTableProps {
  readonly sessions: readonly SessionItem[];
  /** The session whose end is under way. */
  readonly ending: string | undefined;
  readonly onEnd: (session: SessionItem) => void;
}

/** Sessions of an account, each with a button to end it; the one that looks is ended by signing out. */
export function SessionTable({ sessions, ending, onEnd }: SessionTableProps) {
  const t = useTranslations("account");
  const format = useFormatter();
  const nameOf = ({ userAgent }: SessionItem): string => {
    const device = deviceName(userAgent);
    return device ? t("deviceName", device) : t("unknownDevice");
  };
  return (
    <Table.ScrollContainer minWidth={420}>
      <Table verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("device")}</Table.Th>
            <Table.Th>{t("since")}</Table.Th>
            <Table.Th>{t("lastSeen")}</Table.Th>
            <Table.Th aria-label={t("end")} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sessions.map((session) => (
            <Table.Tr key={session.id}>
              <Table.Td title={session.userAgent}>
                <Group gap="xs">
                  {nameOf(session)}
                  {session.current ? (
                    <Badge variant="light" size="sm" tt="none">
                      {t("thisOne")}
                    </Badge>
                  ) : null}
                </Group>
              </Table.Td>
              <Table.Td style={{ whiteSpace: "nowrap" }}>{format.dateTime(new Date(session.createdAt), "moment")}</Table.Td>
              <Table.Td style={{ whiteSpace: "nowrap" }}>{format.dateTime(new Date(session.lastSeenAt), "moment")}</Table.Td>
              <Table.Td ta="right">
                {session.current ? null : (
                  <Button
                    variant="default"
                    size="compact-sm"
                    loading={ending === session.id}
                    aria-label={t("endOne", { device: nameOf(session) })}
                    onClick={() => onEnd(session)}
                  >
                    {t("end")}
                  </Button>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
