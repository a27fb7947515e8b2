import type { TextPiece } from "@/lib/template";

/** A piece of a text with the characters that it stands for: `from` inclusive, `to` exclusive. */
export interface PlacedPiece {
  readonly piece: TextPiece;
  readonly from: number;
  readonly to: number;
}

/** Tells of each piece where it stands in its text, so that a point of its drawing leads back to a character. */
export function placedPieces(pieces: readonly TextPiece[]): readonly PlacedPiece[] {
  let at = 0;
  return pieces.map((piece) => {
    const from = at;
    at += piece.kind === "words" ? piece.words.length : piece.source.length;
    return { piece, from, to: at };
  });
}
