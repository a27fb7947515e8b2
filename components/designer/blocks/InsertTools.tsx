"use client";

import { Menu } from "@mantine/core";
import { IconBraces, IconTableShare } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { fillText } from "@/lib/template";
import classes from "./blocks.module.css";
import { useTextParams } from "./useTextParams";
import { ValuePicker } from "./ValuePicker";

/** What of the tools is open: nothing, the menu of parameters, or the choosing of a value. */
export type InsertState = "closed" | "menu" | "values";

interface InsertToolsProps {
  readonly state: InsertState;
  readonly onState: (state: InsertState) => void;
  readonly onInsert: (token: string) => void;
  /** The person put nothing in: back to the text. */
  readonly onLeave: () => void;
}

/** In the order in which reports use them. */
const tokens = [
  ["year", "{year}"],
  ["lastYear", "{year-1}"],
  ["month", "{month}"],
  ["quarter", "{quarter}"],
  ["period", "{period}"],
  ["from", "{from}"],
  ["to", "{to}"],
  ["unit", "{unit}"],
] as const;

/** Puts words of the period or a value of the report into the text that is being edited. */
export function InsertTools({ state, onState, onInsert, onLeave }: InsertToolsProps) {
  const t = useTranslations("designerBlocks.insert");
  const params = useTextParams();
  const everything = { month: 1, quarter: 1, ...params };
  return (
    <>
      <Menu
        opened={state === "menu"}
        onChange={(opened) => onState(opened ? "menu" : "closed")}
        position="bottom-end"
        shadow="md"
        width={280}
        returnFocus={false}
        withinPortal
      >
        <Menu.Target>
          <button
            type="button"
            className={classes.insert}
            aria-label={t("open")}
            title={`${t("open")} (Alt+C)`}
            // The caret stays where the token is to go.
            onMouseDown={(event) => event.preventDefault()}
          >
            <IconBraces size={14} aria-hidden />
          </button>
        </Menu.Target>
        <Menu.Dropdown
          onKeyDown={(event) => {
            if (event.key !== "Escape") return;
            event.stopPropagation();
            onLeave();
          }}
        >
          <Menu.Label>{t("params")}</Menu.Label>
          {tokens.map(([name, token]) => (
            <Menu.Item
              key={name}
              rightSection={<span className={classes.insertSample}>{fillText({ vi: token }, everything, "vi")}</span>}
              onClick={() => onInsert(token)}
            >
              {t(name)}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item leftSection={<IconTableShare size={14} aria-hidden />} closeMenuOnClick={false} onClick={() => onState("values")}>
            {t("value")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {state === "values" ? <ValuePicker onPick={(ref) => onInsert(`{{${ref}}}`)} onLeave={onLeave} /> : null}
    </>
  );
}
