"use client";

import { useTranslations } from "next-intl";
import { noSelection, useDesigner, useDesignerStore } from "@/components/designer/store";
import type { Place } from "@/lib/template/edit";
import classes from "./blocks.module.css";
import { PlainEdit } from "./PlainEdit";
import { TextEdit } from "./TextEdit";
import { usePropertyText } from "./useTextSource";

const document: Place = { kind: "document" };

/**
 * What prints above the blocks: of a form of figures its number, legal basis and title; of a narrative report the
 * national heading of Decree 30 (filled for each report) and the title. Words of the template are edited in it.
 */
export function DocumentHead() {
  const kind = useDesigner(({ template }) => template.kind);
  const isWide = useDesigner(({ template: { page } }) => page.orientation === "landscape" || page.size === "A3");
  return kind === "narrative" ? <ReportHead /> : <FormHead layout={isWide ? "beside" : "beneath"} />;
}

/** What stands in the head belongs to the template itself. */
function useSelectDocument(): () => void {
  const store = useDesignerStore();
  return () => {
    if (store.snapshot().selection.places.length > 0) store.select(noSelection);
  };
}

function ReportHead() {
  const t = useTranslations("designerBlocks.head");
  return (
    <header className={classes.head}>
      <div className={classes.letterhead} aria-hidden>
        <div>
          <p>{t("parentUnit")}</p>
          <p>
            <b>{t("agency")}</b>
          </p>
          <p>{t("number")}</p>
        </div>
        <div>
          <p>
            <b>{t("nation")}</b>
          </p>
          <p>
            <b>{t("motto")}</b>
          </p>
          <p>
            <i>{t("placeAndDate")}</i>
          </p>
        </div>
      </div>
      <p className={classes.reportKind}>{t("report")}</p>
      <Title look="report" />
      <Subtitle />
    </header>
  );
}

/** As `formFrame` of the Word file: three columns where the page is wide enough, else the title beneath. */
function FormHead({ layout }: { readonly layout: "beside" | "beneath" }) {
  const t = useTranslations("designerBlocks.head");
  const store = useDesignerStore();
  const onEnter = useSelectDocument();
  const formNumber = useDesigner(({ template }) => template.formNumber);
  const legal = useDesigner(({ template }) => template.legalBasis);
  const legalBasis = usePropertyText(document, "legalBasis", legal);
  return (
    <header className={classes.head}>
      <div className={classes.formFrame} data-layout={layout}>
        <div className={classes.formSide}>
          <PlainEdit
            source={{
              address: "document.formNumber",
              words: formNumber ?? "",
              write: (words) =>
                store.run(
                  words === ""
                    ? { do: "set", at: [document], values: {}, clear: ["formNumber"] }
                    : { do: "set", at: [document], values: { formNumber: words } },
                  { mark: "document.formNumber" },
                ),
            }}
            label={t("formNumber")}
            placeholder={t("formNumberPlaceholder")}
            className={classes.formNumber}
            onEnter={onEnter}
          />
          <TextEdit
            source={legalBasis}
            label={t("legalBasis")}
            placeholder={t("legalBasisPlaceholder")}
            lines="many"
            whenEmpty="clear"
            className={classes.legalBasis}
            onEnter={onEnter}
          />
        </div>
        <div className={classes.formTitle}>
          <Title look="form" />
          <Subtitle />
        </div>
        <div className={classes.formSide} aria-hidden>
          <p>{t("reportingUnit")}</p>
          <p>{t("receivingUnit")}</p>
        </div>
      </div>
    </header>
  );
}

function Title({ look }: { readonly look: "report" | "form" }) {
  const t = useTranslations("designerBlocks.head");
  const onEnter = useSelectDocument();
  const text = useDesigner(({ template }) => template.title);
  const source = usePropertyText(document, "title", text);
  return (
    <TextEdit
      source={source}
      label={t("title")}
      placeholder={t("titlePlaceholder")}
      onEnter={onEnter}
      className={look === "form" ? classes.titleForm : classes.titleReport}
    />
  );
}

function Subtitle() {
  const t = useTranslations("designerBlocks.head");
  const onEnter = useSelectDocument();
  const text = useDesigner(({ template }) => template.subtitle);
  const source = usePropertyText(document, "subtitle", text);
  return (
    <TextEdit
      source={source}
      label={t("subtitle")}
      placeholder={t("subtitlePlaceholder")}
      lines="many"
      whenEmpty="clear"
      className={classes.subtitle}
      onEnter={onEnter}
    />
  );
}
