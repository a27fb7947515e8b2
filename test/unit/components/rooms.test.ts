import { describe, expect, it } from "vitest";
import { isCurrent, roomsFor } from "@/components/shell/rooms";
import type { Role } from "@/lib/auth/actor";

const links = (follows: boolean, ...roles: readonly Role[]) =>
  roomsFor({ roles, follows }).flatMap((room) => room.links.map(({ key }) => key));

describe("the side bar", () => {
  it("shows the pages of the account's roles, and the progress also to leaders with units under them", () => {
    expect(links(false, "reporter")).toEqual(["reports"]);
    expect(links(true, "aggregator")).toEqual(["collect"]);
    expect(links(false, "approver", "sender")).toEqual(["reports", "review"]);
    expect(links(true, "approver", "sender")).toEqual(["reports", "review", "collect"]);
  });

  it("marks the room of a page and of what belongs to it, and no other", () => {
    const [collect] = roomsFor({ roles: ["aggregator"], follows: true }).flatMap((room) => room.links);
    if (!collect) throw new Error("no link");
    for (const path of ["/collect", "/collect/TTHC-QUY/2024-Q1", "/aggregate/1/2024-Q1"]) expect(isCurrent(collect, path)).toBe(true);
    for (const path of ["/", "/collections", "/reports"]) expect(isCurrent(collect, path)).toBe(false);
  });
});
