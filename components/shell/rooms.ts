import type { Role } from "@/lib/auth/actor";

/** A page in the side bar: `key` names its words in the catalogue. */
export interface RoomLink {
  readonly key: "templates" | "reports" | "review" | "collect" | "accounts";
  readonly href: string;
  readonly roles: readonly Role[];
}

/** A work room (DESIGN 12). */
export interface Room {
  readonly key: "design" | "report" | "collect" | "admin";
  readonly links: readonly RoomLink[];
}

const rooms: readonly Room[] = [
  { key: "design", links: [{ key: "templates", href: "/templates", roles: ["designer", "admin"] }] },
  {
    key: "report",
    links: [
      { key: "reports", href: "/reports", roles: ["reporter", "approver", "sender"] },
      { key: "review", href: "/review", roles: ["approver", "sender"] },
    ],
  },
  { key: "collect", links: [{ key: "collect", href: "/collect", roles: ["aggregator", "monitor"] }] },
  { key: "admin", links: [{ key: "accounts", href: "/accounts", roles: ["admin"] }] },
];

/** The rooms, with their pages, that an account with these roles works in. */
export const roomsFor = (held: readonly Role[]): readonly Room[] =>
  rooms
    .map((room) => ({ ...room, links: room.links.filter((link) => link.roles.some((role) => held.includes(role))) }))
    .filter((room) => room.links.length > 0);
