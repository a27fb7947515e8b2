import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ExampleResult } from "@/components/help/ExampleResult";
import { HelpContents } from "@/components/help/HelpContents";
import { HelpTable } from "@/components/help/HelpTable";
import classes from "@/components/help/help.module.css";
import { richWords } from "@/components/help/richWords";
import { Breadcrumbs } from "@/components/shell/Breadcrumbs";
import { Page } from "@/components/shell/Page";
import { PageHeader } from "@/components/ui/PageHeader";
import { functions, limits } from "@/lib/formula";
import { type Locale, phrase } from "@/lib/messages";
import {
  type ExampleFigure,
  exampleColumns,
  exampleHistory,
  exampleNames,
  exampleRows,
  exampleTable,
  exampleUnits,
} from "./exampleFigures";
import {
  blankExamples,
  type Example,
  excelExamples,
  functionExamples,
  nameExamples,
  operatorExamples,
  rangeExamples,
  roundingExamples,
  zeroExamples,
} from "./examples";
import { shortNumber, showExample } from "./showExample";
import { letter, signature } from "./signature";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("help.formulas"))("title") };
}

const words = () => getTranslations("help.formulas");
type Words = Awaited<ReturnType<typeof words>>;

const figureText = (figure: ExampleFigure, t: Words, locale: Locale): string =>
  figure === null ? t("blank") : typeof figure === "number" ? shortNumber(figure, locale) : figure;

const placeText = ({ place }: Example, t: Words): string =>
  place.column === "c6" ? t("inRow", { row: place.row }) : t("inCell", { cell: `${place.row}.${place.column}` });

interface SectionProps {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}

function Section({ id, title, children }: SectionProps) {
  return (
    // Without a name of its own it is no landmark: the table that scrolls within it is one, by the same words.
    <section id={id} className={classes.section}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

interface ExamplesProps {
  readonly caption: string;
  readonly t: Words;
  readonly locale: Locale;
}

/** Formulas with what comes of them, and how they are read. */
function Examples({ caption, examples, t, locale }: ExamplesProps & { readonly examples: readonly Example[] }) {
  return (
    <HelpTable caption={caption} heads={[t("formula"), t("where"), t("result"), t("words")]}>
      {examples.map((example) => {
        const shown = showExample(example, locale);
        return (
          <tr key={example.formula}>
            <th scope="row">
              <code>{example.formula}</code>
            </th>
            <td className={classes.place}>{placeText(example, t)}</td>
            <td>
              <ExampleResult shown={shown} />
            </td>
            <td className={classes.quiet}>{shown.kind === "refused" ? null : shown.words}</td>
          </tr>
        );
      })}
    </HelpTable>
  );
}

/** Formulas with what they are examples of. */
function Meanings({ caption, examples, t, locale }: ExamplesProps & { readonly examples: readonly (readonly [string, Example])[] }) {
  return (
    <HelpTable caption={caption} heads={[t("formula"), t("meaning"), t("where"), t("result")]}>
      {examples.map(([meaning, example]) => (
        <tr key={example.formula}>
          <th scope="row">
            <code>{example.formula}</code>
          </th>
          <td>{meaning}</td>
          <td className={classes.place}>{placeText(example, t)}</td>
          <td>
            <ExampleResult shown={showExample(example, locale)} />
          </td>
        </tr>
      ))}
    </HelpTable>
  );
}

function Figures({ t, locale }: Pick<ExamplesProps, "t" | "locale">) {
  const { prev, lastYear, ytd, yearPlan } = exampleHistory;
  const number = (value: number) => shortNumber(value, locale);
  const names = Object.entries(exampleNames).map(([name, value]) => `${name} = ${number(value)}`);
  return (
    <>
      <p>{t("figuresHint")}</p>
      <HelpTable caption={t("figuresCaption")} heads={[t("row"), ...exampleColumns]}>
        {exampleRows.map((row) => (
          <tr key={row}>
            <th scope="row">
              <code>{row}</code>
            </th>
            {exampleColumns.map((column, i) => (
              <td key={column} className={classes.figure}>
                {figureText(exampleTable[row][i] ?? null, t, locale)}
              </td>
            ))}
          </tr>
        ))}
      </HelpTable>
      <ul className={classes.points}>
        <li>{t("otherNames", { names: names.join("; ") })}</li>
        <li>{t("unitsAre", { figures: exampleUnits.map((figure) => figureText(figure, t, locale)).join("; ") })}</li>
        <li>{t("historyIs", { prev: number(prev), lastYear: number(lastYear), ytd: number(ytd), yearPlan: number(yearPlan) })}</li>
      </ul>
    </>
  );
}

/** Every function of the language: signature, what it does, its arguments, what comes of it. */
function Functions({ t, locale, caption }: ExamplesProps) {
  return (
    <HelpTable caption={caption} heads={[t("function"), t("meaning"), t("formula"), t("where"), t("result")]}>
      {functions.flatMap((fn) =>
        functionExamples[fn.name].map((example, i, all) => (
          <tr key={example.formula}>
            {i === 0 ? (
              <>
                <th scope="rowgroup" rowSpan={all.length}>
                  <code>{signature(fn)}</code>
                </th>
                <td rowSpan={all.length}>
                  {phrase(`formula.functions.${fn.name}`, {}, locale)}
                  <p className={classes.parameters}>
                    {fn.parameters
                      .map(({ name }, at) =>
                        t("parameter", { letter: letter(at), description: phrase(`formula.parameters.${name}`, {}, locale) }),
                      )
                      .join("; ")}
                  </p>
                </td>
              </>
            ) : null}
            <td>
              <code>{example.formula}</code>
            </td>
            <td className={classes.place}>{placeText(example, t)}</td>
            <td>
              <ExampleResult shown={showExample(example, locale)} />
            </td>
          </tr>
        )),
      )}
    </HelpTable>
  );
}

function Excel({ t, locale, caption }: ExamplesProps) {
  return (
    <HelpTable caption={caption} heads={[t("meaning"), t("inExcel"), t("here"), t("where"), t("result")]}>
      {excelExamples.map(([key, there, gives, example]) => (
        <tr key={key}>
          <th scope="row">{t(`excel.${key}`)}</th>
          <td>
            <code>{there}</code>
            {gives === undefined ? null : <span className={classes.quiet}> {t("gives", { result: gives })}</span>}
          </td>
          <td>
            <code>{example.formula}</code>
          </td>
          <td className={classes.place}>{placeText(example, t)}</td>
          <td>
            <ExampleResult shown={showExample(example, locale)} />
          </td>
        </tr>
      ))}
    </HelpTable>
  );
}

const sections = [
  "figures",
  "names",
  "ranges",
  "operators",
  "functions",
  "history",
  "blanks",
  "zero",
  "rounding",
  "excel",
  "limits",
] as const;

/** The formula language as it is: functions out of its own table, results by its own evaluation. */
export default async function FormulaHelpPage() {
  const [t, help, shell, locale] = await Promise.all([words(), getTranslations("help"), getTranslations("shell"), getLocale()]);
  const historical = functions.filter(({ parameters }) => parameters[0]?.kind === "name").flatMap(({ name }) => functionExamples[name]);
  const parts: Readonly<Record<(typeof sections)[number], ReactNode>> = {
    figures: <Figures t={t} locale={locale} />,
    names: (
      <>
        <p>{t("namesHint")}</p>
        <Meanings
          caption={t("sections.names")}
          examples={nameExamples.map(([key, example]) => [t(`names.${key}`), example])}
          t={t}
          locale={locale}
        />
      </>
    ),
    ranges: (
      <>
        <p>{t.rich("rangesHint", richWords)}</p>
        <Meanings
          caption={t("sections.ranges")}
          examples={rangeExamples.map(([key, example]) => [t(`ranges.${key}`), example])}
          t={t}
          locale={locale}
        />
      </>
    ),
    operators: (
      <>
        <p>{t("operatorsHint")}</p>
        <Meanings
          caption={t("sections.operators")}
          examples={operatorExamples.map(([key, example]) => [t(`operators.${key}`), example])}
          t={t}
          locale={locale}
        />
      </>
    ),
    functions: (
      <>
        <p>{t("functionsHint")}</p>
        <Functions caption={t("sections.functions")} t={t} locale={locale} />
      </>
    ),
    history: (
      <>
        <p>{t.rich("historyHint", richWords)}</p>
        <Examples caption={t("sections.history")} examples={historical} t={t} locale={locale} />
      </>
    ),
    blanks: (
      <>
        <p>{t.rich("blanksHint", richWords)}</p>
        <Examples caption={t("sections.blanks")} examples={blankExamples} t={t} locale={locale} />
      </>
    ),
    zero: (
      <>
        <p>{t.rich("zeroHint", richWords)}</p>
        <Examples caption={t("sections.zero")} examples={zeroExamples} t={t} locale={locale} />
      </>
    ),
    rounding: (
      <>
        <p>{t.rich("roundingHint", richWords)}</p>
        <Examples caption={t("sections.rounding")} examples={roundingExamples} t={t} locale={locale} />
      </>
    ),
    excel: (
      <>
        <p>{t("excelHint")}</p>
        <Excel caption={t("sections.excel")} t={t} locale={locale} />
      </>
    ),
    limits: <p>{t("limitsHint", { ...limits })}</p>,
  };
  return (
    <Page>
      <Breadcrumbs items={[{ label: shell("nav.home"), href: "/" }, { label: help("title"), href: "/help" }, { label: t("title") }]} />
      <PageHeader title={t("title")} meta={t("meta")} />
      <div className={classes.layout}>
        <HelpContents label={help("contents")} sections={sections.map((id) => ({ id, title: t(`sections.${id}`) }))} />
        <div className={classes.text}>
          {sections.map((id) => (
            <Section key={id} id={id} title={t(`sections.${id}`)}>
              {parts[id]}
            </Section>
          ))}
        </div>
      </div>
    </Page>
  );
}
