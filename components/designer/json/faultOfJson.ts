import { jsonLanguage } from "@codemirror/lang-json";

/** Where a JSON text is broken first, as the parser of the editor sees it. */
export function faultOfJson(text: string): number {
  let at = text.length;
  jsonLanguage.parser.parse(text).iterate({
    enter: ({ type, from }) => {
      if (type.isError) at = Math.min(at, from);
    },
  });
  return at;
}
