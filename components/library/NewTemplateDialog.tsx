"use client";

import { Button, FileInput, Group, Modal, SegmentedControl, Select, Stack, Text, TextInput } from "@mantine/core";
import { IconFileImport } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { callApi } from "@/components/ui/apiClient";
import { ProblemList } from "@/components/ui/ProblemList";
import { useSay } from "@/components/ui/useSay";
import type { Problem } from "@/lib/problem";
import type { SectorItem } from "@/lib/service/catalogueTypes";
import type { LibraryItem } from "@/lib/service/designTypes";
import type { UnitRef } from "@/lib/service/types";
import { draftSource, type NewTemplate, type SourceKind } from "./draftSource";
import { readTemplateFile } from "./readTemplateFile";
import { SectorSelect } from "./SectorSelect";
import { TemplateSelect } from "./TemplateSelect";
import { templateName } from "./templateName";

interface NewTemplateDialogProps {
  readonly designed: readonly UnitRef[];
  readonly sectors: readonly SectorItem[];
  /** The template to fork; absent to choose what to begin with. */
  readonly origin?: LibraryItem;
  readonly onClose: () => void;
}

const missing = (source: SourceKind): Problem => ({
  code: source === "document" ? "library.chooseFile" : source === "version" ? "library.chooseTemplate" : "library.chooseCode",
  params: {},
  at: "",
  severity: "error",
});

const kinds: readonly SourceKind[] = ["blank", "document", "version"];

/** Begins a template: an empty page, a JSON file, or a template of the library; then opens it for designing. */
export function NewTemplateDialog({ designed, sectors, origin, onClose }: NewTemplateDialogProps) {
  const t = useTranslations("library.new");
  const router = useRouter();
  const say = useSay();
  const locale = useLocale();
  const sourceLabel = useId();
  const [ownerUnitId, setOwnerUnitId] = useState<string | null>(designed[0]?.id ?? null);
  const [made, setMade] = useState<NewTemplate>({
    source: origin ? "version" : "blank",
    code: "",
    title: "",
    titleEn: "",
    document: undefined,
    origin,
  });
  const [file, setFile] = useState<File | null>(null);
  const [sectorCode, setSectorCode] = useState<string | null>(origin?.sector?.code ?? null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [busy, setBusy] = useState(false);
  const owner = designed.find(({ id }) => id === ownerUnitId);
  const change = (changes: Partial<NewTemplate>) => {
    setMade((before) => ({ ...before, ...changes }));
    setProblems([]);
  };

  const read = async (chosen: File | null) => {
    setFile(chosen);
    change({ document: undefined });
    if (!chosen) return;
    const answer = await readTemplateFile(chosen);
    if (answer.ok) change({ document: answer.value.document, code: answer.value.code });
    else setProblems([answer.error]);
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const from = draftSource(made);
    if (!from) return setProblems([missing(made.source)]);
    setBusy(true);
    const answer = await callApi<{ templateId: string }>("POST", "/templates/drafts", {
      ownerUnitId,
      from,
      ...(sectorCode ? { sectorCode } : {}),
    });
    if (answer.ok) return router.push(`/templates/${answer.value.templateId}/design`);
    setBusy(false);
    setProblems(answer.error.problems);
  };

  const isCode = ({ at, code }: Problem) => at === "/from/code" || code === "library.codeTaken";
  const codeProblem = problems.find(isCode);
  const general = problems.filter((problem) => !isCode(problem));
  const proposed = made.origin && owner ? `${made.origin.code}-${owner.code}` : undefined;
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={origin ? t("forkTitle", { code: origin.code }) : t("title")}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          {general.length > 0 ? <ProblemList title={t("failed")} problems={general} /> : null}
          {origin ? (
            <Text size="sm">{t("forkExplanation", { name: templateName(origin, locale), version: origin.version ?? 0 })}</Text>
          ) : (
            <div>
              <Text id={sourceLabel} size="sm" fw={500} mb={4}>
                {t("source")}
              </Text>
              <SegmentedControl
                fullWidth
                aria-labelledby={sourceLabel}
                data={kinds.map((kind) => ({ value: kind, label: t(`from.${kind}`) }))}
                value={made.source}
                onChange={(source) => change({ source: source as SourceKind, code: "" })}
              />
            </div>
          )}
          {designed.length > 1 ? (
            <Select
              label={t("owner")}
              data={designed.map(({ id, name }) => ({ value: id, label: name }))}
              value={ownerUnitId}
              onChange={setOwnerUnitId}
              allowDeselect={false}
              required
            />
          ) : (
            <Text size="sm" c="dimmed">
              {t("intoLibrary", { unit: owner?.name ?? "" })}
            </Text>
          )}
          {made.source === "document" ? (
            <FileInput
              label={t("file")}
              description={t("fileHint")}
              accept="application/json,.json"
              leftSection={<IconFileImport size={16} aria-hidden />}
              placeholder={t("filePlaceholder")}
              value={file}
              onChange={read}
              clearable
              clearButtonProps={{ "aria-label": t("clearFile") }}
              required
            />
          ) : null}
          {made.source === "version" && !origin ? (
            <TemplateSelect label={t("template")} value={made.origin} onChange={(chosen) => change({ origin: chosen })} />
          ) : null}
          <TextInput
            label={t("code")}
            description={proposed ? t("codeProposed", { code: proposed }) : t("codeRule")}
            value={made.code}
            onChange={(event) => change({ code: event.currentTarget.value.toUpperCase() })}
            error={codeProblem && say(codeProblem)}
            pattern="[A-Z0-9][A-Z0-9._\-]{0,39}"
            title={t("codeRule")}
            maxLength={40}
            autoComplete="off"
            spellCheck={false}
            required={made.source === "blank"}
          />
          {made.source === "blank" ? (
            <>
              <TextInput
                label={t("name")}
                value={made.title}
                onChange={(event) => change({ title: event.currentTarget.value })}
                maxLength={500}
                required
              />
              <TextInput
                label={t("nameEn")}
                value={made.titleEn}
                onChange={(event) => change({ titleEn: event.currentTarget.value })}
                maxLength={500}
              />
            </>
          ) : null}
          <SectorSelect
            label={t("sector")}
            placeholder={t("sectorPlaceholder")}
            sectors={sectors}
            value={sectorCode}
            onChange={setSectorCode}
            nothingFoundMessage={t("noSectorFound")}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t("cancel")}
            </Button>
            <Button type="submit" loading={busy}>
              {t(made.source === "version" ? "fork" : "make")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
