import { Button, Group, Modal, Text } from "@mantine/core";
import { useTranslations } from "next-intl";

interface PasteQuestionProps {
  readonly opened: boolean;
  /** The decimal sign of the pasted numbers; undefined gives the paste up. */
  readonly onChoose: (written: "comma" | "point" | undefined) => void;
}

/** Asks once how the numbers of a pasted block are written, when they are not written as the report's are. */
export function PasteQuestion({ opened, onChoose }: PasteQuestionProps) {
  const t = useTranslations("grid.paste");
  return (
    <Modal opened={opened} onClose={() => onChoose(undefined)} title={t("title")} closeButtonProps={{ "aria-label": t("cancel") }}>
      <Text mb="md">{t("explanation")}</Text>
      <Group gap="xs" justify="flex-end">
        <Button variant="default" onClick={() => onChoose(undefined)}>
          {t("cancel")}
        </Button>
        <Button variant="light" onClick={() => onChoose("point")}>
          {t("point")}
        </Button>
        <Button variant="light" onClick={() => onChoose("comma")}>
          {t("comma")}
        </Button>
      </Group>
    </Modal>
  );
}
