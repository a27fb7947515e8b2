"use client";

import { Kbd, Modal } from "@mantine/core";
import { useTranslations } from "next-intl";
import classes from "./help.module.css";

/** The designer's keys: a message of `designer.keys`, and what is pressed. */
const groups = {
  room: [
    ["undo", "Ctrl+Z"],
    ["redo", "Ctrl+Y · Ctrl+Shift+Z"],
    ["focusPage", "F6 · Shift+F6"],
    ["escape", "Esc"],
    ["resize", "← → · Home · End"],
    ["apply", "Ctrl+Enter"],
    ["help", "F1"],
  ],
  page: [
    ["move", "Alt+↑ · Alt+↓"],
    ["indent", "Alt+→ · Alt+←"],
    ["pick", "Space"],
    ["extend", "Shift · Ctrl"],
    ["copy", "Ctrl+C · X · V · D"],
    ["delete", "Delete"],
  ],
  table: [
    ["next", "Tab · Enter"],
    ["edit", "F2"],
    ["extend", "Shift+↑↓←→"],
  ],
  formula: [
    ["formula", "Alt+F2"],
    ["fill", "Ctrl+R · Ctrl+D"],
    ["complete", "Ctrl+Space"],
  ],
} as const;

interface KeyHelpProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** What can be done by keys in the designer. */
export function KeyHelp({ opened, onClose }: KeyHelpProps) {
  const t = useTranslations("designer.keys");
  return (
    <Modal opened={opened} onClose={onClose} size="xl" title={t("title")} closeButtonProps={{ "aria-label": t("close") }}>
      <div className={classes.groups}>
        {(Object.keys(groups) as (keyof typeof groups)[]).map((group) => (
          <section key={group} aria-labelledby={`designer-keys-${group}`}>
            <h3 id={`designer-keys-${group}`}>{t(`group.${group}`)}</h3>
            <dl>
              {groups[group].map(([key, keys]) => (
                <div key={key}>
                  <dt>{t(key)}</dt>
                  <dd>
                    <Kbd size="xs">{keys}</Kbd>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
