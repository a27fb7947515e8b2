import { type CutoffRule, type DeadlineRule, defaultCutoff, defaultDeadline } from "@/lib/period";
import type { Frequency } from "@/lib/template";
import { sampleId } from "./sampleId";

export interface SampleRegime {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** Code of the template in `templates/`. */
  readonly template: string;
  readonly frequency: Frequency;
  /** Code of the lead agency. */
  readonly lead: string;
  readonly legalBasis: string;
  readonly cutoff: CutoffRule;
  readonly deadline: DeadlineRule;
}

const regime = (it: Omit<SampleRegime, "id" | "cutoff" | "deadline"> & Partial<SampleRegime>): SampleRegime => ({
  id: sampleId("regime", it.code),
  cutoff: defaultCutoff[it.frequency],
  deadline: defaultDeadline,
  ...it,
});

const circular01 = "Thông tư số 01/2020/TT-VPCP ngày 21/10/2020; Quyết định số 851/QĐ-UBND ngày 12/4/2024";
const decision851 = "Quyết định số 851/QĐ-UBND ngày 12/4/2024 của Ủy ban nhân dân thành phố Cần Thơ";

/** A standing duty for each sample template. */
export const sampleRegimes: readonly SampleRegime[] = [
  regime({
    code: "TTHC-QUY",
    name: "Báo cáo tình hình, kết quả giải quyết thủ tục hành chính của cấp xã",
    template: "06-VPCP-KSTT",
    frequency: "quarter",
    lead: "VPUBND",
    legalBasis: circular01,
  }),
  regime({
    code: "TTHC-BPMC-QUY",
    name: "Báo cáo kết quả giải quyết thủ tục hành chính tại Bộ phận Một cửa cấp huyện",
    template: "II06A-VPCP-KSTT",
    frequency: "quarter",
    lead: "VPUBND",
    legalBasis: circular01,
  }),
  regime({
    code: "KTXH-THANG",
    name: "Báo cáo tình hình kinh tế - xã hội, quốc phòng - an ninh tháng",
    template: "KTXH-THANG",
    frequency: "month",
    lead: "VPUBND",
    legalBasis: decision851,
  }),
  regime({
    code: "CANG-BIEN-THANG",
    name: "Báo cáo khối lượng hàng hóa thông qua cảng biển tháng",
    template: "BIEU-28-T",
    frequency: "month",
    lead: "VPUBND",
    legalBasis: decision851,
    // The figures are an estimate made on the 15th of the month.
    deadline: { monthOffset: 0, day: 15 },
  }),
  regime({
    code: "SXKD-THANG",
    name: "Báo cáo một số chỉ tiêu sản xuất kinh doanh tháng",
    template: "SXKD-THANG",
    frequency: "month",
    lead: "SCT",
    legalBasis: decision851,
  }),
  regime({
    code: "DAU-TU-QUY",
    name: "Báo cáo tình hình thực hiện dự án đầu tư quý",
    template: "A-III-1",
    frequency: "quarter",
    lead: "SKHDT",
    legalBasis: "Thông tư số 03/2021/TT-BKHĐT",
    cutoff: { calendar: true },
    // Before the 10th of the month after the quarter.
    deadline: { monthOffset: 1, day: 9 },
  }),
];
