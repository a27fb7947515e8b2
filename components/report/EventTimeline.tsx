"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { ReportEvent } from "@/lib/service/types";
import classes from "./report.module.css";

/** What happened to a report, latest first. */
export function EventTimeline({ events }: { readonly events: readonly ReportEvent[] }) {
  const t = useTranslations("fill.timeline");
  const format = useFormatter();
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline" className={classes.blockTitle}>
        {t("title")}
      </h2>
      {events.length === 0 ? (
        <p className={classes.quiet}>{t("none")}</p>
      ) : (
        <ol className={classes.timeline}>
          {[...events].reverse().map((event) => (
            <li key={`${event.at}${event.action}`}>
              <time dateTime={event.at}>{format.dateTime(new Date(event.at), "moment")}</time>
              <div>
                <b>{t(event.action)}</b> · {event.by}
                {event.reason ? <p className={classes.reason}>{event.reason}</p> : null}
              </div>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
