"use client";

import { Button, Table, VisuallyHidden } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { callApi } from "@/components/ui/apiClient";
import { ConfirmAct } from "@/components/ui/ConfirmAct";
import ui from "@/components/ui/ui.module.css";
import type { SectorItem } from "@/lib/service/catalogueTypes";
import { CatalogueMenu } from "./CatalogueMenu";
import classes from "./catalogue.module.css";
import { SectorDialog, sectorContent } from "./SectorDialog";
import { useSaved } from "./useSaved";
import { wordsIn } from "./wordsIn";

type Dialog = { readonly kind: "create" } | { readonly kind: "change" | "retire"; readonly sector: SectorItem };

/** Button that makes a field of administration. */
export function CreateSector({ nextPosition }: { readonly nextPosition: number }) {
  const t = useTranslations("measure.page");
  const [dialog, setDialog] = useState<Dialog>();
  return (
    <>
      <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setDialog({ kind: "create" })}>
        {t("createSector")}
      </Button>
      <SectorDialogs dialog={dialog} nextPosition={nextPosition} show={setDialog} />
    </>
  );
}

/** Fields of administration in their order. */
export function Sectors({ items, mayChange }: { readonly items: readonly SectorItem[]; readonly mayChange: boolean }) {
  const t = useTranslations("measure.page");
  const locale = useLocale();
  const [dialog, setDialog] = useState<Dialog>();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by the keyboard
    <section className={classes.scroll} aria-label={t("sectors")} tabIndex={0}>
      <Table highlightOnHover verticalSpacing={4} horizontalSpacing="sm" className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("code")}</Table.Th>
            <Table.Th>{t("name")}</Table.Th>
            <Table.Th>{t("position")}</Table.Th>
            {mayChange ? (
              <Table.Th>
                <VisuallyHidden>{t("acts")}</VisuallyHidden>
              </Table.Th>
            ) : null}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((sector) => (
            <Table.Tr key={sector.code} className={sector.retired ? classes.retired : undefined}>
              <Table.Td className={classes.code}>{sector.code}</Table.Td>
              <Table.Td>
                {wordsIn(sector.name, locale)}
                {sector.retired ? (
                  <>
                    {" "}
                    <span className={ui.badge} data-tone="neutral">
                      {t("retired")}
                    </span>
                  </>
                ) : null}
              </Table.Td>
              <Table.Td>{sector.position}</Table.Td>
              {mayChange ? (
                <Table.Td ta="right">
                  <CatalogueMenu
                    name={wordsIn(sector.name, locale)}
                    retired={sector.retired}
                    onChange={() => setDialog({ kind: "change", sector })}
                    onRetire={() => setDialog({ kind: "retire", sector })}
                  />
                </Table.Td>
              ) : null}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <SectorDialogs dialog={dialog} nextPosition={0} show={setDialog} />
    </section>
  );
}

interface SectorDialogsProps {
  readonly dialog: Dialog | undefined;
  readonly nextPosition: number;
  readonly show: (dialog: Dialog | undefined) => void;
}

function SectorDialogs({ dialog, nextPosition, show }: SectorDialogsProps) {
  const t = useTranslations("measure.page");
  const locale = useLocale();
  const saved = useSaved("/sectors");
  if (!dialog) return null;
  const close = () => show(undefined);
  const done = (name: string) => {
    close();
    saved(name);
  };
  if (dialog.kind !== "retire") {
    return (
      <SectorDialog
        sector={dialog.kind === "change" ? dialog.sector : undefined}
        nextPosition={nextPosition}
        onClose={close}
        onDone={({ name }) => done(wordsIn(name, locale))}
      />
    );
  }
  const { sector } = dialog;
  const name = wordsIn(sector.name, locale);
  const from = sectorContent(sector);
  return (
    <ConfirmAct
      title={t(sector.retired ? "restoreTitle" : "retireTitle", { name })}
      explanation={t(sector.retired ? "restoreExplanation" : "retireExplanation")}
      confirm={t(sector.retired ? "restore" : "retire")}
      act={() => callApi("PATCH", `/sectors/${sector.code}`, { from, to: { ...from, retired: !sector.retired } })}
      onClose={close}
      onDone={() => done(name)}
    />
  );
}
