import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { unitParents, units } from "@/lib/db";
import { unitTreeOn } from "@/lib/service/unitTreeOn";
import { insertUnits } from "./aggregateCity";
import { testDatabase } from "./testDatabase";

const { db } = await testDatabase();
const codes = async (unitId: string): Promise<readonly string[]> =>
  (await unitTreeOn(db, "2024-04-12")).descendants(unitId).map(({ code }) => code);

it("a tree that is kept is read anew after any change of units or of who stands under whom", async () => {
  const ids = await insertUnits(db, [
    { code: "city", level: "city" },
    { code: "d1", level: "district", under: [{ code: "city" }] },
    { code: "d2", level: "district", under: [{ code: "city" }] },
    { code: "a", level: "commune", under: [{ code: "d1" }] },
  ]);
  const id = (code: string) => ids[code] ?? "";
  expect(await codes(id("city"))).toEqual(["d1", "a", "d2"]);
  expect(await unitTreeOn(db, "2024-04-12")).toBe(await unitTreeOn(db, "2024-04-12"));

  await db
    .update(unitParents)
    .set({ parentId: id("d2") })
    .where(eq(unitParents.unitId, id("a")));
  expect(await codes(id("city"))).toEqual(["d1", "d2", "a"]);

  await db.transaction(async (tx) => {
    for (const name of ["một", "hai"]) {
      await tx
        .update(units)
        .set({ name })
        .where(eq(units.id, id("a")));
      expect((await unitTreeOn(tx, "2024-04-12")).unit(id("a"))?.name).toBe(name);
    }
  });
  expect((await unitTreeOn(db, "2024-04-12")).unit(id("a"))?.name).toBe("hai");

  await db.delete(unitParents).where(eq(unitParents.unitId, id("d1")));
  expect(await codes(id("city"))).toEqual(["d2", "a"]);
  expect((await unitTreeOn(db, "1999-12-31")).roots).toEqual([]);
});
