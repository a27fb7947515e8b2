import { expect, test } from "vitest";
import { type Filling, filled, sample, valueAt } from "./openSample";

/** Values of addresses in a sample filled so; figures to six decimals. */
function figures(name: string, filling: Filling, ...addresses: readonly string[]): readonly unknown[] {
  const form = filled(sample(name), filling);
  return addresses.map((at) => {
    const value = valueAt(form, at);
    return typeof value === "number" ? Number(value.toFixed(6)) : value;
  });
}

const broken = (name: string, filling: Filling): readonly string[] =>
  filled(sample(name), filling)
    .findings()
    .flatMap((finding) => (finding.message ? [`${finding.severity} ${finding.at} ${finding.message.vi}`] : []));

test("06/VPCP/KSTT adds columns across, fields into groups, groups into the total", () => {
  const cells = {
    // Hộ tịch: 120 online + 30 in person + 10 before = 160 received; 100 + 40 + 5 = 145 settled; 15 + 0 in progress.
    ...{ "t1.r11.c4": 120, "t1.r11.c5": 30, "t1.r11.c6": 10, "t1.r11.c8": 100, "t1.r11.c9": 40, "t1.r11.c10": 5, "t1.r11.c12": 15 },
    // Chứng thực: 7 received, all settled on time. Đất đai: 3 received, in progress.
    ...{ "t1.r12.c5": 7, "t1.r12.c9": 7, "t1.r21.c4": 3, "t1.r21.c12": 2, "t1.r21.c13": 1 },
  };
  const at = [
    "t1.r11.c3",
    "t1.r11.c7",
    "t1.r11.c11",
    "t1.r10.c3",
    "t1.r10.c9",
    "t1.r20.c11",
    "t1.r99.c3",
    "t1.r99.c7",
    "t1.r99.c11",
    "t1.r30.c3",
  ];
  expect(figures("06-VPCP-KSTT", { period: "2026-Q1", cells }, ...at)).toEqual([160, 145, 15, 167, 47, 3, 170, 152, 18, null]);
  expect(broken("06-VPCP-KSTT", { period: "2026-Q1", cells })).toEqual([]);
});

test("06/VPCP/KSTT finds a row whose (3) is not (7) + (11), and so its group and the total", () => {
  const message = "Số hồ sơ nhận giải quyết (3) phải bằng số đã giải quyết (7) cộng số đang giải quyết (11).";
  expect(broken("06-VPCP-KSTT", { period: "2026-Q1", cells: { "t1.r11.c4": 10, "t1.r11.c8": 9 } })).toEqual(
    ["r10", "r11", "r99"].map((row) => expect.stringMatching(new RegExp(`^error t1\\.${row}.* ${message.replace(/[()+.]/g, "\\$&")}$`))),
  );
});

test("II.06a adds its units", () => {
  const units = ["a", "b"].map((key) => ({ key, name: key }));
  const cells = { "t1.r01@a.c4": 5, "t1.r01@a.c6": 1, "t1.r01@b.c5": 4, "t1.r01@a.c8": 6, "t1.r01@b.c12": 4 };
  const at = ["t1.r01@a.c3", "t1.r01@b.c3", "t1.r99.c3", "t1.r99.c7", "t1.r99.c11"];
  expect(figures("II06a-VPCP-KSTT", { period: "2026-03", units, cells }, ...at)).toEqual([6, 4, 10, 6, 4]);
});

test("28-T adds directions under “Chia ra”, cumulates, and recomputes percentages in its totals", () => {
  const cells = {
    ...{ "t1.r11.c1": 400, "t1.r11.c2": 100.5, "t1.r11.c3": 20, "t1.r11.c5": 100 },
    ...{ "t1.r12.c1": 600, "t1.r12.c2": 200, "t1.r12.c3": 80.25, "t1.r12.c5": 200 },
  };
  const at = ["t1.r11.c4", "t1.r10.c2", "t1.r10.c4", "t1.r11.c6", "t1.r10.c6", "t1.r10.c7", "t1.r30.c4"];
  // 120,5; 300,5; 400,75; 120,5/100; 400,75/300; 400,75/1000; no TEU.
  expect(figures("BIEU-28-T", { period: "2026-03", cells }, ...at)).toEqual([120.5, 300.5, 400.75, 120.5, 133.583333, 40.075, null]);
});

test("28-T has no column “to the end of last month” in January, where the cumulative figure is the month's own", () => {
  const filling: Filling = { period: "2026-01", cells: { "t1.r11.c3": 20, "t1.r12.c3": 5 } };
  expect(figures("BIEU-28-T", filling, "t1.r11.c4", "t1.r10.c4")).toEqual([20, 25]);
});

test("28-T warns where last year's figure differs from what was reported then", () => {
  const history = { lastYear: { "t1.r11.c4": 150 } } as Filling["history"];
  const warned = broken("BIEU-28-T", { period: "2026-03", cells: { "t1.r11.c5": 100, "t1.r12.c5": 100 }, history });
  expect(warned.filter((line) => line.includes("1,5%"))).toHaveLength(1);
  expect(warned.join()).toContain("t1.r11");
});

test("SXKD compares with last year, and recomputes the rate of profit", () => {
  const cells = {
    ...{ "t1.r11.c6": 100, "t1.r11.c7": 50, "t1.r11.c9": 80, "t1.r11.c10": 40, "t1.r12.c7": 10, "t1.r12.c10": 20 },
    ...{ "t1.r31.c6": 900, "t1.r31.c7": 100, "t1.r32.c6": 80, "t1.r32.c7": 20 },
  };
  const at = ["t1.r11.c8", "t1.r11.c11", "t1.r11.c12", "t1.r11.c13", "t1.r10.c7", "t1.r10.c12", "t1.r33.c7", "t1.r33.c8", "t1.r33.c12"];
  // 150; 120; 50/40; 150/120; 60; 60/60; 20/100; 100/1000; locked.
  expect(figures("SXKD-THANG", { period: "2026-03", cells }, ...at)).toEqual([150, 120, 125, 125, 60, 100, 20, 10, "x"]);
});

test("A.III.1 adds kinds of assets to investors, investors to capital", () => {
  const entries = { "t1.r11": ["a", "b"].map((id) => ({ id, label: id })), "t1.r21": [{ id: "c", label: "c" }] };
  const cells = {
    ...{ "t1.r14@a.cA": 10.5, "t1.r15@a.cA": 2, "t1.r16@b.cA": 1.25, "t1.r24@c.cA": 100 },
    ...{ "t1.r31.cA": 7, "t1.r33.cA": -2, "t1.r40.cA": 3, "t1.r61.cA": 20, "t1.r62.cA": 4, "t1.r12@a.cA": "1800123456" },
  };
  const at = [
    "t1.r11@a.cA",
    "t1.r11@b.cA",
    "t1.r10.cA",
    "t1.r20.cA",
    "t1.r02.cA",
    "t1.r30.cA",
    "t1.r01.cA",
    "t1.r60.cA",
    "t1.r50.cC",
    "t1.r60.cB",
  ];
  expect(figures("A-III-1", { period: "2026-Q1", entries, cells }, ...at)).toEqual([
    12.5,
    1.25,
    13.75,
    100,
    113.75,
    5,
    121.75,
    24,
    "x",
    "x",
  ]);
});

test("KTXH recomputes yields, weighs prices, cumulates over the year, compares with last year", () => {
  const cells = {
    ...{ "t1.r11.c3": 100, "t1.r11.c4": 700, "t1.r11.c6": 7000, "t1.r12.c3": 300, "t1.r12.c4": 1500, "t1.r12.c6": 6000 },
    ...{ "t2.r12.c3": 1000, "t2.r12.c4": 100.25, "t2.r18.c3": 500, "t2.r18.c4": 50, "t2.r21.c4": 30, "t2.r22.c4": 20.5 },
    ...{ "f.tong_ho": 400, "f.ho_ngheo": 6 },
  };
  const history = {
    ytd: { "t1.r11.c3": 50, "t1.r11.c4": 300, "t2.r12.c4": 199.75 },
    lastYear: { "t1.r11.c8": 800, "t2.r12.c5": 250 },
  } as Filling["history"];
  const filling: Filling = { period: "2026-03", cells, history };
  // Yields: 700/100·10, 1500/300·10, 2200/400·10 — not 70 + 50. Price: (700·7000 + 1500·6000)/2200.
  expect(figures("KTXH-THANG", filling, "t1.r11.c5", "t1.r12.c5", "t1.r10.c5", "t1.r10.c6")).toEqual([70, 50, 55, 6318.181818]);
  // Of the year: 100 + 50 ha, 700 + 300 t, 66,67 quintals/ha; 1000 t against 800 t.
  expect(figures("KTXH-THANG", filling, "t1.r11.c7", "t1.r11.c8", "t1.r11.c9", "t1.r11.c10")).toEqual([150, 1000, 66.666667, 125]);
  // Budget: 199,75 + 100,25 = 300; 300/1000; 300/250 − 1; total 350 of 1500; balance of the month 150,25 − 50,5.
  expect(figures("KTXH-THANG", filling, "t2.r12.c5", "t2.r12.c6", "t2.r12.c7", "t2.r10.c5", "t2.r10.c6", "t2.r30.c4")).toEqual([
    300, 30, 20, 350, 23.333333, 99.75,
  ]);
  expect(figures("KTXH-THANG", filling, "f.ty_le_ho_ngheo")).toEqual([1.5]);
});
