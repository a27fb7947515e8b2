import { describe, expect, it } from "vitest";
import { type Role, roles } from "@/lib/auth/actor";
import { can, libraryShows, type Permission, partsIn, permissions } from "@/lib/auth/permission";
import { type Unit, unitTree } from "@/lib/unit";

const unit = (id: string, level: Unit["level"]): Unit => ({
  id,
  code: id,
  name: id,
  level,
  position: 0,
  validFrom: "2000-01-01",
  validTo: null,
});
/** The city with its Operations Centre and a department that leads regimes, two districts with a commune each. */
const tree = unitTree(
  [
    unit("city", "city"),
    unit("centre", "agency"),
    unit("department", "agency"),
    unit("district", "district"),
    unit("commune", "commune"),
    unit("otherDistrict", "district"),
    unit("otherCommune", "commune"),
  ],
  [
    ["centre", "city"],
    ["department", "city"],
    ["district", "city"],
    ["otherDistrict", "city"],
    ["commune", "district"],
    ["otherCommune", "otherDistrict"],
  ].map(([unitId = "", parentId = ""]) => ({ unitId, parentId, validFrom: "2000-01-01", validTo: null })),
  "2024-04-12",
);

/** Where the subject stands to the district at which the role is held. */
const relations = ["own", "subordinate", "foreign", "superior", "led"] as const;
type Relation = (typeof relations)[number];
const subjectUnit: Readonly<Record<Relation, string>> = {
  own: "district",
  subordinate: "commune",
  foreign: "otherCommune",
  superior: "city",
  led: "otherCommune",
};

const everyRole = roles;
const reporting: readonly Role[] = ["reporter", "approver", "sender", "aggregator", "monitor"];
const leading: readonly Role[] = ["approver", "aggregator", "monitor"];
const nobody: readonly Role[] = [];

/**
 * The whole permission table, by hand: which roles, held at the district, may do it to its own, its subordinate's, a
 * foreign, its superior's subject, and to a foreign unit's report that the district itself leads.
 */
const expected: Readonly<Record<Permission, Readonly<Record<Relation, readonly Role[]>>>> = {
  "report.read": { own: reporting, subordinate: reporting, foreign: nobody, superior: nobody, led: leading },
  "report.write": { own: ["reporter"], subordinate: nobody, foreign: nobody, superior: nobody, led: nobody },
  "report.submit": { own: ["reporter"], subordinate: nobody, foreign: nobody, superior: nobody, led: nobody },
  "report.revise": { own: ["reporter"], subordinate: nobody, foreign: nobody, superior: nobody, led: nobody },
  "report.approve": { own: ["approver"], subordinate: nobody, foreign: nobody, superior: nobody, led: nobody },
  "report.reject": { own: ["approver"], subordinate: nobody, foreign: nobody, superior: nobody, led: nobody },
  "report.sign": { own: ["approver"], subordinate: nobody, foreign: nobody, superior: nobody, led: nobody },
  "report.send": { own: ["sender"], subordinate: nobody, foreign: nobody, superior: nobody, led: nobody },
  "report.recall": { own: ["sender"], subordinate: nobody, foreign: nobody, superior: nobody, led: nobody },
  "report.accept": { own: nobody, subordinate: nobody, foreign: nobody, superior: nobody, led: ["aggregator"] },
  "report.return": { own: nobody, subordinate: nobody, foreign: nobody, superior: nobody, led: ["aggregator"] },
  "report.reopen": { own: nobody, subordinate: nobody, foreign: nobody, superior: nobody, led: ["aggregator"] },
  "aggregate.read": { own: reporting, subordinate: reporting, foreign: nobody, superior: nobody, led: leading },
  "progress.read": { own: [...reporting, "admin"], subordinate: [...reporting, "admin"], foreign: nobody, superior: nobody, led: leading },
  "template.read": { own: everyRole, subordinate: nobody, foreign: nobody, superior: everyRole, led: nobody },
  "template.design": { own: ["designer"], subordinate: nobody, foreign: nobody, superior: nobody, led: nobody },
  "template.publish": { own: ["designer"], subordinate: nobody, foreign: nobody, superior: nobody, led: nobody },
  "indicator.read": { own: everyRole, subordinate: nobody, foreign: nobody, superior: everyRole, led: nobody },
  "indicator.design": { own: ["designer"], subordinate: nobody, foreign: nobody, superior: nobody, led: nobody },
  "account.administer": { own: ["admin"], subordinate: ["admin"], foreign: nobody, superior: nobody, led: nobody },
  "unit.administer": { own: ["admin"], subordinate: ["admin"], foreign: nobody, superior: nobody, led: nobody },
  "calendar.administer": { own: nobody, subordinate: nobody, foreign: nobody, superior: nobody, led: nobody },
  "catalogue.administer": { own: nobody, subordinate: nobody, foreign: nobody, superior: nobody, led: nobody },
  "assignment.manage": { own: nobody, subordinate: nobody, foreign: nobody, superior: nobody, led: ["aggregator"] },
};

const allowed = (role: Role, heldAt: string, permission: Permission, unitId: string, leadUnitId: string): boolean => {
  const actor = { roles: [{ role, unitId: heldAt }] };
  switch (permission) {
    case "calendar.administer":
      return can(actor, permission, "calendar", tree);
    case "catalogue.administer":
      return can(actor, permission, "catalogue", tree);
    case "template.read":
    case "template.design":
    case "template.publish":
    case "indicator.read":
    case "indicator.design":
      return can(actor, permission, { ownerUnitId: unitId }, tree);
    case "account.administer":
    case "unit.administer":
      return can(actor, permission, { unitId }, tree);
    case "assignment.manage":
      return can(actor, permission, { leadUnitId }, tree);
    default:
      return can(actor, permission, { unitId, leadUnitId }, tree);
  }
};

describe("permission", () => {
  it("knows every action of the table and no other", () => {
    expect([...permissions].sort()).toEqual(Object.keys(expected).sort());
  });

  for (const permission of Object.keys(expected) as Permission[])
    it(`${permission}: all roles at all relations as the table says`, () => {
      for (const relation of relations)
        for (const role of roles) {
          const lead = relation === "led" ? "district" : "department";
          expect(allowed(role, "district", permission, subjectUnit[relation], lead), `${role}, ${relation}`).toBe(
            expected[permission][relation].includes(role),
          );
        }
    });

  it("gives nothing to an account without roles", () => {
    for (const permission of permissions)
      for (const relation of relations) {
        const subject = { unitId: subjectUnit[relation], leadUnitId: "district", ownerUnitId: subjectUnit[relation] };
        expect(can({ roles: [] }, permission, subject as never, tree), permission).toBe(false);
      }
  });

  it("never lets a commune see its district, its neighbour or another district", () => {
    for (const role of roles)
      for (const unitId of ["district", "city", "otherCommune", "otherDistrict"])
        expect(allowed(role, "commune", "report.read", unitId, "department"), `${role} ${unitId}`).toBe(false);
  });

  it("does not join one role with the unit of another", () => {
    const actor = { roles: [{ role: "reporter", unitId: "commune" } as const, { role: "monitor", unitId: "otherCommune" } as const] };
    expect(can(actor, "report.write", { unitId: "commune", leadUnitId: "department" }, tree)).toBe(true);
    expect(can(actor, "report.write", { unitId: "otherCommune", leadUnitId: "department" }, tree)).toBe(false);
  });

  it("shows a district's templates in that district alone, and the city's and its Centre's everywhere under the city", () => {
    const readers = (owner: string) =>
      ["city", "centre", "department", "district", "commune", "otherDistrict", "otherCommune"].filter((at) =>
        allowed("reporter", at, "template.read", owner, ""),
      );
    expect(readers("district")).toEqual(["district", "commune"]);
    expect(readers("commune")).toEqual(["commune"]);
    expect(readers("city")).toHaveLength(7);
    expect(readers("centre")).toHaveLength(7);
  });

  it.each(["calendar.administer", "catalogue.administer"] as const)("leaves %s to an administrator of the city", (permission) => {
    expect(allowed("admin", "city", permission, "", "")).toBe(true);
    expect(allowed("admin", "centre", permission, "", "")).toBe(false);
    expect(allowed("aggregator", "city", permission, "", "")).toBe(false);
    expect(allowed("designer", "city", permission, "", "")).toBe(false);
  });

  it("shows a library at the units where its templates are read, whoever works there", () => {
    for (const at of ["city", "centre", "department", "district", "commune", "otherDistrict", "otherCommune"])
      for (const owner of ["city", "centre", "district", "commune"])
        expect(libraryShows(owner, at, tree), `${owner} at ${at}`).toBe(allowed("reporter", at, "template.read", owner, ""));
    expect(libraryShows("district", "abolished", tree)).toBe(false);
    expect(libraryShows("abolished", "district", tree)).toBe(false);
  });

  it("keeps a unit that is no more to itself: own things alone", () => {
    expect(allowed("reporter", "abolished", "report.read", "abolished", "department")).toBe(true);
    expect(allowed("approver", "city", "report.read", "abolished", "department")).toBe(false);
  });
});

describe("the parts of an actor in a report", () => {
  it("are the roles held at the reporting unit and at the lead agency, and no others", () => {
    const actor = {
      roles: [
        { role: "reporter", unitId: "commune" },
        { role: "aggregator", unitId: "department" },
        { role: "approver", unitId: "district" },
      ] as const,
    };
    expect(partsIn(actor, { unitId: "commune", leadUnitId: "department" }).parts).toEqual([
      { role: "reporter", side: "reporting" },
      { role: "aggregator", side: "lead" },
    ]);
  });
});
