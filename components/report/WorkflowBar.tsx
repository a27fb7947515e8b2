"use client";

import { Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import {
  IconArrowBackUp,
  IconCircleCheck,
  IconFileImport,
  IconLockOpen,
  IconMailForward,
  IconPencil,
  IconSend,
  IconSignature,
  IconUserCheck,
  type TablerIcon,
} from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
import type { ApiFailure } from "@/components/ui/apiClient";
import { ConfirmWithReason } from "@/components/ui/ConfirmWithReason";
import { ProblemList } from "@/components/ui/ProblemList";
import type { Problem } from "@/lib/problem";
import type { Result } from "@/lib/result";
import type { TransitionInput } from "@/lib/service/types";
import type { ReportAction } from "@/lib/workflow";

export type Step = Omit<TransitionInput, "revision">;

interface WorkflowBarProps {
  readonly actions: readonly ReportAction[];
  /** Today in Vietnam, the date offered for the document. */
  readonly today: string;
  /** Errors that stand in the way of submitting or sending. */
  readonly errors: number;
  readonly perform: (step: Step) => Promise<Result<unknown, ApiFailure>>;
  /** Shows what stands in the way. */
  readonly onBlocked: () => void;
  /** What is about to be submitted, read when the question is asked; `jump` closes it and goes to a place. */
  readonly submission: () => { readonly empty: boolean; readonly summary: (jump: (at: string) => void) => ReactNode };
  readonly onJump: (at: string) => void;
}

const icons: Readonly<Record<ReportAction, TablerIcon>> = {
  submit: IconSend,
  reject: IconArrowBackUp,
  approve: IconUserCheck,
  sign: IconSignature,
  send: IconMailForward,
  recall: IconFileImport,
  accept: IconCircleCheck,
  return: IconArrowBackUp,
  revise: IconPencil,
  reopen: IconLockOpen,
};
const withReason: ReadonlySet<ReportAction> = new Set(["reject", "return", "reopen"]);
const backwards: ReadonlySet<ReportAction> = new Set(["reject", "return", "reopen", "recall"]);

/** What this person may do with the report now. */
export function WorkflowBar({ actions, today, errors, perform, onBlocked, submission, onJump }: WorkflowBarProps) {
  const t = useTranslations("fill.action");
  const [chosen, setChosen] = useState<ReportAction | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [documentNumber, setNumber] = useState("");
  const [documentDate, setDate] = useState(today);

  const close = () => {
    if (busy) return;
    setChosen(undefined);
    setProblems([]);
  };
  const run = async (step: Step) => {
    setBusy(true);
    const answer = await perform(step);
    setBusy(false);
    if (answer.ok) {
      setChosen(undefined);
      setProblems([]);
    } else setProblems(answer.error.problems);
  };
  const choose = (action: ReportAction) => {
    if (action === "submit" && errors > 0) {
      onBlocked();
      return;
    }
    setProblems([]);
    setChosen(action);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (chosen === "send") void run({ action: "send", documentNumber: documentNumber.trim(), documentDate });
    else if (chosen) void run({ action: chosen });
  };
  if (actions.length === 0) return null;

  const submitted = chosen === "submit" ? submission() : undefined;
  const plain = chosen !== undefined && !withReason.has(chosen);
  return (
    <>
      <Group gap="xs">
        {actions.map((action) => {
          const Icon = icons[action];
          return (
            <Button
              key={action}
              variant={backwards.has(action) ? "default" : "filled"}
              leftSection={<Icon size={17} aria-hidden />}
              onClick={() => choose(action)}
            >
              {t(`${action}.button`)}
            </Button>
          );
        })}
      </Group>
      {chosen !== undefined && withReason.has(chosen) ? (
        <ConfirmWithReason
          opened
          title={t(`${chosen}.title`)}
          explanation={t(`${chosen}.explanation`)}
          confirm={t(`${chosen}.button`)}
          problems={problems}
          busy={busy}
          onConfirm={(reason) => void run({ action: chosen, reason })}
          onClose={close}
        />
      ) : null}
      <Modal opened={plain} onClose={close} title={chosen ? t(`${chosen}.title`) : ""} closeButtonProps={{ "aria-label": t("cancel") }}>
        <form onSubmit={submit}>
          <Stack gap="sm">
            <Text>{chosen ? t(`${chosen}.explanation`) : ""}</Text>
            {submitted?.summary((at) => {
              setChosen(undefined);
              setProblems([]);
              // The dialog gives the focus back as it closes.
              setTimeout(() => onJump(at), 250);
            })}
            {chosen === "send" ? (
              <Group grow align="flex-start">
                <TextInput
                  label={t("number")}
                  placeholder="05/BC-UBND"
                  required
                  maxLength={60}
                  data-autofocus
                  value={documentNumber}
                  onChange={(event) => setNumber(event.currentTarget.value)}
                />
                <TextInput
                  label={t("date")}
                  type="date"
                  required
                  max={today}
                  value={documentDate}
                  onChange={(event) => setDate(event.currentTarget.value)}
                />
              </Group>
            ) : null}
            {problems.length > 0 ? <ProblemList title={t("failed")} problems={problems} /> : null}
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={close}>
                {t("cancel")}
              </Button>
              <Button
                type="submit"
                loading={busy}
                disabled={submitted?.empty === true}
                data-autofocus={chosen === "send" || submitted?.empty === true ? undefined : true}
              >
                {chosen ? t(`${chosen}.button`) : ""}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
