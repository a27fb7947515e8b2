import { isValidOn, type Unit, type UnitParent } from "./unit";

/** The administration as it stood on one day. */
export interface UnitTree {
  readonly asOf: string;
  readonly roots: readonly Unit[];
  unit(id: string): Unit | undefined;
  /** The unit that bore this code on that day. */
  byCode(code: string): Unit | undefined;
  parent(id: string): Unit | undefined;
  children(id: string): readonly Unit[];
  /** Nearest first; without the unit itself. */
  ancestors(id: string): readonly Unit[];
  /** Everything below, parents before children, siblings in order; without the unit itself. */
  descendants(id: string): readonly Unit[];
  /** Whether `id` is `ancestorId` or lies below it; false where either did not exist on that day. */
  isUnder(id: string, ancestorId: string): boolean;
}

const bySiblingOrder = (a: Unit, b: Unit): number =>
  a.position - b.position || (a.code < b.code ? -1 : a.code > b.code ? 1 : a.id < b.id ? -1 : 1);

/** Parent of each unit on the day; an edge that would close a ring is left out, so that every walk ends. */
const parentsOn = (units: ReadonlyMap<string, Unit>, parents: readonly UnitParent[], day: string): Map<string, string> => {
  const parentOf = new Map<string, string>();
  for (const edge of parents) {
    if (!isValidOn(edge, day) || !units.has(edge.unitId) || !units.has(edge.parentId) || parentOf.has(edge.unitId)) continue;
    let above: string | undefined = edge.parentId;
    while (above !== undefined && above !== edge.unitId) above = parentOf.get(above);
    if (above === undefined) parentOf.set(edge.unitId, edge.parentId);
  }
  return parentOf;
};

/**
 * The tree of the units that existed on a day (`YYYY-MM-DD`). A unit whose parent did not exist that day is a root:
 * it is under nobody, and so seen by nobody else.
 */
export const unitTree = (units: readonly Unit[], parents: readonly UnitParent[], asOf: string): UnitTree => {
  const byId = new Map(units.filter((unit) => isValidOn(unit, asOf)).map((unit) => [unit.id, unit]));
  const byCode = new Map([...byId.values()].map((unit) => [unit.code, unit]));
  const parentOf = parentsOn(byId, parents, asOf);
  const childrenOf = new Map<string, Unit[]>();
  const roots: Unit[] = [];
  for (const unit of byId.values()) {
    const parentId = parentOf.get(unit.id);
    if (parentId === undefined) roots.push(unit);
    else childrenOf.set(parentId, [...(childrenOf.get(parentId) ?? []), unit]);
  }
  roots.sort(bySiblingOrder);
  for (const siblings of childrenOf.values()) siblings.sort(bySiblingOrder);

  // Each unit's place in the walk and the end of its part of it: "under" is then a comparison.
  const walk: Unit[] = [];
  const start = new Map<string, number>();
  const end = new Map<string, number>();
  const visit = (unit: Unit): void => {
    start.set(unit.id, walk.length);
    walk.push(unit);
    for (const child of childrenOf.get(unit.id) ?? []) visit(child);
    end.set(unit.id, walk.length);
  };
  for (const root of roots) visit(root);

  const parent = (id: string): Unit | undefined => {
    const parentId = parentOf.get(id);
    return parentId === undefined ? undefined : byId.get(parentId);
  };
  return {
    asOf,
    roots,
    unit: (id) => byId.get(id),
    byCode: (code) => byCode.get(code),
    parent,
    children: (id) => childrenOf.get(id) ?? [],
    ancestors: (id) => {
      const above: Unit[] = [];
      for (let unit = parent(id); unit !== undefined; unit = parent(unit.id)) above.push(unit);
      return above;
    },
    descendants: (id) => walk.slice((start.get(id) ?? 0) + 1, end.get(id) ?? 0),
    isUnder: (id, ancestorId) => {
      const place = start.get(id);
      const first = start.get(ancestorId);
      const last = end.get(ancestorId);
      return place !== undefined && first !== undefined && last !== undefined && first <= place && place < last;
    },
  };
};
