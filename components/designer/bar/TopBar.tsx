"use client";

import { ActionIcon, Button, Menu, Tooltip } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconArrowLeft, IconBraces, IconDots, IconEye, IconKeyboard, IconListCheck, IconSend } from "@tabler/icons-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { useDesigner } from "@/components/designer/store";
import { fillText } from "@/lib/template";
import classes from "./bar.module.css";
import { PanelToggle } from "./PanelToggle";
import { SaveIndicator } from "./SaveIndicator";
import { TextLanguage } from "./TextLanguage";
import { UndoRedo } from "./UndoRedo";

interface TopBarProps {
  readonly left: ComponentProps<typeof PanelToggle>;
  readonly right: ComponentProps<typeof PanelToggle>;
  /** The version in force. */
  readonly publishedVersion: number | null;
  readonly mayPublish: boolean;
  readonly problemsOpened: boolean;
  readonly jsonOpened: boolean;
  readonly onProblems: () => void;
  readonly onPreview: () => void;
  readonly onJson: () => void;
  readonly onPublish: () => void;
  readonly onHelp: () => void;
}

/** Below this the less needed goes into a menu. */
const narrow = "(max-width: 75em)";

/** What is done with the template as a whole. */
export function TopBar({ left, right, publishedVersion, mayPublish, problemsOpened, jsonOpened, ...on }: TopBarProps) {
  const t = useTranslations("designer.bar");
  const isNarrow = useMediaQuery(narrow, false);
  const title = useDesigner(({ template, textLocale }) => fillText(template.title, {}, textLocale));
  return (
    <div className={classes.bar} role="toolbar" data-region="bar" aria-label={t("label")}>
      <PanelToggle {...left} />
      <Tooltip label={t("library")}>
        <ActionIcon component={Link} href="/templates" variant="subtle" color="gray" aria-label={t("library")}>
          <IconArrowLeft size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <div className={classes.head}>
        <h1 className={classes.title} title={title}>
          {title}
        </h1>
        <span className={classes.version}>{publishedVersion === null ? t("draft") : t("draftOf", { version: publishedVersion })}</span>
      </div>
      <UndoRedo />
      <CheckButton opened={problemsOpened} onToggle={on.onProblems} />
      {isNarrow ? null : (
        <>
          <Button size="compact-sm" variant="default" leftSection={<IconEye size={15} aria-hidden />} onClick={on.onPreview}>
            {t("preview")}
          </Button>
          <Button
            size="compact-sm"
            variant={jsonOpened ? "light" : "default"}
            aria-pressed={jsonOpened}
            leftSection={<IconBraces size={15} aria-hidden />}
            onClick={on.onJson}
          >
            {t("json")}
          </Button>
        </>
      )}
      <TextLanguage />
      <SaveIndicator />
      {mayPublish ? (
        <Button size="compact-sm" leftSection={<IconSend size={15} aria-hidden />} onClick={on.onPublish}>
          {t("publish")}
        </Button>
      ) : null}
      {isNarrow ? (
        <Menu position="bottom-end" shadow="md">
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" aria-label={t("more")}>
              <IconDots size={18} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconEye size={15} aria-hidden />} onClick={on.onPreview}>
              {t("preview")}
            </Menu.Item>
            <Menu.Item leftSection={<IconBraces size={15} aria-hidden />} onClick={on.onJson}>
              {t("json")}
            </Menu.Item>
            <Menu.Item leftSection={<IconKeyboard size={15} aria-hidden />} onClick={on.onHelp}>
              {t("help")}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      ) : (
        <Tooltip label={t("help")}>
          <ActionIcon variant="subtle" color="gray" aria-label={t("help")} onClick={on.onHelp}>
            <IconKeyboard size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
      <PanelToggle {...right} />
    </div>
  );
}

/** Opens what the checks found, with how much that is. */
function CheckButton({ opened, onToggle }: { readonly opened: boolean; readonly onToggle: () => void }) {
  const t = useTranslations("designer.bar");
  const problems = useDesigner((snapshot) => snapshot.problems);
  const isChecked = useDesigner(({ checkedTemplate }) => checkedTemplate !== undefined);
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const warnings = problems.length - errors;
  const found = isChecked ? t("checkFound", { errors, warnings }) : t("checking");
  return (
    <Tooltip label={found}>
      <Button
        size="compact-sm"
        variant={opened ? "light" : "default"}
        aria-expanded={opened}
        aria-controls="designer-problems"
        leftSection={<IconListCheck size={15} aria-hidden />}
        onClick={onToggle}
      >
        {t("check")}
        {errors > 0 ? (
          <span className={classes.count} data-severity="error" aria-hidden>
            {errors}
          </span>
        ) : null}
        {warnings > 0 ? (
          <span className={classes.count} data-severity="warning" aria-hidden>
            {warnings}
          </span>
        ) : null}
        <span className={classes.unseen}>{found}</span>
      </Button>
    </Tooltip>
  );
}
