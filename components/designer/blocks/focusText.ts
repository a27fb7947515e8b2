/** Puts the keyboard into the input of a text, at its end or start; whether there is one on the page. */
export function focusText(address: string, caret: "start" | "end" = "end"): boolean {
  const input = document.querySelector<HTMLTextAreaElement | HTMLInputElement>(`[data-edit="${CSS.escape(address)}"]`);
  if (!input) return false;
  input.focus();
  const at = caret === "end" ? input.value.length : 0;
  input.setSelectionRange(at, at);
  return true;
}

/** Where the keyboard goes in a block: its first text. */
export const textOfBlock = (block: { readonly kind: string; readonly id: string }): string =>
  block.kind === "narrative" ? `${block.id}.prompt` : `${block.id}.text`;
