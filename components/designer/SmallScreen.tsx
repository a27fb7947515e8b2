"use client";

import { Button, Tabs } from "@mantine/core";
import { IconDeviceDesktop, IconEye } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { partName, useNames } from "@/components/designer/dnd";
import { useDesigner } from "@/components/designer/store";
import { fillText } from "@/lib/template";
import classes from "./designer.module.css";
import { writeJson } from "./json/jsonDraft";

/** What of a draft can be read where there is no room to design it: its outline, its form, its JSON. */
export function SmallScreen({ onPreview }: { readonly onPreview: () => void }) {
  const t = useTranslations("designer.small");
  const bar = useTranslations("designer.bar");
  const template = useDesigner((snapshot) => snapshot.template);
  const textLocale = useDesigner((snapshot) => snapshot.textLocale);
  const names = useNames();
  const json = useMemo(() => writeJson(template), [template]);
  return (
    <div className={classes.small}>
      <h1>{fillText(template.title, {}, textLocale)}</h1>
      <div className={classes.smallHint}>
        <IconDeviceDesktop size={20} aria-hidden />
        <div>
          <p>
            <b>{t("title")}</b>
          </p>
          <p>{t("hint")}</p>
        </div>
      </div>
      <Button variant="default" leftSection={<IconEye size={16} aria-hidden />} onClick={onPreview}>
        {bar("preview")}
      </Button>
      <Tabs defaultValue="outline" mt="sm">
        <Tabs.List>
          <Tabs.Tab value="outline">{t("outline")}</Tabs.Tab>
          <Tabs.Tab value="json">{t("json")}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="outline">
          <ol className={classes.smallOutline}>
            {template.blocks.map(({ id }) => (
              <li key={id}>{partName(names(), { kind: "block", block: id })}</li>
            ))}
          </ol>
        </Tabs.Panel>
        <Tabs.Panel value="json">
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, by keyboard as well */}
          <pre className={classes.smallJson} tabIndex={0}>
            {json}
          </pre>
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}
