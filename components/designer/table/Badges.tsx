import { VisuallyHidden } from "@mantine/core";
import { IconBuildingCommunity, IconCalendarEvent, IconPlaylistAdd, IconTag } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { Column, Row } from "@/lib/template";
import classes from "./table.module.css";

/** Small marks of what a row or column is besides its words: repeated, of some periods only, of a catalogued indicator. */
export function Badges({ part }: { readonly part: Row | Column }) {
  const t = useTranslations("designerTable.badge");
  const repeat = "repeat" in part ? part.repeat : undefined;
  const when = "when" in part ? part.when : undefined;
  const indicator = "indicator" in part ? part.indicator : undefined;
  const badges = [
    ...(repeat === undefined
      ? []
      : [
          {
            key: "repeat",
            Icon: repeat.by === "units" ? IconBuildingCommunity : IconPlaylistAdd,
            says: t(repeat.by === "units" ? "units" : "entries"),
          },
        ]),
    ...(when === undefined ? [] : [{ key: "when", Icon: IconCalendarEvent, says: t("when") }]),
    ...(indicator === undefined ? [] : [{ key: "indicator", Icon: IconTag, says: t("indicator", { code: indicator }) }]),
  ];
  if (badges.length === 0) return null;
  return (
    <span className={classes.badges}>
      {badges.map(({ key, Icon, says }) => (
        <span key={key} title={says}>
          <Icon size={12} aria-hidden />
          <VisuallyHidden>{says}</VisuallyHidden>
        </span>
      ))}
    </span>
  );
}
