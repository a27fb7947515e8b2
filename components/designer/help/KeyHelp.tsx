"use client";

import { Kbd, Modal } from "@mantine/core";
import { useTranslations } from "next-intl";
import { designerKeys } from "./designerKeys";
import classes from "./help.module.css";

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
        {designerKeys.map(({ group, rows }) => (
          <section key={group} aria-labelledby={`designer-keys-${group}`}>
            <h3 id={`designer-keys-${group}`}>{t(`group.${group}`)}</h3>
            <dl>
              {rows.map(([key, keys]) => (
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
