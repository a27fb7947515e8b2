import { useTranslations } from "next-intl";
import { useDesigner } from "@/components/designer/store";
import type { Place, Value } from "@/lib/template/edit";
import { type Inheritable, type Inherited, sharedInherited } from "./inherited";

const same = (a: Inherited | "mixed" | undefined, b: Inherited | "mixed" | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * What stands where the selected parts say nothing of a property, in words: "theo cột: tỷ đồng"; `otherwise` where
 * nothing is inherited. `words` tells a value.
 */
export function useInherited(
  places: readonly Place[],
  property: Inheritable,
  words: (value: Value) => string,
  otherwise: string | undefined,
): string | undefined {
  const t = useTranslations("designerFormula.inherited");
  const found = useDesigner(({ template }) => sharedInherited(template, places, property), same);
  if (found === "mixed") return t("mixed");
  return found === undefined ? otherwise : t(found.from, { value: words(found.value) });
}
