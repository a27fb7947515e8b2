/** What a text becomes when a token is put at the caret (over what is selected), and where the caret stands then. */
export function insertToken(text: string, from: number, to: number, token: string): { readonly text: string; readonly caret: number } {
  // "{" typed to open the menu is part of the token, not of the text.
  const opened = /\{{1,2}$/.exec(text.slice(0, from))?.[0].length ?? 0;
  const start = from - opened;
  return { text: text.slice(0, start) + token + text.slice(to), caret: start + token.length };
}
