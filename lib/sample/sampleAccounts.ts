import type { Role } from "@/lib/auth/actor";
import { sampleId } from "./sampleId";
import { type SampleUnit, sampleUnits } from "./sampleUnits";
import { seededRandom } from "./seededRandom";

export interface SampleAccount {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  /** Title as printed at a signature. */
  readonly position: string;
  readonly roles: readonly Role[];
  readonly unit: SampleUnit;
  readonly mustChangePassword: boolean;
}

/** Password of every sample account. Sample accounts are made only in a database of the machine's own, never in a given one. */
export const samplePassword = "Bieumau-CanTho-2024";

/**
 * Accounts by Decision 851 article 16: three of a city agency (enter; approve and send; design), two of a subordinate
 * unit (enter; approve and send), and what the sample needs beside them. Whoever looks around is not asked for a new
 * password, except by `moi.31117`, which shows the forced change at the first sign-in.
 */
export const allSampleAccounts: readonly SampleAccount[] = sampleUnits.flatMap((unit) => accountsOf(unit));

function accountsOf(unit: SampleUnit): readonly SampleAccount[] {
  const code = unit.code.toLowerCase();
  const reporter = account(unit, `nhaplieu.${code}`, ["reporter"], "CHUYÊN VIÊN");
  const leader = account(unit, `lanhdao.${code}`, ["approver", "sender"], leaderTitle(unit));
  const designer = account(unit, `thietke.${code}`, ["designer"], "CHUYÊN VIÊN");
  const aggregator = account(unit, `tonghop.${code}`, ["aggregator"], "CHUYÊN VIÊN");
  switch (unit.level) {
    case "commune":
      return unit.code === "31117"
        ? [reporter, leader, { ...account(unit, `moi.${code}`, ["reporter"], "CHUYÊN VIÊN"), mustChangePassword: true }]
        : [reporter, leader];
    case "district":
      // A district's designer assigns its local templates too.
      return [reporter, leader, { ...designer, roles: ["designer", "aggregator"] }, aggregator];
    case "agency":
      return [reporter, leader, designer, aggregator];
    case "city":
      return [
        account(unit, "quantri", ["admin"], "QUẢN TRỊ VIÊN"),
        account(unit, "lanhdao.tp", ["approver", "sender"], "CHỦ TỊCH"),
        account(unit, "theodoi.tp", ["monitor"], "CHUYÊN VIÊN"),
      ];
  }
}

const byUsername = new Map(allSampleAccounts.map((it) => [it.username, it]));

/** A sample account by its name, which must exist. */
export function sampleAccount(username: string): SampleAccount {
  const found = byUsername.get(username);
  if (!found) throw new Error(`no sample account ${username}`);
  return found;
}

/** The accounts to show to whoever starts Bieumau for the first time, in the order of the walk. */
export const sampleAccounts: readonly { readonly username: string; readonly vi: string; readonly en: string }[] = [
  { username: "nhaplieu.31117", vi: "Nhập liệu, phường Cái Khế", en: "reporter, Cái Khế ward" },
  { username: "lanhdao.31117", vi: "Lãnh đạo phê duyệt và gửi, phường Cái Khế", en: "leader, approves and sends, Cái Khế ward" },
  { username: "tonghop.vpubnd", vi: "Tổng hợp báo cáo, Văn phòng UBND thành phố", en: "aggregator, the city's office" },
  { username: "theodoi.tp", vi: "Theo dõi toàn thành phố", en: "monitor of the whole city" },
  {
    username: "thietke.ttdh",
    vi: "Thiết kế biểu mẫu, Trung tâm Điều hành đô thị thông minh",
    en: "designer, Smart City Operations Centre",
  },
  {
    username: "thietke.916",
    vi: "Thiết kế và giao biểu mẫu của quận, quận Ninh Kiều",
    en: "designer of Ninh Kiều district, who assigns local reports too",
  },
  { username: "nhaplieu.916", vi: "Nhập liệu, quận Ninh Kiều", en: "reporter, Ninh Kiều district" },
  { username: "tonghop.916", vi: "Tổng hợp báo cáo, quận Ninh Kiều", en: "aggregator, Ninh Kiều district" },
  { username: "quantri", vi: "Quản trị hệ thống", en: "administrator" },
  { username: "moi.31117", vi: "Tài khoản mới, phải đổi mật khẩu", en: "new account, must change its password" },
];

function account(unit: SampleUnit, username: string, roles: readonly Role[], position: string): SampleAccount {
  return {
    id: sampleId("account", username),
    username,
    displayName: personName(username),
    position,
    roles,
    unit,
    mustChangePassword: false,
  };
}

function leaderTitle({ level, code }: SampleUnit): string {
  if (level !== "agency") return "CHỦ TỊCH";
  const titles: Readonly<Record<string, string>> = {
    VPUBND: "CHÁNH VĂN PHÒNG",
    TTTP: "CHÁNH THANH TRA",
    BDT: "TRƯỞNG BAN",
    BQLKCN: "TRƯỞNG BAN",
  };
  return titles[code] ?? "GIÁM ĐỐC";
}

function personName(username: string): string {
  const random = seededRandom("person", username);
  const family = random.pick(["Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Phan", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý"]);
  return random.next() < 0.5
    ? `${family} Thị ${random.pick(["Lan", "Hoa", "Ngọc", "Thảo", "Hằng", "Thu", "Phương", "Yến", "Diễm", "Kiều"])}`
    : `${family} ${random.pick(["Văn", "Minh", "Hữu", "Quốc", "Thanh"])} ${random.pick(["Tâm", "Dũng", "Phúc", "Hải", "Khoa", "Nghĩa", "Trung", "Bình"])}`;
}
