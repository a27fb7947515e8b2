"use client";

import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { DesignerScope, useScope } from "./DesignerProvider";
import { createFollower } from "./follower";
import classes from "./store.module.css";

/** How long after a press or a key in it a panel still counts as used. */
const inUse = 1000;

/** A panel that shows what is on the page: it follows a moment later, so that the page answers the keyboard first. */
export function FollowLater({ children }: { readonly children: ReactNode }) {
  const scope = useScope();
  const root = useRef<HTMLDivElement>(null);
  const usedAt = useRef(Number.NEGATIVE_INFINITY);
  const [follower] = useState(() =>
    createFollower(
      scope.store,
      () => (root.current?.contains(document.activeElement) ?? false) || performance.now() - usedAt.current < inUse,
    ),
  );
  useEffect(() => follower.start(), [follower]);
  const followed = useMemo(() => ({ ...scope, followed: follower }), [scope, follower]);
  // Menus of the panel stand elsewhere on the page; what is pressed in them comes by here nevertheless.
  const use = () => {
    usedAt.current = performance.now();
    follower.catchUp();
  };
  return (
    // Who turns to the panel finds it as things are.
    <div ref={root} className={classes.follower} onFocusCapture={follower.catchUp} onPointerDownCapture={use} onKeyDownCapture={use}>
      <DesignerScope.Provider value={followed}>{children}</DesignerScope.Provider>
    </div>
  );
}
