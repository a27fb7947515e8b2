"use client";

import { Button, Table, Text, VisuallyHidden } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { callApi } from "@/components/ui/apiClient";
import { ConfirmAct } from "@/components/ui/ConfirmAct";
import ui from "@/components/ui/ui.module.css";
import type { MeasureUnitItem } from "@/lib/service/catalogueTypes";
import { CatalogueMenu } from "./CatalogueMenu";
import classes from "./catalogue.module.css";
import { MeasureUnitDialog } from "./MeasureUnitDialog";
import { isQuantity, quantities } from "./quantities";
import { useSaved } from "./useSaved";
import { wordsIn } from "./wordsIn";

type Dialog = { readonly kind: "create" } | { readonly kind: "change" | "retire"; readonly unit: MeasureUnitItem };
type Show = (dialog: Dialog | undefined) => void;

/** Button that makes a unit of measure. */
export function CreateMeasureUnit({ dimensions }: { readonly dimensions: readonly string[] }) {
  const t = useTranslations("measure.page");
  const [dialog, setDialog] = useState<Dialog>();
  return (
    <>
      <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setDialog({ kind: "create" })}>
        {t("createUnit")}
      </Button>
      <MeasureUnitDialogs dialog={dialog} dimensions={dimensions} show={setDialog} />
    </>
  );
}

interface MeasureUnitsProps {
  readonly items: readonly MeasureUnitItem[];
  readonly dimensions: readonly string[];
  readonly mayChange: boolean;
}

/** Units of measure by what they measure; counted things, each of which measures itself, at the end. */
export function MeasureUnits({ items, dimensions, mayChange }: MeasureUnitsProps) {
  const t = useTranslations("measure");
  const [dialog, setDialog] = useState<Dialog>();
  const counted = items.filter(({ dimension }) => !isQuantity(dimension));
  return (
    <div className={classes.dimensions}>
      {quantities.map((quantity) => {
        const units = items.filter(({ dimension }) => dimension === quantity);
        if (units.length === 0) return null;
        return (
          <div key={quantity}>
            <h2 className={classes.dimension}>{t(`dimension.${quantity}`)}</h2>
            <UnitTable label={t(`dimension.${quantity}`)} units={units} mayChange={mayChange} show={setDialog} />
          </div>
        );
      })}
      {counted.length > 0 ? (
        <div className={classes.wide}>
          <h2 className={classes.dimension}>{t("page.counted")}</h2>
          <UnitTable label={t("page.counted")} units={counted} mayChange={mayChange} show={setDialog} withDimension />
        </div>
      ) : null}
      <MeasureUnitDialogs dialog={dialog} dimensions={dimensions} show={setDialog} />
    </div>
  );
}

interface UnitTableProps {
  readonly label: string;
  readonly units: readonly MeasureUnitItem[];
  readonly mayChange: boolean;
  readonly show: Show;
  readonly withDimension?: boolean;
}

function UnitTable({ label, units, mayChange, show, withDimension = false }: UnitTableProps) {
  const t = useTranslations("measure.page");
  const locale = useLocale();
  const factors = new Intl.NumberFormat(locale, { maximumSignificantDigits: 10 });
  const baseOf = (dimension: string) => units.find((unit) => unit.dimension === dimension && unit.factor === 1)?.symbol ?? t("base");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by the keyboard
    <section className={classes.scroll} aria-label={label} tabIndex={0}>
      <Table highlightOnHover verticalSpacing={3} horizontalSpacing="sm" className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("symbol")}</Table.Th>
            <Table.Th>{t("name")}</Table.Th>
            {withDimension ? <Table.Th>{t("dimensionOf")}</Table.Th> : null}
            <Table.Th ta="right">{t("factor")}</Table.Th>
            {mayChange ? (
              <Table.Th>
                <VisuallyHidden>{t("acts")}</VisuallyHidden>
              </Table.Th>
            ) : null}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {units.map((unit) => (
            <Table.Tr key={unit.id} className={unit.retired ? classes.retired : undefined}>
              <Table.Td className={classes.code}>{unit.symbol}</Table.Td>
              <Table.Td>
                {wordsIn(unit.name, locale)}
                {unit.retired ? (
                  <>
                    {" "}
                    <span className={ui.badge} data-tone="neutral">
                      {t("retired")}
                    </span>
                  </>
                ) : null}
              </Table.Td>
              {withDimension ? <Table.Td>{unit.dimension}</Table.Td> : null}
              <Table.Td className={classes.number}>
                {unit.factor === 1 ? (
                  <Text span size="sm" c="dimmed">
                    {t("base")}
                  </Text>
                ) : (
                  t("factorOf", { factor: factors.format(unit.factor), base: baseOf(unit.dimension) })
                )}
              </Table.Td>
              {mayChange ? (
                <Table.Td ta="right">
                  <CatalogueMenu
                    name={unit.symbol}
                    retired={unit.retired}
                    onChange={() => show({ kind: "change", unit })}
                    onRetire={() => show({ kind: "retire", unit })}
                  />
                </Table.Td>
              ) : null}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

interface MeasureUnitDialogsProps {
  readonly dialog: Dialog | undefined;
  readonly dimensions: readonly string[];
  readonly show: Show;
}

function MeasureUnitDialogs({ dialog, dimensions, show }: MeasureUnitDialogsProps) {
  const t = useTranslations("measure.page");
  const saved = useSaved("/measure-units");
  if (!dialog) return null;
  const close = () => show(undefined);
  const done = (symbol: string) => {
    close();
    saved(symbol);
  };
  if (dialog.kind !== "retire") {
    return (
      <MeasureUnitDialog
        unit={dialog.kind === "change" ? dialog.unit : undefined}
        dimensions={dimensions}
        onClose={close}
        onDone={({ symbol }) => done(symbol)}
      />
    );
  }
  const { id, symbol, revision, retired } = dialog.unit;
  return (
    <ConfirmAct
      title={t(retired ? "restoreTitle" : "retireTitle", { name: symbol })}
      explanation={t(retired ? "restoreExplanation" : "retireExplanation")}
      confirm={t(retired ? "restore" : "retire")}
      act={() => callApi("PATCH", `/measure-units/${id}`, { revision, retired: !retired })}
      onClose={close}
      onDone={() => done(symbol)}
    />
  );
}
