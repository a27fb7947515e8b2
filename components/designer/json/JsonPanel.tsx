"use client";

import { type Diagnostic, setDiagnostics } from "@codemirror/lint";
import { openSearchPanel } from "@codemirror/search";
import type { EditorView } from "@codemirror/view";
import { ActionIcon, Button, Tooltip } from "@mantine/core";
import { IconCopy, IconDownload, IconSearch, IconX } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { placeOfProblem } from "@/components/designer/problems/placeOfProblem";
import { useAnnounce, useDesigner, useDesignerStore } from "@/components/designer/store";
import { useSay } from "@/components/ui/useSay";
import type { Problem } from "@/lib/problem";
import type { Template } from "@/lib/template";
import { faultOfJson } from "./faultOfJson";
import classes from "./json.module.css";
import { type JsonDraft, pathOfFault, readJson, writeJson } from "./jsonDraft";
import { createJsonEditor } from "./jsonEditor";
import { pathOfPlace } from "./pathOfPlace";
import { rangeOfPath } from "./rangeOfPath";

interface JsonPanelProps {
  /** Text that was edited and not applied: it outlives the panel, so that closing it loses nothing. */
  readonly draft: RefObject<JsonDraft | undefined>;
  readonly readOnly: boolean;
  readonly onClose: () => void;
}

/** Milliseconds from the last letter to trying the text as the template. */
const pause = 900;
/** Consecutive edits of the text are one step of undo. */
const mark = "json";

type State =
  | { readonly kind: "clean" }
  | { readonly kind: "dirty" }
  | { readonly kind: "broken"; readonly line: number; readonly column: number }
  | { readonly kind: "refused"; readonly problem: Problem };

const phraseKeys = {
  Find: "find",
  Replace: "replace",
  next: "next",
  previous: "previous",
  all: "all",
  "match case": "matchCase",
  regexp: "regexp",
  "by word": "byWord",
  replace: "replaceOne",
  "replace all": "replaceAll",
  close: "close",
} as const;

/** The whole document as JSON. An edit that fits is a change of the template like any other; one that does not stays here, with what is wrong. */
export function JsonPanel({ draft, readOnly, onClose }: JsonPanelProps) {
  const t = useTranslations("designer.json");
  const say = useSay();
  const announce = useAnnounce();
  const store = useDesignerStore();
  const template = useDesigner((snapshot) => snapshot.template);
  const problems = useDesigner((snapshot) => snapshot.problems);
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  /** The template that the text is the same as. */
  const standing = useRef<Template>(draft.current?.of ?? template);
  /** The text is being made to follow the template: no edit of a person. */
  const isFollowing = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [state, setState] = useState<State>({ kind: draft.current ? "dirty" : "clean" });
  const isOvertaken = state.kind !== "clean" && template !== standing.current;

  const underline = useCallback((found: readonly (Pick<Diagnostic, "from" | "to" | "message" | "severity"> | undefined)[]) => {
    const editor = view.current;
    if (!editor) return;
    const most = editor.state.doc.length;
    const inside = found.flatMap((it) => (it ? [{ ...it, from: Math.min(it.from, most), to: Math.min(it.to, most) }] : []));
    editor.dispatch(
      setDiagnostics(
        editor.state,
        inside.toSorted((a, b) => a.from - b.from),
      ),
    );
  }, []);

  /** `byItself`: nobody asked, so that what was changed elsewhere meanwhile is not replaced. */
  const apply = useCallback(
    (how: "asked" | "byItself") => {
      const editor = view.current;
      clearTimeout(timer.current);
      if (!editor || readOnly || !draft.current) return;
      if (how === "byItself" && store.snapshot().template !== standing.current) return;
      const text = editor.state.doc.toString();
      const read = readJson(text, faultOfJson);
      if (read.kind === "broken") {
        setState({ kind: "broken", line: read.line, column: read.column });
        underline([{ from: read.at, to: read.at + 1, severity: "error", message: t("syntax", { line: read.line, column: read.column }) }]);
        return;
      }
      const done = store.run({ do: "replace", template: read.document as Template }, { mark });
      if (!done.ok) {
        setState({ kind: "refused", problem: done.error });
        const range = rangeOfPath(text, pathOfFault(done.error));
        underline([range && { ...range, severity: "error", message: say(done.error) }]);
        return;
      }
      draft.current = undefined;
      standing.current = store.snapshot().template;
      underline([]);
      setState({ kind: "clean" });
      announce(t("applied"));
    },
    [readOnly, draft, store, say, t, announce, underline],
  );
  const applyNow = useRef(apply);
  applyNow.current = apply;

  useEffect(() => {
    if (!host.current) return;
    const editor = createJsonEditor({
      parent: host.current,
      text: draft.current?.text ?? writeJson(standing.current),
      label: t("label"),
      readOnly,
      phrases: Object.fromEntries(Object.entries(phraseKeys).map(([english, key]) => [english, t(`phrase.${key}`)])),
      onChange: (text) => {
        if (isFollowing.current) return;
        draft.current = { text, of: standing.current };
        setState({ kind: "dirty" });
        clearTimeout(timer.current);
        timer.current = setTimeout(() => applyNow.current("byItself"), pause);
      },
      onApply: () => applyNow.current("asked"),
    });
    view.current = editor;
    if (draft.current) applyNow.current("byItself");
    return () => {
      // A text that fits is not left behind by closing the panel.
      applyNow.current("byItself");
      store.endMark();
      editor.destroy();
      view.current = undefined;
    };
  }, [draft, readOnly, store, t]);

  /** Shows the template as it stands. */
  const follow = useCallback(() => {
    const editor = view.current;
    if (!editor) return;
    const { template: now } = store.snapshot();
    standing.current = now;
    draft.current = undefined;
    const text = writeJson(now);
    const old = editor.state.doc.toString();
    if (text !== old) {
      // Only what differs is replaced, so that the cursor and the scroll stay where they are.
      let from = 0;
      while (from < text.length && from < old.length && text[from] === old[from]) from++;
      let end = 0;
      while (end < text.length - from && end < old.length - from && text[text.length - 1 - end] === old[old.length - 1 - end]) end++;
      isFollowing.current = true;
      editor.dispatch({ changes: { from, to: old.length - end, insert: text.slice(from, text.length - end) } });
      isFollowing.current = false;
    }
    setState({ kind: "clean" });
  }, [store, draft]);

  useEffect(() => {
    if (state.kind === "clean" && template !== standing.current) follow();
  }, [template, state.kind, follow]);

  // Of a text that is the template's, what the checks found is underlined too.
  useEffect(() => {
    const editor = view.current;
    if (!editor || state.kind !== "clean") return;
    const text = editor.state.doc.toString();
    underline(
      problems.slice(0, 200).map((problem) => {
        const range = rangeOfPath(text, pathOfPlace(template, placeOfProblem(template, problem.at)));
        return range && { ...range, severity: problem.severity, message: say(problem) };
      }),
    );
  }, [problems, template, state.kind, say, underline]);

  // Leaving the page would lose what does not fit yet.
  useEffect(() => {
    if (state.kind === "clean") return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [state.kind]);

  const copy = async () => {
    await navigator.clipboard?.writeText(view.current?.state.doc.toString() ?? "");
    announce(t("copied"));
  };
  const download = () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([view.current?.state.doc.toString() ?? ""], { type: "application/json" }));
    link.download = `${template.code}.json`;
    link.click();
    URL.revokeObjectURL(link.href);
  };

  const words = (): string => {
    switch (state.kind) {
      case "clean":
        return readOnly ? t("readOnly") : t("clean");
      case "dirty":
        return t("dirty");
      case "broken":
        return t("syntax", { line: state.line, column: state.column });
      case "refused":
        return say(state.problem);
    }
  };
  return (
    <section className={classes.panel} aria-label={t("title")}>
      <div className={classes.head}>
        <h2>{t("title")}</h2>
        <span className={classes.state} data-kind={state.kind} role="status">
          {words()}
        </span>
        {state.kind === "clean" ? null : (
          <>
            <Button size="compact-sm" onClick={() => apply("asked")}>
              {t("apply")}
            </Button>
            <Button size="compact-sm" variant="default" onClick={follow}>
              {t("revert")}
            </Button>
          </>
        )}
        <Tooltip label={t("search")}>
          <ActionIcon variant="subtle" color="gray" aria-label={t("search")} onClick={() => view.current && openSearchPanel(view.current)}>
            <IconSearch size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t("copy")}>
          <ActionIcon variant="subtle" color="gray" aria-label={t("copy")} onClick={() => void copy()}>
            <IconCopy size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t("download")}>
          <ActionIcon variant="subtle" color="gray" aria-label={t("download")} onClick={download}>
            <IconDownload size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <ActionIcon variant="subtle" color="gray" aria-label={t("close")} onClick={onClose}>
          <IconX size={16} aria-hidden />
        </ActionIcon>
      </div>
      {isOvertaken ? (
        <div className={classes.overtaken} role="alert">
          <span>{t("changed")}</span>
          <Button size="compact-xs" variant="default" onClick={follow}>
            {t("take")}
          </Button>
        </div>
      ) : null}
      <div ref={host} className={classes.editor} />
    </section>
  );
}
