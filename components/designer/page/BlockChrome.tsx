"use client";

import { ActionIcon, Menu, Tooltip } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconCopyPlus, IconDots, IconGripVertical, IconPlus, IconTrash } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { type Dragged, partsName, useDragged, useDragSource, useNames } from "@/components/designer/dnd";
import { blockIcons } from "@/components/designer/palette";
import { PartMenuItems, usePartActions } from "@/components/designer/parts";
import { selectionOf, useDesignerStore } from "@/components/designer/store";
import type { Block } from "@/lib/template";
import type { Place } from "@/lib/template/edit";
import { InsertMenu } from "./InsertMenu";
import classes from "./page.module.css";

interface BlockChromeProps {
  readonly block: Block;
  readonly name: string;
  readonly ordinal: string;
  readonly isSelected: boolean;
  readonly isFocused: boolean;
}

/** What a block is worked with as a whole, around its frame: the handle, its name, a small toolbar, the "+" beneath. */
export function BlockChrome({ block, name, ordinal, isSelected, isFocused }: BlockChromeProps) {
  const t = useTranslations("designerPage");
  const store = useDesignerStore();
  const names = useNames();
  const actions = usePartActions();
  const { id } = block;

  /** This block, or all that are selected with it. */
  const places = useCallback((): readonly Place[] => {
    const { selection } = store.snapshot();
    const isChosen = selection.places.some((place) => place.kind === "block" && place.block === id);
    return isChosen ? selection.places : [{ kind: "block", block: id }];
  }, [store, id]);
  const dragged = useCallback((): Dragged => {
    const taken = places();
    return { kind: "parts", label: partsName(names(), taken), places: taken };
  }, [places, names]);
  const source = useDragSource({ id: `page ${id}`, dragged });
  const { ref: handleRef, ...handle } = source.handle;
  // The controls of the block that the keyboard stands at follow its frame in the order of Tab; others are for the mouse.
  const stop = isFocused ? 0 : -1;
  const Icon = blockIcons[block.kind];
  // They would lie over the line that shows where it goes.
  const isCarrying = useDragged() !== undefined;

  return (
    <>
      <button
        type="button"
        ref={(node) => {
          source.ref(node);
          handleRef(node);
        }}
        {...handle}
        className={classes.handle}
        tabIndex={stop}
        aria-label={t("frame.handle", { part: name })}
        title={t("frame.handleHint")}
        onMouseDown={(event) => {
          if (!isSelected) store.select(selectionOf({ kind: "block", block: id }));
          handle.onMouseDown?.(event);
        }}
      >
        <IconGripVertical size={16} aria-hidden />
      </button>
      <div className={classes.bar} role="toolbar" hidden={isCarrying} aria-label={t("frame.tools", { part: name })}>
        <span className={classes.barName} aria-hidden>
          <Icon size={13} />
          {ordinal}
        </span>
        <Tooltip label={t("frame.up")}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={24}
            tabIndex={stop}
            aria-label={t("frame.up")}
            onClick={() => actions.nudge(places(), "up")}
          >
            <IconArrowUp size={15} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t("frame.down")}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={24}
            tabIndex={stop}
            aria-label={t("frame.down")}
            onClick={() => actions.nudge(places(), "down")}
          >
            <IconArrowDown size={15} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t("action.duplicate")}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={24}
            tabIndex={stop}
            aria-label={t("action.duplicate")}
            onClick={() => actions.duplicate(places())}
          >
            <IconCopyPlus size={15} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t("action.remove")}>
          <ActionIcon
            variant="subtle"
            color="red"
            size={24}
            tabIndex={stop}
            aria-label={t("action.remove")}
            onClick={() => actions.remove(places())}
          >
            <IconTrash size={15} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <Menu position="bottom-end" shadow="md" width={240} withinPortal>
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" size={24} tabIndex={stop} aria-label={t("frame.more", { part: name })}>
              <IconDots size={15} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <PartMenuItems places={places} />
          </Menu.Dropdown>
        </Menu>
      </div>
      <InsertMenu index={() => store.snapshot().template.blocks.findIndex((each) => each.id === id) + 1}>
        <button
          type="button"
          className={classes.plus}
          hidden={isCarrying}
          tabIndex={stop}
          aria-label={t("frame.insertAfter", { part: name })}
          title={t("frame.insert")}
        >
          <IconPlus size={14} aria-hidden />
        </button>
      </InsertMenu>
    </>
  );
}
