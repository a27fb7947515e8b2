import type { RichDoc } from "@/lib/form/content";

/** The designer's opening text of a section as rich text: a paragraph a line. */
export const starterDoc = (text: string): RichDoc => ({
  type: "doc",
  content: text
    .split("\n")
    .map((line) => (line === "" ? { type: "paragraph" } : { type: "paragraph", content: [{ type: "text", text: line }] })),
});
