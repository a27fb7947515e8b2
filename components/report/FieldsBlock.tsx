"use client";

import { SimpleGrid, Title } from "@mantine/core";
import type { CellAddress } from "@/lib/form/content";
import type { Fields } from "@/lib/template";
import type { HeadingLevel } from "./headingLevels";
import { useReport } from "./ReportContext";
import { ValueInput } from "./ValueInput";

/** A group of single inputs. */
export function FieldsBlock({ block, level }: { readonly block: Fields; readonly level: HeadingLevel }) {
  const { words } = useReport();
  return (
    <section>
      {block.title ? (
        <Title order={level} size="h3" mb="xs">
          {words(block.title)}
        </Title>
      ) : null}
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="md" verticalSpacing="sm">
        {block.fields.map((field) => (
          <ValueInput
            key={field.id}
            at={`f.${field.id}` as CellAddress}
            label={words(field.label)}
            description={field.guidance ? words(field.guidance) : undefined}
            long
          />
        ))}
      </SimpleGrid>
    </section>
  );
}
