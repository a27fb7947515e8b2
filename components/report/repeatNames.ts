import type { TableView } from "@/lib/form/types";
import { flatRows, type Table, type Text } from "@/lib/template";

/**
 * The words of the buttons that add entries, by repeated row (`t1.r11`): the designer's prompt, and where several rows
 * share one, under what the entry will stand.
 */
export const repeatNames = (block: Table, repeats: TableView["repeats"], words: (text: Text) => string): ReadonlyMap<string, string> => {
  const above = new Map<string, string>();
  for (const { row } of flatRows(block)) for (const child of row.rows ?? []) above.set(`${block.id}.${child.id}`, words(row.label));
  const prompts = repeats.map(({ prompt }) => words(prompt));
  return new Map(
    repeats.map(({ of }, i) => {
      const prompt = prompts[i] ?? "";
      const under = above.get(of);
      const shared = prompts.indexOf(prompt) !== prompts.lastIndexOf(prompt);
      return [of, shared && under !== undefined ? `${prompt}: ${under}` : prompt];
    }),
  );
};
