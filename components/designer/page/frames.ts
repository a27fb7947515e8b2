/** The frames of the blocks that are drawn, in their order. */
export const framesIn = (root: Element): readonly HTMLElement[] => [...root.querySelectorAll<HTMLElement>("[data-frame]")];

/** The frame of a block, where it is drawn. */
export const frameOf = (block: string): HTMLElement | null => document.querySelector<HTMLElement>(`[data-frame="${CSS.escape(block)}"]`);

/** Puts the keyboard on the frame of a block, as soon as it is drawn. */
export function focusFrame(block: string): void {
  requestAnimationFrame(() => frameOf(block)?.focus());
}

/** What within a block the keyboard goes to first. */
export const firstStop = (content: Element): HTMLElement | null =>
  content.querySelector<HTMLElement>(
    'textarea, input:not([type="hidden"]):not([disabled]), [contenteditable="true"], [tabindex="0"], button:not([disabled])',
  );
