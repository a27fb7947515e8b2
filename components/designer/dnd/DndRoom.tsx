"use client";

import { DndContext, MouseSensor, TouchSensor, useSensor, useSensors } from "@dnd-kit/core";
import { VisuallyHidden } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type ReactNode, useMemo, useRef, useState } from "react";
import { DragGhost } from "./DragGhost";
import { DndScopeContext } from "./dndScope";
import { createDragSession } from "./dragSession";
import { KeyboardBar } from "./KeyboardBar";
import { MoveToDialog } from "./MoveToDialog";
import type { Dragged } from "./types";
import { useKeyboardMove } from "./useKeyboardMove";
import { usePointerDrag } from "./usePointerDrag";

/** Literal, so that server and browser write the same ids. */
const roomId = "designer";
const helpId = "designer-drag-help";

// A click stays a click, and text can be marked: a mouse must go a little, a finger rest a little.
const byMouse = { activationConstraint: { distance: 5 } };
const byTouch = { activationConstraint: { delay: 200, tolerance: 8 } };

// What is under the pointer is looked up by the room itself, and told by its own words.
const none = () => [];
const silent = {
  announcements: { onDragStart: () => undefined, onDragOver: () => undefined, onDragEnd: () => undefined, onDragCancel: () => undefined },
  screenReaderInstructions: { draggable: "" },
  restoreFocus: false,
};

/** The one room of drag and drop: everything in the designer that is dragged or dropped on stands within it. */
export function DndRoom({ children }: { readonly children: ReactNode }) {
  const t = useTranslations("designerPage");
  const [session] = useState(createDragSession);
  const ghost = useRef<HTMLDivElement>(null);
  const pointer = useRef({ x: 0, y: 0 });
  const sensors = useSensors(useSensor(MouseSensor, byMouse), useSensor(TouchSensor, byTouch));
  const drag = usePointerDrag(session, ghost, pointer);
  const pickUp = useKeyboardMove(session);
  const [moving, setMoving] = useState<Dragged>();
  const scope = useMemo(() => ({ session, pickUp, openMoveMenu: setMoving, helpId }), [session, pickUp]);
  return (
    <DndScopeContext.Provider value={scope}>
      <DndContext id={roomId} sensors={sensors} collisionDetection={none} autoScroll={false} accessibility={silent} {...drag}>
        {children}
      </DndContext>
      <DragGhost ref={ghost} pointer={pointer} />
      <KeyboardBar />
      <MoveToDialog dragged={moving} onClose={() => setMoving(undefined)} />
      <VisuallyHidden id={helpId}>{t("dnd.help")}</VisuallyHidden>
    </DndScopeContext.Provider>
  );
}
