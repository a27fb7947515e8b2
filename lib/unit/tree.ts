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
const parentsOn = (units: Pick<ReadonlySet<string>, "has">, parents: readonly UnitParent[], day: string): Map<string, string> => {
  const parentOf = new Map<string, string>();
  for (const edge of parents) {
    if (!isValidOn(edge, day) || !units.has(edge.unitId) || !units.has(edge.parentId) || parentOf.has(edge.unitId)) continue;
    let above: string | undefined = edge.parentId;
    while (above !== undefined && above !== edge.unitId) above = parentOf.get(above);
    if (above === undefined) parentOf.set(edge.unitId, edge.parentId);
  }
  return parentOf;
};

/** A unit in its tree. */
interface Node {
  readonly unit: Unit;
  parent: Node | undefined;
  readonly children: Node[];
  /** Its place in the walk, and the end of what lies under it: "under" is then a comparison. */
  first: number;
  end: number;
}

/**
 * The tree of the units that existed on a day (`YYYY-MM-DD`). A unit whose parent did not exist that day is a root:
 * it is under nobody, and so seen by nobody else.
 */
export const unitTree = (units: readonly Unit[], parents: readonly UnitParent[], asOf: string): UnitTree => {
  const valid = units.filter((unit) => isValidOn(unit, asOf)).sort(bySiblingOrder);
  const nodes = new Map(valid.map((unit): [string, Node] => [unit.id, { unit, parent: undefined, children: [], first: 0, end: 0 }]));
  const parentOf = parentsOn(nodes, parents, asOf);
  const roots: Node[] = [];
  for (const node of nodes.values()) {
    node.parent = nodes.get(parentOf.get(node.unit.id) ?? "");
    (node.parent?.children ?? roots).push(node);
  }
  const walk: Unit[] = [];
  const visit = (node: Node): void => {
    node.first = walk.length;
    walk.push(node.unit);
    for (const child of node.children) visit(child);
    node.end = walk.length;
  };
  for (const root of roots) visit(root);

  const byCode = new Map(valid.map((unit) => [unit.code, unit]));
  const unitsOf = (list: readonly Node[] | undefined): readonly Unit[] => (list ?? []).map(({ unit }) => unit);
  return {
    asOf,
    roots: unitsOf(roots),
    unit: (id) => nodes.get(id)?.unit,
    byCode: (code) => byCode.get(code),
    parent: (id) => nodes.get(id)?.parent?.unit,
    children: (id) => unitsOf(nodes.get(id)?.children),
    ancestors: (id) => {
      const above: Unit[] = [];
      for (let node = nodes.get(id)?.parent; node !== undefined; node = node.parent) above.push(node.unit);
      return above;
    },
    descendants: (id) => {
      const node = nodes.get(id);
      return node === undefined ? [] : walk.slice(node.first + 1, node.end);
    },
    isUnder: (id, ancestorId) => {
      const node = nodes.get(id);
      const above = nodes.get(ancestorId);
      return node !== undefined && above !== undefined && above.first <= node.first && node.first < above.end;
    },
  };
};
