import {
  IconArchive,
  IconArchiveOff,
  IconCategory,
  IconCopy,
  IconDownload,
  IconPencilPlus,
  IconRuler2,
  IconTrash,
  type TablerIcon,
} from "@tabler/icons-react";
import type { LibraryAct } from "./actsOf";

export const actIcons: Readonly<Record<LibraryAct, TablerIcon>> = {
  design: IconRuler2,
  newVersion: IconPencilPlus,
  fork: IconCopy,
  export: IconDownload,
  sector: IconCategory,
  discard: IconTrash,
  retire: IconArchive,
  restore: IconArchiveOff,
};
