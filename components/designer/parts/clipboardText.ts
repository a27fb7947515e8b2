/** The type of parts on the clipboard; they lie there as plain text too, for what drops unknown types. */
export const partsType = "application/x-bieumau-parts+json";

/** Puts a text on the clipboard of an event of copying. */
export function fillClipboard(event: ClipboardEvent, text: string): void {
  event.clipboardData?.setData(partsType, text);
  event.clipboardData?.setData("text/plain", text);
  event.preventDefault();
}

/** The text of parts in an event of pasting; "" where there is none. */
export const clipboardText = (event: ClipboardEvent): string =>
  event.clipboardData?.getData(partsType) || event.clipboardData?.getData("text/plain") || "";

/**
 * Puts a text on the clipboard from a menu: by an event of copying, since the newer door is closed on pages without
 * https. Whether it went.
 */
export function writeClipboard(text: string): boolean {
  const fill = (event: ClipboardEvent): void => {
    fillClipboard(event, text);
    event.stopImmediatePropagation();
  };
  window.addEventListener("copy", fill, { capture: true, once: true });
  const went = document.execCommand("copy");
  window.removeEventListener("copy", fill, { capture: true });
  return went;
}

/** The text of the clipboard, for a menu; undefined where the browser does not give it. */
export async function readClipboard(): Promise<string | undefined> {
  try {
    return await navigator.clipboard.readText();
  } catch {
    return undefined;
  }
}
