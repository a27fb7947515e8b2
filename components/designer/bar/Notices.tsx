"use client";

import { notifications } from "@mantine/notifications";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { type Notice, useAnnounce, useDesigner } from "@/components/designer/store";
import { useSay } from "@/components/ui/useSay";
import { useStepWords } from "./useStepWords";

/** Tells what happened without the person's own hand: what others did, what undo took back or could not, what was put on again. */
export function Notices() {
  const t = useTranslations("designer.notice");
  const words = useStepWords();
  const say = useSay();
  const announce = useAnnounce();
  const notice = useDesigner((snapshot) => snapshot.notice);
  const told = useRef(0);

  useEffect(() => {
    if (!notice || notice.turn <= told.current) return;
    told.current = notice.turn;
    const tell = (given: Notice) => {
      switch (given.kind) {
        case "turned":
          announce(t(given.did, { what: words(given.label) }));
          return;
        case "nothingToTurn":
          announce(t(given.did === "undo" ? "undoNothing" : "redoNothing"));
          return;
        case "notTurned": {
          const message = t(given.did === "undo" ? "notUndone" : "notRedone", { what: words(given.label), why: say(given.problem) });
          notifications.show({ id: "designer-not-turned", color: "yellow", message, role: "alert", autoClose: 8_000 });
          return;
        }
        case "restored":
          notifications.show({ message: t("restored", { count: given.count }), autoClose: 15_000 });
          return;
        case "others": {
          const last = given.steps.at(-1);
          if (!last) return;
          const by = last.own ? t("ownWindow") : last.by;
          const what = words(last.label);
          const message = t(last.kind === "undo" ? "othersUndid" : "others", { by, what, more: given.steps.length - 1 });
          // One line that follows what goes on, not a pile of them.
          notifications.hide("designer-others");
          notifications.show({ id: "designer-others", message, autoClose: 6_000 });
        }
      }
    };
    tell(notice);
  }, [notice, announce, t, words, say]);
  return null;
}
