"use client";

import { VisuallyHidden } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { useSay } from "@/components/ui/useSay";
import type { Command } from "@/lib/template/edit";
import type { Followed } from "./follower";
import type { DesignerSnapshot, DesignerStore, RunOptions } from "./types";

interface Scope {
  readonly store: DesignerStore;
  /** What the screen shows of it: the store itself, or what follows it a little later. */
  readonly followed: Followed;
  readonly announce: (text: string) => void;
}

export const DesignerScope = createContext<Scope | undefined>(undefined);

interface DesignerProviderProps {
  readonly store: DesignerStore;
  readonly children: ReactNode;
}

/** Gives the parts of the designer their store, and one voice for what a screen reader must be told. */
export function DesignerProvider({ store, children }: DesignerProviderProps) {
  const [said, setSaid] = useState({ text: "", turn: 0 });
  const announce = useCallback((text: string) => setSaid(({ turn }) => ({ text, turn: turn + 1 })), []);
  const scope = useMemo(() => ({ store, followed: store, announce }), [store, announce]);
  return (
    <DesignerScope.Provider value={scope}>
      {children}
      <VisuallyHidden role="status" aria-live="assertive" data-announcements>
        {/* The same words twice in a row are told twice: another node each time. */}
        <span key={said.turn}>{said.text}</span>
      </VisuallyHidden>
    </DesignerScope.Provider>
  );
}

export const useScope = (): Scope => {
  const scope = useContext(DesignerScope);
  if (!scope) throw new Error("outside of a DesignerProvider");
  return scope;
};

export const useDesignerStore = (): DesignerStore => useScope().store;

/** Tells a screen reader something at once: a move, a drop, what cannot be done. */
export const useAnnounce = (): ((text: string) => void) => useScope().announce;

/**
 * What a part of the screen needs of the store; it renders again only when that changes. A selector that makes new
 * objects gives `isEqual` too.
 */
export function useDesigner<T>(selector: (snapshot: DesignerSnapshot) => T, isEqual: (a: T, b: T) => boolean = Object.is): T {
  const store = useScope().followed;
  /** What was shown last, so that a selector made anew by a render does not bring an equal object anew. */
  const shown = useRef<{ readonly value: T } | undefined>(undefined);
  const read = useMemo(() => {
    let seen: DesignerSnapshot | undefined;
    let held = shown.current;
    return () => {
      const snapshot = store.snapshot();
      if (held && snapshot === seen) return held.value;
      const value = selector(snapshot);
      if (!held || !isEqual(held.value, value)) held = { value };
      seen = snapshot;
      return held.value;
    };
  }, [store, selector, isEqual]);
  const value = useSyncExternalStore(store.subscribe, read, read);
  useEffect(() => {
    shown.current = { value };
  }, [value]);
  return value;
}

/** Runs a command; a refused one is shown in words. Whether it went. */
export function useRun(): (command: Command, options?: RunOptions) => boolean {
  const store = useDesignerStore();
  const say = useSay();
  return useCallback(
    (command, options) => {
      const done = store.run(command, options);
      // role=alert: a refusal is read at once.
      if (!done.ok) notifications.show({ id: "designer-refused", color: "red", message: say(done.error), role: "alert" });
      return done.ok;
    },
    [store, say],
  );
}
