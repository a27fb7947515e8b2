import type { DesignerSnapshot } from "./types";

/** What `useDesigner` reads: the store itself, or one that follows it. */
export interface Followed {
  subscribe(listener: () => void): () => void;
  snapshot(): DesignerSnapshot;
}

export interface Follower extends Followed {
  /** Takes in at once what has changed. */
  catchUp(): void;
  /** Follows until it is ended. */
  start(): () => void;
}

/** How long nothing must change before it catches up, and how long it lags behind at most. */
const pause = 120;
const most = 400;

/**
 * Follows a store a little later, so that what is typed on the page is painted before the panels beside it that show
 * the same. What is selected is followed at once: nobody must meet the properties of something else; so is everything
 * while the keyboard is in the panel.
 */
export function createFollower(store: Followed, isInUse: () => boolean): Follower {
  const listeners = new Set<() => void>();
  let shown = store.snapshot();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since: number | undefined;

  const catchUp = () => {
    clearTimeout(timer);
    timer = undefined;
    since = undefined;
    const now = store.snapshot();
    if (now === shown) return;
    shown = now;
    for (const listener of listeners) listener();
  };
  const onChange = () => {
    const now = store.snapshot();
    if (now.selection !== shown.selection || now.textLocale !== shown.textLocale || isInUse()) {
      catchUp();
      return;
    }
    const at = performance.now();
    since ??= at;
    clearTimeout(timer);
    timer = setTimeout(catchUp, Math.min(pause, Math.max(0, since + most - at)));
  };
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshot: () => shown,
    catchUp,
    start() {
      const end = store.subscribe(onChange);
      catchUp();
      return () => {
        end();
        clearTimeout(timer);
      };
    },
  };
}
