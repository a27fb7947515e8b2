"use client";

import { NativeSelect } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useRef, useState } from "react";
import { useDesigner, useDesignerStore } from "@/components/designer/store";
import { type FormulaHome, formulaScope } from "@/lib/form/compile";
import type { Problem } from "@/lib/problem";
import type { Template } from "@/lib/template";
import { type Place, partAt } from "@/lib/template/edit";
import { FillMenu, useFill } from "./FillMenu";
import { FormulaInput, type FormulaInputHandle } from "./FormulaInput";
import classes from "./formula.module.css";
import { formulaOf } from "./formulaOf";
import { homeKey } from "./homeOf";
import { type Reach, selectedFormula } from "./selectedFormula";
import { useFormulaWords } from "./useFormulaWords";

/** The formula of what is selected, above the page. */
export function FormulaBar() {
  const t = useTranslations("designerFormula");
  const store = useDesignerStore();
  const template = useDesigner((snapshot) => snapshot.template);
  const focus = useDesigner(({ selection }) => selection.focus ?? selection.places[0]);
  const [chosen, setChosen] = useState<{ readonly of: Place; readonly reach: Reach }>();
  const input = useRef<FormulaInputHandle>(null);
  const home = selectedFormula(template, focus, chosen && chosen.of === focus ? chosen.reach : undefined);
  const scope = home && formulaScope(template, home);
  useShortcuts(() => input.current?.focus());

  const commit = useCallback(
    (at: FormulaHome, stored: string | undefined): Problem | undefined => {
      const done = store.run(
        stored === undefined
          ? { do: "set", at: [at], values: {}, clear: ["formula"] }
          : { do: "set", at: [at], values: { formula: stored } },
      );
      store.endMark();
      return done.ok ? undefined : done.error;
    },
    [store],
  );

  const isCell = focus?.kind === "cell" && home !== undefined;
  return (
    <section className={classes.bar} aria-label={t("bar")} data-formula-bar>
      <div className={classes.barPlace}>
        {isCell && (home.kind === "cell" || home.kind === "row" || home.kind === "column") ? (
          <NativeSelect
            size="xs"
            aria-label={t("reach")}
            value={home.kind}
            onChange={(event) => setChosen({ of: focus, reach: event.currentTarget.value as Reach })}
            data={(["cell", "column", "row"] as const).map((reach) => ({
              value: reach,
              label: t(`reachOf.${reach}`, { name: codeOf(template, focus, reach) }),
            }))}
          />
        ) : (
          <PlaceName home={home} template={template} />
        )}
      </div>
      <span className={classes.fx} aria-hidden>
        ƒ
      </span>
      <div className={classes.barInput}>
        {scope && home ? (
          <FormulaInput
            key={homeKey(home)}
            ref={input}
            scope={scope}
            value={formulaOf(template, home)}
            onCommit={(stored) => commit(home, stored)}
            label={t("formulaOf", { place: placeLabel(t, template, home) })}
            placeholder={implicit(template, home) ? t("implicit") : scope.wanted === "condition" ? t("exampleCondition") : t("example")}
            place={{ row: focus && "row" in focus ? focus.row : undefined, column: focus && "column" in focus ? focus.column : undefined }}
            onDone={() => backToPage(focus)}
          />
        ) : (
          <p className={classes.hint}>
            {t(focus === undefined || focus.kind === "document" || focus.kind === "block" ? "choose" : "noFormula")}
          </p>
        )}
      </div>
      <FillMenu />
    </section>
  );
}

function PlaceName({ home, template }: { readonly home: FormulaHome | undefined; readonly template: Template }) {
  const t = useTranslations("designerFormula");
  const words = useFormulaWords();
  const scope = home && formulaScope(template, home);
  if (!home || !scope) return <span className={classes.quiet}>{t("noPlace")}</span>;
  const path = home.kind === "row" ? [home.row] : home.kind === "column" ? [home.column] : [];
  return (
    <span className={classes.placeName} title={words.nameIn(scope, path)}>
      {placeLabel(t, template, home)}
    </span>
  );
}

type Translate = ReturnType<typeof useTranslations<"designerFormula">>;

const placeLabel = (t: Translate, template: Template, home: FormulaHome): string => {
  switch (home.kind) {
    case "cell":
    case "column":
    case "row":
      return t(`reachOf.${home.kind}`, { name: codeOf(template, home, home.kind) });
    case "check":
      return t("ofCheck", { name: home.check });
    case "field":
      return t("ofField", { name: home.field });
  }
};

/** The code of a cell, or of its row or column. */
function codeOf(template: Template, place: Place, reach: Reach): string {
  const code = (at: Place): string => {
    const part = partAt(template, at);
    return part !== undefined && "code" in part && part.code !== undefined
      ? part.code
      : at.kind === "row"
        ? at.row
        : at.kind === "column"
          ? at.column
          : "";
  };
  const block = "block" in place ? place.block : "";
  const row = "row" in place ? code({ kind: "row", block, row: place.row }) : "";
  const column = "column" in place ? code({ kind: "column", block, column: place.column }) : "";
  return reach === "cell" ? `${row}.${column}` : reach === "row" ? row : column;
}

/** Rows of sums without a formula add up their children. */
function implicit(template: Template, home: FormulaHome): boolean {
  if (home.kind !== "row") return false;
  const part = partAt(template, home);
  return part !== undefined && "kind" in part && (part.kind === "subtotal" || part.kind === "total");
}

/** Writing is over: the keyboard goes back to what is selected on the page. */
function backToPage(place: Place | undefined): void {
  const active = document.activeElement;
  if (active instanceof HTMLElement) active.blur();
  const address = place && addressOf(place);
  if (address === undefined) return;
  // Codes and handles carry the address too: the keyboard is in the cell that has an input.
  const at = `[role=grid] [data-address="${address}"]`;
  document.querySelector<HTMLElement>(`${at} :is(input, textarea, [tabindex])`)?.focus();
}

/** As the page marks its parts. */
function addressOf(place: Place): string | undefined {
  switch (place.kind) {
    case "cell":
      return `${place.block}.${place.row}.${place.column}`;
    case "column":
      return `${place.block}.${place.column}`;
    case "row":
      return `${place.block}.${place.row}`;
    default:
      return undefined;
  }
}

/** Ctrl+R and Ctrl+D fill as in Excel, but in an input they are the browser's. */
function useShortcuts(focusBar: () => void): void {
  const fill = useFill();
  const latest = useRef({ fill, focusBar });
  useEffect(() => {
    latest.current = { fill, focusBar };
  });
  const store = useDesignerStore();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const { target } = event;
      const isTyping =
        target instanceof HTMLElement && (target.isContentEditable || target.closest("[data-formula-editor], [role=dialog]") !== null);
      if (event.key === "F2" && event.altKey && !isTyping) {
        event.preventDefault();
        latest.current.focusBar();
        return;
      }
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || isTyping) return;
      const direction = event.key === "r" ? "right" : event.key === "d" ? "down" : undefined;
      if (direction === undefined || store.snapshot().selection.places.length < 2) return;
      event.preventDefault();
      latest.current.fill(direction);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [store]);
}
