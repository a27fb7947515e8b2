"use client";

import { Select, Textarea, TextInput } from "@mantine/core";
import { useLocale } from "next-intl";
import { useState } from "react";
import { editableText, shownText } from "@/components/grid/cellText";
import { useSay } from "@/components/ui/useSay";
import type { CellAddress } from "@/lib/form/content";
import { textIn } from "@/lib/template";
import { missingValue } from "./missingValue";
import { useReport } from "./ReportContext";
import classes from "./report.module.css";

interface ValueInputProps {
  readonly at: CellAddress;
  /** Shown above the input; in a table the head says it and `hidden` keeps it for screen readers. */
  readonly label: string;
  readonly hidden?: true;
  readonly description?: string;
  readonly long?: true;
}

/** One input outside of a table: a field or a cell of a list. Typing is read when it ends, as in the grid. */
export function ValueInput({ at, label, hidden, description, long }: ValueInputProps) {
  const { store, editable, snapshot, strict } = useReport();
  const locale = useLocale();
  const say = useSay();
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const cell = store.form.index(at);
  if (cell === undefined) return null;
  const info = store.form.info(cell);
  const invalid = snapshot.invalid.get(at);
  const held = store.form.read(cell);
  const findings = store.source.findings(at).filter(({ code }) => strict || code !== missingValue);
  const error = invalid
    ? say(invalid.problem)
    : findings.map((f) => (f.message ? textIn(f.message, locale === "en" ? "en" : "vi") : say(f))).join(" ") || undefined;
  const text = typed ?? invalid?.text ?? editableText(info, held, locale);
  const open = editable && info.role === "input";
  const shared = {
    label: hidden ? undefined : info.unit ? `${label} (${info.unit})` : label,
    "aria-label": hidden ? label : undefined,
    description,
    error: error === undefined ? undefined : error,
    withAsterisk: info.required,
    "data-address": at,
  };
  if (!open) {
    return (
      <TextInput
        {...shared}
        value={shownText(info, held, locale)}
        readOnly
        className={info.role === "computed" ? classes.computedField : classes.readField}
        leftSection={info.role === "computed" ? <span aria-hidden>ƒ</span> : undefined}
      />
    );
  }
  if (info.type === "choice" || info.type === "boolean") {
    const data =
      info.type === "boolean"
        ? [true, false].map((value) => shownText(info, value, locale))
        : (info.choices ?? []).map((choice) => textIn(choice.label, locale === "en" ? "en" : "vi"));
    return (
      <Select
        {...shared}
        data={data}
        value={text === "" ? null : text}
        clearable
        clearButtonProps={{ "aria-hidden": true, tabIndex: -1 }}
        onChange={(value) => store.editor.commit([{ at, text: value ?? "" }])}
      />
    );
  }
  const handlers = {
    value: text,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => {
      setTyped(event.currentTarget.value);
      store.editor.preview({ at, text: event.currentTarget.value });
    },
    onBlur: () => {
      if (typed === undefined) return;
      setTyped(undefined);
      store.editor.commit([{ at, text: typed }]);
    },
  };
  const numeric = info.type === "number" || info.type === "integer" || info.type === "percent";
  if (long && info.type === "text") return <Textarea {...shared} {...handlers} autosize minRows={1} maxRows={8} />;
  return (
    <TextInput
      {...shared}
      {...handlers}
      inputMode={numeric ? "decimal" : undefined}
      autoComplete="off"
      placeholder={info.type === "date" ? "dd/mm/yyyy" : undefined}
      styles={numeric ? { input: { textAlign: "right", fontVariantNumeric: "tabular-nums" } } : undefined}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === "Enter") event.currentTarget.blur();
        if (event.key === "Escape" && typed !== undefined) {
          setTyped(undefined);
          store.editor.cancel();
        }
      }}
    />
  );
}
