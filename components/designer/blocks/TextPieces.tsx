"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useDesigner } from "@/components/designer/store";
import { fillText, readText, type TextParams } from "@/lib/template";
import classes from "./blocks.module.css";
import { type PlacedPiece, placedPieces } from "./placedPieces";
import { type ReferenceWords, referenceWords, sameWords } from "./referenceWords";
import { useSpeech } from "./useSpeech";

/** A text at rest: its words, and its tokens as what they will print or where their value comes from. */
export function TextPieces({ words }: { readonly words: string }) {
  const speech = useSpeech();
  const pieces = useMemo(() => placedPieces(readText(words)), [words]);
  const named = useDesigner(
    ({ template }) => pieces.map(({ piece }) => (piece.kind === "value" ? referenceWords(template, piece.ref, speech) : undefined)),
    sameWords,
  );
  return pieces.map((placed, i) => <Piece key={placed.from} placed={placed} named={named[i]} params={speech.params} />);
}

interface PieceProps {
  readonly placed: PlacedPiece;
  /** Of an embedded value. */
  readonly named: ReferenceWords | undefined;
  readonly params: TextParams;
}

function Piece({ placed: { piece, from, to }, named, params }: PieceProps) {
  const t = useTranslations("designerBlocks.token");
  if (piece.kind === "words") {
    return (
      <span data-from={from} data-to={to}>
        {piece.words}
      </span>
    );
  }
  const token = { className: classes.chip, "data-token": true, "data-from": from, "data-to": to };
  if (piece.kind === "param") {
    const shown = shownParam(piece.source, params);
    return (
      <span
        {...token}
        data-kind={shown === undefined ? "fault" : "param"}
        title={t(shown === undefined ? "unknownParam" : "param", { param: piece.source })}
      >
        {shown ?? piece.source}
      </span>
    );
  }
  const fault = named?.fault;
  return (
    <span {...token} data-kind={fault ? "fault" : "value"} title={t(fault ?? "value", { ref: piece.ref })}>
      {named?.name ?? piece.ref}
    </span>
  );
}

/** What a parameter prints in the sample period; undefined where there is none of that name. */
function shownParam(source: string, params: TextParams): string | undefined {
  const printed = fillText({ vi: source }, { month: 1, quarter: 1, ...params }, "vi");
  return printed === "…" ? undefined : printed;
}
