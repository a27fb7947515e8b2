/**
 * The place in a text that a point of its drawn pieces stands for: pieces say by `data-from` and `data-to` which
 * characters they draw. Behind a token, whichever part of it was hit. Undefined beside the pieces.
 */
export function caretOfPoint(root: Element, x: number, y: number): number | undefined {
  const hit = document.caretPositionFromPoint(x, y);
  if (!hit) return undefined;
  const node = hit.offsetNode instanceof Element ? hit.offsetNode : hit.offsetNode.parentElement;
  const piece = node?.closest<HTMLElement>("[data-from]");
  if (!piece || !root.contains(piece)) return undefined;
  const to = Number(piece.dataset.to);
  return piece.dataset.token === undefined ? Math.min(to, Number(piece.dataset.from) + hit.offset) : to;
}
