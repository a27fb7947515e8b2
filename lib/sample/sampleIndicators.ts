import type { IndicatorRule, IndicatorType } from "@/lib/service/catalogueTypes";
import { searchText } from "@/lib/service/searchText";
import { sampleId } from "./sampleId";
import { sampleMeasureUnit } from "./sampleMeasureUnits";

interface Plan {
  readonly code: string;
  readonly vi: string;
  readonly en: string;
  readonly unit: string;
  readonly decimals?: number;
  readonly type?: IndicatorType;
  readonly rule?: IndicatorRule;
  readonly definition?: string;
  readonly method?: string;
}

const files = { unit: "hồ sơ", type: "integer" } as const;
const million = { unit: "triệu đồng", decimals: 2 } as const;
const thousandTonnes = { unit: "nghìn tấn", decimals: 3 } as const;
/** Ratios are computed anew from their parts: a parent neither adds nor averages them. */
const ratio = { unit: "%", type: "percent", decimals: 2, rule: "none" } as const;

/**
 * Indicators by field: of form 06 and II.06a (Circular 01/2020/TT-VPCP), of the city's monthly socio-economic report, of
 * the monthly form of production and business, of form 28 of seaports and form A.III.1 of investment, each with the words
 * and the method of its form. Definitions stand where the form gives one.
 */
const bySector: Readonly<Record<string, readonly Plan[]>> = {
  CCHC: [
    {
      code: "TTHC_01",
      vi: "Số hồ sơ thủ tục hành chính nhận giải quyết",
      en: "Files of administrative procedures received",
      ...files,
      definition: "Toàn bộ hồ sơ thủ tục hành chính nhận giải quyết trong kỳ báo cáo, gồm hồ sơ từ kỳ trước chuyển qua.",
      method: "Tổng số hồ sơ nhận trực tuyến, hồ sơ nhận trực tiếp và qua dịch vụ bưu chính, và hồ sơ từ kỳ trước.",
    },
    {
      code: "TTHC_02",
      vi: "Số hồ sơ thủ tục hành chính đã giải quyết",
      en: "Files of administrative procedures settled",
      ...files,
      method: "Tổng số hồ sơ giải quyết trước hạn, đúng hạn và quá hạn.",
    },
    { code: "TTHC_03", vi: "Số hồ sơ đã giải quyết quá hạn", en: "Files settled late", ...files },
    {
      code: "TTHC_04",
      vi: "Số hồ sơ đang giải quyết",
      en: "Files being handled",
      ...files,
      method: "Tổng số hồ sơ đang giải quyết trong hạn và quá hạn.",
    },
    { code: "TTHC_05", vi: "Số hồ sơ nhận trực tuyến", en: "Files received online", ...files },
    { code: "TTHC_06", vi: "Số hồ sơ nhận trực tiếp, qua dịch vụ bưu chính", en: "Files received at the counter or by post", ...files },
    { code: "TTHC_07", vi: "Số hồ sơ từ kỳ trước chuyển qua", en: "Files carried over from the period before", ...files },
    { code: "TTHC_08", vi: "Số hồ sơ đã giải quyết trước hạn", en: "Files settled before time", ...files },
    { code: "TTHC_09", vi: "Số hồ sơ đã giải quyết đúng hạn", en: "Files settled on time", ...files },
    { code: "TTHC_10", vi: "Số hồ sơ đang giải quyết quá hạn", en: "Files being handled past their time", ...files },
    {
      code: "TTHC_11",
      vi: "Tỷ lệ hồ sơ giải quyết trước hạn và đúng hạn",
      en: "Share of files settled before time or on time",
      ...ratio,
      method: "(Số hồ sơ giải quyết trước hạn + số hồ sơ giải quyết đúng hạn) / số hồ sơ đã giải quyết × 100.",
    },
    {
      code: "TTHC_12",
      vi: "Tỷ lệ hồ sơ nhận trực tuyến",
      en: "Share of files received online",
      ...ratio,
      method: "Số hồ sơ nhận trực tuyến / (số hồ sơ nhận trực tuyến + số hồ sơ nhận trực tiếp, qua dịch vụ bưu chính) × 100.",
    },
  ],
  NNNT: [
    {
      code: "KTXH_01",
      vi: "Sản lượng lúa thu hoạch",
      en: "Rice harvested",
      unit: "tấn",
      decimals: 1,
      method: "Tổng sản lượng các vụ Đông Xuân, Hè Thu và Thu Đông.",
    },
    { code: "NN_01", vi: "Diện tích lúa thu hoạch", en: "Area of rice harvested", unit: "ha", decimals: 1 },
    {
      code: "NN_02",
      vi: "Năng suất lúa",
      en: "Rice yield",
      unit: "tạ/ha",
      decimals: 2,
      rule: "none",
      method: "Sản lượng (tấn) / diện tích thu hoạch (ha) × 10. Không cộng năng suất của các đơn vị.",
    },
    {
      code: "NN_03",
      vi: "Giá bán lúa bình quân",
      en: "Mean selling price of rice",
      unit: "nghìn đồng/tấn",
      rule: "weightedMean",
      method: "Bình quân gia quyền theo sản lượng.",
    },
    { code: "NN_04", vi: "Diện tích rau, màu, đậu các loại", en: "Area of vegetables and beans", unit: "ha", decimals: 1 },
    { code: "NN_05", vi: "Sản lượng rau, màu, đậu các loại", en: "Output of vegetables and beans", unit: "tấn", decimals: 1 },
    { code: "NN_06", vi: "Diện tích cây công nghiệp ngắn ngày", en: "Area of annual industrial crops", unit: "ha", decimals: 1 },
    { code: "NN_07", vi: "Diện tích cây ăn trái", en: "Area of fruit", unit: "ha", decimals: 1 },
    { code: "NN_08", vi: "Sản lượng cây ăn trái", en: "Output of fruit", unit: "tấn", decimals: 1 },
    {
      code: "NN_09",
      vi: "Tỷ lệ sản lượng lúa so với cùng kỳ năm trước",
      en: "Rice output against the same period of last year",
      ...ratio,
      method: "Sản lượng lũy kế / sản lượng lũy kế cùng kỳ năm trước × 100.",
    },
  ],
  TCNS: [
    {
      code: "KTXH_02",
      vi: "Tổng thu ngân sách nhà nước, lũy kế từ đầu năm",
      en: "State budget revenue since January",
      ...million,
      method: "Thu nội địa cộng thu bổ sung từ ngân sách cấp trên, cộng dồn từ tháng 1.",
    },
    {
      code: "KTXH_03",
      vi: "Tổng chi ngân sách nhà nước, lũy kế từ đầu năm",
      en: "State budget expenditure since January",
      ...million,
      method: "Chi đầu tư phát triển, chi thường xuyên và dự phòng ngân sách, cộng dồn từ tháng 1.",
    },
    { code: "NS_01", vi: "Thu nội địa", en: "Domestic revenue", ...million },
    { code: "NS_02", vi: "Thuế khu vực ngoài quốc doanh", en: "Taxes from the non-State sector", ...million },
    { code: "NS_03", vi: "Thuế sử dụng đất phi nông nghiệp", en: "Non-agricultural land use tax", ...million },
    { code: "NS_04", vi: "Lệ phí trước bạ", en: "Registration fee", ...million },
    { code: "NS_05", vi: "Thu tiền sử dụng đất", en: "Land use revenue", ...million },
    { code: "NS_06", vi: "Thu bổ sung từ ngân sách cấp trên", en: "Transfers from the higher-level budget", ...million },
    { code: "NS_07", vi: "Chi đầu tư phát triển", en: "Development investment", ...million },
    { code: "NS_08", vi: "Chi thường xuyên", en: "Recurrent expenditure", ...million },
    { code: "NS_09", vi: "Chi giáo dục, đào tạo", en: "Expenditure on education and training", ...million },
    { code: "NS_10", vi: "Chi y tế, dân số", en: "Expenditure on health and population", ...million },
    { code: "NS_11", vi: "Chi bảo đảm xã hội", en: "Expenditure on social protection", ...million },
    {
      code: "NS_12",
      vi: "Tỷ lệ thu ngân sách so với dự toán năm",
      en: "Budget revenue against the year's estimate",
      ...ratio,
      method: "Thu lũy kế từ đầu năm / dự toán năm × 100.",
    },
  ],
  CTTM: [
    {
      code: "SXKD_01",
      vi: "Giá trị sản xuất (giá hiện hành)",
      en: "Output value (current prices)",
      ...million,
      method: "Tổng giá trị sản xuất công nghiệp, xây dựng và dịch vụ.",
    },
    { code: "SXKD_02", vi: "Giá trị sản xuất công nghiệp", en: "Output value of industry", ...million },
    { code: "SXKD_03", vi: "Điện thương phẩm", en: "Electricity sold", unit: "triệu kWh", decimals: 2 },
    { code: "SXKD_04", vi: "Nước sạch tiêu thụ", en: "Clean water sold", unit: "nghìn m³", decimals: 2 },
    { code: "SXKD_05", vi: "Doanh thu thuần", en: "Net revenue", ...million },
    { code: "SXKD_06", vi: "Lợi nhuận trước thuế", en: "Profit before tax", ...million },
    {
      code: "SXKD_07",
      vi: "Tỷ suất lợi nhuận trên doanh thu",
      en: "Profit as a share of revenue",
      ...ratio,
      method: "Lợi nhuận trước thuế / doanh thu thuần × 100.",
    },
    { code: "SXKD_08", vi: "Nộp ngân sách", en: "Paid to the budget", ...million },
  ],
  GTVT: [
    {
      code: "CB_01",
      vi: "Khối lượng hàng hóa thông qua cảng biển",
      en: "Cargo through seaports",
      ...thousandTonnes,
      method: "Tổng hàng xuất khẩu, nhập khẩu, nội địa và quá cảnh bốc dỡ.",
    },
    { code: "CB_02", vi: "Khối lượng hàng xuất khẩu qua cảng", en: "Export cargo through ports", ...thousandTonnes },
    { code: "CB_03", vi: "Khối lượng hàng nhập khẩu qua cảng", en: "Import cargo through ports", ...thousandTonnes },
    { code: "CB_04", vi: "Khối lượng hàng container qua cảng", en: "Container cargo through ports", ...thousandTonnes },
    { code: "CB_05", vi: "Số TEU hàng container qua cảng", en: "Containers through ports", unit: "nghìn TEU", decimals: 3 },
    { code: "CB_06", vi: "Khối lượng hàng lỏng qua cảng", en: "Liquid cargo through ports", ...thousandTonnes },
    { code: "CB_07", vi: "Khối lượng hàng khô qua cảng", en: "Dry cargo through ports", ...thousandTonnes },
  ],
  DTXD: [
    {
      code: "DT_01",
      vi: "Vốn đầu tư thực hiện",
      en: "Investment capital implemented",
      ...million,
      method: "Vốn góp cộng vốn vay cộng lợi nhuận tái đầu tư.",
    },
    {
      code: "DT_02",
      vi: "Vốn góp",
      en: "Contributed capital",
      ...million,
      method: "Vốn góp của nhà đầu tư Việt Nam và nhà đầu tư nước ngoài.",
    },
    { code: "DT_03", vi: "Vốn vay", en: "Loans", ...million },
    { code: "DT_04", vi: "Giá trị hàng xuất khẩu", en: "Value of exports", ...million },
    { code: "DT_05", vi: "Giá trị hàng nhập khẩu", en: "Value of imports", ...million },
    { code: "DT_06", vi: "Diện tích đất, mặt nước đã sử dụng", en: "Land and water area used", unit: "m²", decimals: 2 },
    { code: "DT_07", vi: "Giá trị giải ngân đầu tư xây dựng", en: "Investment disbursed", ...million },
  ],
  LDXH: [
    { code: "KTXH_04", vi: "Số hộ nghèo cuối kỳ", en: "Poor households at the end of the period", unit: "hộ", type: "integer" },
    {
      code: "KTXH_05",
      vi: "Tỷ lệ hộ nghèo",
      en: "Share of poor households",
      ...ratio,
      method: "Số hộ nghèo cuối kỳ / tổng số hộ × 100.",
    },
    { code: "LD_03", vi: "Tổng số hộ", en: "Households", unit: "hộ", type: "integer" },
    {
      code: "LD_01",
      vi: "Số lao động hiện có",
      en: "Current number of workers",
      unit: "người",
      type: "integer",
      method: "Lao động Việt Nam cộng lao động nước ngoài.",
    },
    { code: "LD_02", vi: "Số lao động nước ngoài", en: "Foreign workers", unit: "người", type: "integer" },
  ],
};

/** The city's catalogue, rows of `indicators` but for their owner. */
export const sampleIndicators = Object.entries(bySector).flatMap(([sectorCode, plans]) =>
  plans.map(({ code, vi, en, unit, decimals = 0, type = "number", rule = "sum", definition = "", method = "" }) => ({
    id: sampleId("indicator", code),
    code,
    name: { vi, en },
    folded: searchText(code, { vi, en }),
    definition: { vi: definition },
    method: { vi: method },
    measureUnitId: sampleMeasureUnit(unit).id,
    type,
    decimals,
    aggregation: { rule },
    sectorCode,
  })),
);
