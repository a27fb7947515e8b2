import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import { nothingNamed } from "@/components/designer/bar/useStepWords";
import en from "@/lib/messages/en/edit.json";
import vi from "@/lib/messages/vi/edit.json";

test("every sentence of a step is whole though the step names nothing", () => {
  for (const { locale, edit } of [
    { locale: "vi", edit: vi },
    { locale: "en", edit: en },
  ] as const) {
    const say = createTranslator({
      locale,
      messages: { edit },
      namespace: "edit.step",
      onError: (error) => {
        throw error;
      },
    });
    for (const code of Object.keys(edit.step) as (keyof typeof edit.step)[]) {
      const words = say(code, nothingNamed as Record<string, string>);
      expect(words, `${locale} ${code}`).not.toContain("edit.step");
      expect(words.length).toBeGreaterThan(3);
    }
  }
});
