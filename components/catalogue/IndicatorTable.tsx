"use client";

import { ActionIcon, Button, Menu, Table, Text, VisuallyHidden } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconArchive, IconDots, IconEye, IconListSearch, IconPencil, IconPlus, IconRestore } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { callApi } from "@/components/ui/apiClient";
import { ConfirmAct } from "@/components/ui/ConfirmAct";
import type { IndicatorItem, MeasureUnitItem, SectorItem } from "@/lib/service/catalogueTypes";
import type { UnitRef } from "@/lib/service/types";
import { forgetCached } from "./cachedGet";
import classes from "./catalogue.module.css";
import { IndicatorDialog } from "./IndicatorDialog";
import { IndicatorUsesDialog } from "./IndicatorUsesDialog";
import { wordsIn } from "./wordsIn";

/** What an indicator can be made of. */
export interface IndicatorChoices {
  /** Units at which the viewer designs. */
  readonly owners: readonly UnitRef[];
  readonly sectors: readonly SectorItem[];
  readonly measureUnits: readonly MeasureUnitItem[];
}

type Dialog = { readonly kind: "create" } | { readonly kind: "change" | "uses" | "retire"; readonly indicator: IndicatorItem };

/** Button that makes an indicator, at the head of the page. */
export function CreateIndicator({ choices }: { readonly choices: IndicatorChoices }) {
  const t = useTranslations("indicators");
  const [dialog, setDialog] = useState<Dialog>();
  return (
    <>
      <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setDialog({ kind: "create" })}>
        {t("create")}
      </Button>
      <IndicatorDialogs dialog={dialog} choices={choices} show={setDialog} />
    </>
  );
}

/** The indicators, with what can be done to each. */
export function IndicatorTable({ items, choices }: { readonly items: readonly IndicatorItem[]; readonly choices: IndicatorChoices }) {
  const t = useTranslations("indicators");
  const locale = useLocale();
  const [dialog, setDialog] = useState<Dialog>();
  /** Said of each only where they differ. */
  const severalOwners = new Set(items.map(({ owner }) => owner.id)).size > 1;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by the keyboard
    <section className={classes.scroll} aria-label={t("title")} tabIndex={0}>
      <Table highlightOnHover verticalSpacing={6} horizontalSpacing="sm" className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("code")}</Table.Th>
            <Table.Th>{t("name")}</Table.Th>
            <Table.Th>{t("unit")}</Table.Th>
            <Table.Th>{t("type")}</Table.Th>
            <Table.Th>{t("rule")}</Table.Th>
            <Table.Th>{t("sector")}</Table.Th>
            <Table.Th>
              <VisuallyHidden>{t("acts")}</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((indicator) => (
            <Table.Tr key={indicator.id}>
              <Table.Td className={classes.code}>{indicator.code}</Table.Td>
              <Table.Td>
                <Text fw={600} size="sm">
                  {wordsIn(indicator.name, locale)}
                </Text>
                <Text c="dimmed" size="xs" lineClamp={1}>
                  {wordsIn(indicator.definition, locale) || wordsIn(indicator.method, locale)}
                </Text>
              </Table.Td>
              <Table.Td className={classes.tight}>{indicator.measureUnit?.symbol ?? t("none")}</Table.Td>
              <Table.Td className={classes.tight}>{t("typeOf", { type: indicator.type, decimals: indicator.decimals })}</Table.Td>
              <Table.Td>{t(`rules.${indicator.rule}`)}</Table.Td>
              <Table.Td>
                {indicator.sector ? wordsIn(indicator.sector.name, locale) : t("none")}
                {severalOwners ? (
                  <Text c="dimmed" size="xs">
                    {indicator.owner.name}
                  </Text>
                ) : null}
              </Table.Td>
              <Table.Td ta="right">
                <IndicatorMenu indicator={indicator} show={setDialog} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <IndicatorDialogs dialog={dialog} choices={choices} show={setDialog} />
    </section>
  );
}

function IndicatorMenu({ indicator, show }: { readonly indicator: IndicatorItem; readonly show: (dialog: Dialog) => void }) {
  const t = useTranslations("indicators");
  const { code, mayChange, retired } = indicator;
  return (
    <Menu position="bottom-end" width={220} shadow="md" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={32} aria-label={t("actsOf", { code })}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={mayChange ? <IconPencil size={16} aria-hidden /> : <IconEye size={16} aria-hidden />}
          onClick={() => show({ kind: "change", indicator })}
        >
          {t(mayChange ? "change" : "view")}
        </Menu.Item>
        <Menu.Item leftSection={<IconListSearch size={16} aria-hidden />} onClick={() => show({ kind: "uses", indicator })}>
          {t("uses")}
        </Menu.Item>
        {mayChange ? (
          <Menu.Item
            leftSection={retired ? <IconRestore size={16} aria-hidden /> : <IconArchive size={16} aria-hidden />}
            onClick={() => show({ kind: "retire", indicator })}
          >
            {t(retired ? "restore" : "retire")}
          </Menu.Item>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}

interface IndicatorDialogsProps {
  readonly dialog: Dialog | undefined;
  readonly choices: IndicatorChoices;
  readonly show: (dialog: Dialog | undefined) => void;
}

function IndicatorDialogs({ dialog, choices, show }: IndicatorDialogsProps) {
  const t = useTranslations("indicators");
  const router = useRouter();
  if (!dialog) return null;
  const close = () => show(undefined);
  const done = ({ code }: { readonly code: string }) => {
    close();
    forgetCached("/indicators");
    router.refresh();
    notifications.show({ message: t("saved", { code }) });
  };
  switch (dialog.kind) {
    case "create":
      return <IndicatorDialog choices={choices} onClose={close} onDone={done} />;
    case "change":
      return <IndicatorDialog indicator={dialog.indicator} choices={choices} onClose={close} onDone={done} />;
    case "uses":
      return <IndicatorUsesDialog indicator={dialog.indicator} onClose={close} />;
    case "retire": {
      const { id, code, revision, retired } = dialog.indicator;
      return (
        <ConfirmAct
          title={t(retired ? "restoreTitle" : "retireTitle", { code })}
          explanation={t(retired ? "restoreExplanation" : "retireExplanation")}
          confirm={t(retired ? "restore" : "retire")}
          act={() => callApi("PATCH", `/indicators/${id}`, { revision, retired: !retired })}
          onClose={close}
          onDone={() => done({ code })}
        />
      );
    }
  }
}
