import type { Role } from "@/lib/auth/actor";

/** A page in the side bar: `key` names its words in the catalogue. */
export interface RoomLink {
  readonly key: "templates" | "indicators" | "measureUnits" | "reports" | "review" | "collect" | "accounts";
  readonly href: string;
  readonly roles: readonly Role[];
  /** Shown also to those who follow other units by another role. */
  readonly toFollowers?: boolean;
  /** Other pages of the same work. */
  readonly also?: readonly string[];
}

/** A work room (DESIGN 12). */
export interface Room {
  readonly key: "design" | "report" | "collect" | "admin";
  readonly links: readonly RoomLink[];
}

const rooms: readonly Room[] = [
  {
    key: "design",
    links: [
      { key: "templates", href: "/templates", roles: ["designer", "admin"] },
      { key: "indicators", href: "/indicators", roles: ["designer", "admin"] },
      { key: "measureUnits", href: "/units-of-measure", roles: ["designer", "admin"] },
    ],
  },
  {
    key: "report",
    links: [
      { key: "reports", href: "/reports", roles: ["reporter", "approver", "sender"] },
      { key: "review", href: "/review", roles: ["approver", "sender"] },
    ],
  },
  {
    key: "collect",
    links: [{ key: "collect", href: "/collect", roles: ["aggregator", "monitor"], toFollowers: true, also: ["/aggregate"] }],
  },
  { key: "admin", links: [{ key: "accounts", href: "/accounts", roles: ["admin"] }] },
];

/** The rooms, with their pages, that an account with these roles works in. */
export const roomsFor = (viewer: { readonly roles: readonly Role[]; readonly follows: boolean }): readonly Room[] =>
  rooms
    .map((room) => ({
      ...room,
      links: room.links.filter(
        ({ roles, toFollowers }) => roles.some((role) => viewer.roles.includes(role)) || (toFollowers === true && viewer.follows),
      ),
    }))
    .filter((room) => room.links.length > 0);

/** Whether the page at `path` belongs to a link of the side bar. */
export const isCurrent = ({ href, also = [] }: Pick<RoomLink, "href" | "also">, path: string): boolean =>
  [href, ...also].some((start) => path === start || path.startsWith(`${start}/`));
