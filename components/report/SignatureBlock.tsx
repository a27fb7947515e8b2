"use client";

import { useTranslations } from "next-intl";
import type { Recipients, Signature } from "@/lib/template";
import { useReport } from "./ReportContext";
import classes from "./report.module.css";

/** Who signs the printed report, and where it goes: shown so that the reporter knows; printed by the Word file. */
export function SignatureBlock({ block }: { readonly block: Signature | Recipients }) {
  const { words } = useReport();
  const t = useTranslations("fill");
  if (block.kind === "recipients") {
    return (
      <div className={classes.frameNote}>
        <b>{t("recipients")}:</b> {block.items.map(words).join("; ")}
      </div>
    );
  }
  return (
    <div className={classes.frameNote}>
      <b>{t("signers")}:</b>{" "}
      {block.signers
        .map((signer) =>
          [signer.authority ? words(signer.authority) : "", words(signer.position), signer.name ?? ""].filter(Boolean).join(" – "),
        )
        .join("; ")}
    </div>
  );
}
