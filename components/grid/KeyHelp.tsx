import { ActionIcon, Kbd, Popover } from "@mantine/core";
import { IconKeyboard } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import classes from "./grid.module.css";
import { readingKeys, writingKeys } from "./gridKeys";

/** The keys of the grid. */
export function KeyHelp({ editing }: { readonly editing: boolean }) {
  const t = useTranslations("grid.keys");
  return (
    <Popover position="bottom-end" shadow="md" width={300} trapFocus>
      <Popover.Target>
        <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t("title")}>
          <IconKeyboard size={17} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={t("title")}>
        <dl className={classes.keys}>
          {[...readingKeys, ...(editing ? writingKeys : [])].map(([key, keys]) => (
            <div key={key}>
              <dt>{t(key)}</dt>
              <dd>
                <Kbd size="xs">{keys}</Kbd>
              </dd>
            </div>
          ))}
        </dl>
        <p className={classes.legend}>
          <span className={classes.legendCell} data-role="computed">
            ƒ
          </span>
          {t("computed")}
          <span className={classes.legendCell} data-role="locked" />
          {t("locked")}
        </p>
      </Popover.Dropdown>
    </Popover>
  );
}
