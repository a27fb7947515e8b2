"use client";

import { Checkbox } from "@mantine/core";
import { useSay } from "@/components/ui/useSay";
import type { Place } from "@/lib/template/edit";
import { useProperty } from "./useProperty";

interface SwitchPropertyProps {
  readonly places: readonly Place[];
  readonly property: string;
  readonly label: string;
  readonly help?: string;
}

/** Yes or no for the selected parts; absent is no. */
export function SwitchProperty({ places, property, label, help }: SwitchPropertyProps) {
  const say = useSay();
  const { shared, set, problem, leave } = useProperty(places, property);
  return (
    <Checkbox
      size="sm"
      // Room around it, so that it is hit without its neighbours.
      my={6}
      label={label}
      description={help}
      error={problem ? say(problem) : undefined}
      checked={shared.kind === "same" && shared.value === true}
      indeterminate={shared.kind === "mixed"}
      onChange={(event) => {
        set(event.currentTarget.checked ? true : undefined);
        leave();
      }}
    />
  );
}
