"use client";

import { Anchor, Button, Group, Loader, Modal, NativeSelect, SimpleGrid, Stack, Text, Textarea, TextInput } from "@mantine/core";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { type ApiFailure, callApi } from "@/components/ui/apiClient";
import { ProblemList } from "@/components/ui/ProblemList";
import { useSay } from "@/components/ui/useSay";
import { defaultCutoff, defaultDeadline, parsePeriod, periodLabel } from "@/lib/period";
import type { Problem } from "@/lib/problem";
import type { Result } from "@/lib/result";
import type { AssignChoices, RegimeItem } from "@/lib/service/catalogueTypes";
import type { Frequency } from "@/lib/template";
import classes from "./assign.module.css";
import { DeadlineNote } from "./DeadlineNote";
import { periodsAround } from "./periodsAround";
import { proposeCode, proposeName } from "./proposeRegime";
import { UnitChecklist } from "./UnitChecklist";

interface AssignDialogProps {
  readonly templateId: string;
  readonly onClose: () => void;
}

/** Gives the report of a published template to units for a period; says why where this account cannot. */
export function AssignDialog({ templateId, onClose }: AssignDialogProps) {
  const t = useTranslations("regime.assign");
  const [choices, setChoices] = useState<Result<AssignChoices, ApiFailure>>();
  useEffect(() => {
    const stop = new AbortController();
    callApi<AssignChoices>("GET", `/regimes/choices?templateId=${templateId}`, undefined, stop.signal).then((answer) => {
      if (!stop.signal.aborted) setChoices(answer);
    });
    return () => stop.abort();
  }, [templateId]);
  const title = choices?.ok ? proposeName(choices.value) : "";
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={title === "" ? t("title") : t("titleOf", { title })}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      {choices === undefined ? <Loader role="status" aria-label={t("loading")} /> : null}
      {choices?.ok === false ? (
        <Stack gap="sm">
          <ProblemList title={t("cannot")} problems={choices.error.problems} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("close")}
            </Button>
          </Group>
        </Stack>
      ) : null}
      {choices?.ok ? <AssignForm choices={choices.value} onClose={onClose} /> : null}
    </Modal>
  );
}

/** Instead of the code of a regime: one that is made. No code is empty. */
const newRegime = "";

const placesShown = ["/code", "/name", "/unitIds", "/period", "/legalBasis"];

function AssignForm({ choices, onClose }: { readonly choices: AssignChoices; readonly onClose: () => void }) {
  const t = useTranslations("regime.assign");
  const say = useSay();
  const [regimes, setRegimes] = useState(choices.regimes);
  const [leadId, setLeadId] = useState(choices.leads[0]?.id ?? "");
  const [regimeCode, setRegimeCode] = useState(choices.regimes.find(({ lead }) => lead.id === leadId)?.code ?? newRegime);
  const [frequency, setFrequency] = useState<Frequency>(choices.template.frequencies[0] ?? "month");
  const [code, setCode] = useState<string>();
  const [name, setName] = useState(() => proposeName(choices));
  const [legalBasis, setLegalBasis] = useState("");
  const [period, setPeriod] = useState<string>();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<AssignDone>();

  const lead = choices.leads.find(({ id }) => id === leadId);
  if (!lead) return null;
  const led = regimes.filter((regime) => regime.lead.id === leadId);
  const regime = led.find((one) => one.code === regimeCode);
  const shownFrequency = regime?.frequency ?? frequency;
  const rules = regime ?? { cutoff: defaultCutoff[frequency], deadline: defaultDeadline };
  const around = periodsAround(shownFrequency, choices.today);
  const shownPeriod = period ?? around.proposed;
  const shownCode = code ?? proposeCode(choices, frequency, lead);
  const mayHave = new Set(lead.unitIds);
  const units = choices.units.filter(({ id }) => mayHave.has(id));
  const levels = [...new Set(units.filter(({ id }) => chosen.has(id)).map(({ level }) => level))];
  const at = (place: string): string | undefined => {
    const found = problems.find((problem) => problem.at === place);
    return found && say(found);
  };

  const choose = (change: () => void) => {
    change();
    setProblems([]);
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (chosen.size === 0) {
      setProblems([{ code: "assignment.noUnits", params: {}, at: "/unitIds", severity: "error" }]);
      return;
    }
    setBusy(true);
    setProblems([]);
    const made = regime ? undefined : await makeRegime();
    if (made?.ok === false) {
      setBusy(false);
      setProblems(made.error.problems);
      return;
    }
    const duty = regime ?? made?.value;
    if (!duty) throw new Error("no regime was chosen or made");
    if (made) {
      // It stands from now on, whatever becomes of the assignment.
      setRegimes([...regimes, duty]);
      setRegimeCode(duty.code);
    }
    const answer = await callApi<{ readonly assigned: number; readonly existing: number }>("POST", "/assignments", {
      regime: duty.code,
      period: shownPeriod,
      unitIds: [...chosen],
    });
    setBusy(false);
    if (answer.ok) setDone({ ...answer.value, regime: duty, period: shownPeriod });
    else setProblems(answer.error.problems);
  };

  const makeRegime = () =>
    callApi<RegimeItem>("POST", "/regimes", {
      code: shownCode,
      name: name.trim(),
      templateId: choices.template.id,
      frequency,
      leadUnitId: leadId,
      legalBasis: legalBasis.trim(),
    });

  if (done) return <AssignResult done={done} onClose={onClose} />;
  const general = problems.filter((problem) => !placesShown.includes(problem.at));
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        {general.length > 0 ? <ProblemList title={t("failed")} problems={general} /> : null}
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" verticalSpacing="sm">
          {choices.leads.length > 1 ? (
            <NativeSelect
              label={t("lead")}
              data={choices.leads.map(({ id, name: label }) => ({ value: id, label }))}
              value={leadId}
              onChange={(event) => {
                const id = event.currentTarget.value;
                choose(() => {
                  setLeadId(id);
                  setRegimeCode(regimes.find((one) => one.lead.id === id)?.code ?? newRegime);
                  setPeriod(undefined);
                  setChosen(new Set());
                });
              }}
            />
          ) : (
            <TextInput label={t("lead")} value={lead.name} readOnly variant="filled" />
          )}
          <NativeSelect
            label={t("regime")}
            data={[
              ...led.map((one) => ({ value: one.code, label: `${one.code} · ${one.name}` })),
              { value: newRegime, label: t("newRegime") },
            ]}
            value={regimeCode}
            onChange={(event) => {
              const value = event.currentTarget.value;
              choose(() => {
                setRegimeCode(value);
                setPeriod(undefined);
              });
            }}
          />
        </SimpleGrid>
        {regime ? null : (
          <fieldset className={classes.made}>
            <legend>{t("newRegime")}</legend>
            <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" verticalSpacing="sm">
              <TextInput
                label={t("code")}
                value={shownCode}
                onChange={(event) => setCode(event.currentTarget.value.toUpperCase())}
                error={at("/code")}
                pattern="[A-Z0-9][A-Z0-9\-]{1,59}"
                title={t("codeRule")}
                maxLength={60}
                required
              />
              <NativeSelect
                label={t("frequency")}
                data={choices.template.frequencies.map((value) => ({ value, label: t(`frequencies.${value}`) }))}
                value={frequency}
                onChange={(event) => {
                  const value = event.currentTarget.value as Frequency;
                  choose(() => {
                    setFrequency(value);
                    setPeriod(undefined);
                  });
                }}
              />
            </SimpleGrid>
            <TextInput
              mt="xs"
              label={t("name")}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
              error={at("/name")}
              maxLength={500}
              required
            />
            <Textarea
              mt="xs"
              label={t("legalBasis")}
              value={legalBasis}
              onChange={(event) => setLegalBasis(event.currentTarget.value)}
              error={at("/legalBasis")}
              maxLength={2000}
              autosize
              minRows={1}
              maxRows={3}
            />
          </fieldset>
        )}
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" verticalSpacing="sm">
          <PeriodField
            frequency={shownFrequency}
            codes={around.codes}
            value={shownPeriod}
            error={at("/period")}
            onChange={(value) => choose(() => setPeriod(value))}
          />
          <DeadlineNote period={shownPeriod} rules={rules} levels={levels} calendar={choices.calendar} />
        </SimpleGrid>
        <UnitChecklist units={units} chosen={chosen} onChange={(next) => choose(() => setChosen(next))} error={at("/unitIds")} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button type="submit" loading={busy}>
            {t("assign", { count: chosen.size })}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface PeriodFieldProps {
  readonly frequency: Frequency;
  readonly codes: readonly string[];
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (code: string) => void;
}

/** A period of the frequency; a report on demand has its day. */
function PeriodField({ frequency, codes, value, error, onChange }: PeriodFieldProps) {
  const t = useTranslations("regime.assign");
  const locale = useLocale();
  if (frequency === "onDemand") {
    return (
      <TextInput
        type="date"
        label={t("day")}
        value={value}
        error={error}
        onChange={(event) => onChange(event.currentTarget.value)}
        required
      />
    );
  }
  const labelOf = (code: string): string => {
    const period = parsePeriod(code);
    return period.ok ? periodLabel(period.value, locale === "en" ? "en" : "vi") : code;
  };
  return (
    <NativeSelect
      label={t("period")}
      data={codes.map((code) => ({ value: code, label: labelOf(code) }))}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

interface AssignDone {
  readonly assigned: number;
  readonly existing: number;
  readonly regime: RegimeItem;
  readonly period: string;
}

function AssignResult({
  done: { assigned, existing, regime, period },
  onClose,
}: {
  readonly done: AssignDone;
  readonly onClose: () => void;
}) {
  const t = useTranslations("regime.assign");
  const follow = useRef<HTMLAnchorElement>(null);
  // The button that was pressed went with the form: the keyboard goes on here.
  useEffect(() => follow.current?.focus(), []);
  const locale = useLocale();
  const parsed = parsePeriod(period);
  const label = parsed.ok ? periodLabel(parsed.value, locale === "en" ? "en" : "vi") : period;
  return (
    <Stack gap="sm">
      <div role="status">
        <Text fw={600}>{t("done", { count: assigned, regime: regime.name, period: label })}</Text>
        {existing > 0 ? <Text>{t("existing", { count: existing })}</Text> : null}
      </div>
      <Anchor ref={follow} component={Link} href={`/collect/${regime.code}/${period}`}>
        {t("follow")}
      </Anchor>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t("close")}
        </Button>
      </Group>
    </Stack>
  );
}
