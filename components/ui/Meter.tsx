import classes from "./ui.module.css";

interface MeterProps {
  readonly value: number;
  readonly of: number;
  /** What the bar tells, in words. */
  readonly label: string;
  readonly text: string;
}

/** How much of a whole is there: a bar and its words. */
export function Meter({ value, of, label, text }: MeterProps) {
  const share = of === 0 ? 0 : Math.min(1, value / of);
  return (
    <span className={classes.meter}>
      <span className={classes.meterTrack} role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={of} aria-valuenow={value}>
        <span className={classes.meterFill} data-full={share === 1 || undefined} style={{ width: `${share * 100}%` }} />
      </span>
      <span className={classes.meterText}>{text}</span>
    </span>
  );
}
