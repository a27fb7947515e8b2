import { searchText } from "@/lib/service/searchText";
import { sampleId } from "./sampleId";

type Row = readonly [symbol: string, vi: string, en: string, factor: number];

/** Units of measure that Vietnamese administrative reports print, by dimension; factor 1 is the dimension's base. */
const byDimension: Readonly<Record<string, readonly Row[]>> = {
  money: [
    ["đồng", "Đồng Việt Nam", "Vietnamese đồng", 1],
    ["nghìn đồng", "Nghìn đồng", "Thousand đồng", 1e3],
    ["triệu đồng", "Triệu đồng", "Million đồng", 1e6],
    ["tỷ đồng", "Tỷ đồng", "Billion đồng", 1e9],
  ],
  usd: [
    ["USD", "Đô la Mỹ", "US dollar", 1],
    ["nghìn USD", "Nghìn đô la Mỹ", "Thousand US dollars", 1e3],
    ["triệu USD", "Triệu đô la Mỹ", "Million US dollars", 1e6],
  ],
  percent: [["%", "Phần trăm", "Per cent", 1]],
  people: [
    ["người", "Người", "People", 1],
    ["nghìn người", "Nghìn người", "Thousand people", 1e3],
  ],
  peoplePerArea: [["người/km²", "Người trên ki-lô-mét vuông", "People per square kilometre", 1]],
  visits: [["lượt", "Lượt", "Visits", 1]],
  visitors: [["lượt khách", "Lượt khách", "Visitors", 1]],
  households: [["hộ", "Hộ gia đình", "Households", 1]],
  files: [["hồ sơ", "Hồ sơ", "Files", 1]],
  petitions: [["đơn", "Đơn", "Petitions", 1]],
  documents: [["văn bản", "Văn bản", "Documents", 1]],
  procedures: [["thủ tục", "Thủ tục hành chính", "Administrative procedures", 1]],
  cases: [["vụ", "Vụ", "Cases", 1]],
  projects: [["dự án", "Dự án", "Projects", 1]],
  works: [["công trình", "Công trình", "Works", 1]],
  enterprises: [["doanh nghiệp", "Doanh nghiệp", "Enterprises", 1]],
  cooperatives: [["hợp tác xã", "Hợp tác xã", "Cooperatives", 1]],
  schools: [["trường", "Trường", "Schools", 1]],
  establishments: [["cơ sở", "Cơ sở", "Establishments", 1]],
  communes: [["xã", "Xã, phường, thị trấn", "Communes", 1]],
  animals: [["con", "Con", "Head of livestock", 1]],
  area: [
    ["m²", "Mét vuông", "Square metre", 1],
    ["ha", "Héc-ta", "Hectare", 1e4],
    ["nghìn ha", "Nghìn héc-ta", "Thousand hectares", 1e7],
    ["km²", "Ki-lô-mét vuông", "Square kilometre", 1e6],
  ],
  length: [
    ["m", "Mét", "Metre", 1],
    ["km", "Ki-lô-mét", "Kilometre", 1e3],
  ],
  volume: [
    ["lít", "Lít", "Litre", 1e-3],
    ["m³", "Mét khối", "Cubic metre", 1],
    ["nghìn m³", "Nghìn mét khối", "Thousand cubic metres", 1e3],
  ],
  mass: [
    ["kg", "Ki-lô-gam", "Kilogram", 1],
    ["tạ", "Tạ", "Quintal", 100],
    ["tấn", "Tấn", "Tonne", 1e3],
    ["nghìn tấn", "Nghìn tấn", "Thousand tonnes", 1e6],
  ],
  massPerArea: [
    ["tạ/ha", "Tạ trên héc-ta", "Quintals per hectare", 0.01],
    ["tấn/ha", "Tấn trên héc-ta", "Tonnes per hectare", 0.1],
  ],
  moneyPerMass: [["nghìn đồng/tấn", "Nghìn đồng trên tấn", "Thousand đồng per tonne", 1]],
  moneyPerPerson: [["triệu đồng/người", "Triệu đồng trên người", "Million đồng per person", 1e6]],
  energy: [
    ["kWh", "Ki-lô-oát giờ", "Kilowatt hour", 1],
    ["triệu kWh", "Triệu ki-lô-oát giờ", "Million kilowatt hours", 1e6],
  ],
  containers: [
    ["TEU", "TEU (container 20 feet)", "TEU (20-foot container)", 1],
    ["nghìn TEU", "Nghìn TEU", "Thousand TEU", 1e3],
  ],
  score: [["điểm", "Điểm", "Points", 1]],
};

export const sampleMeasureUnits = Object.entries(byDimension).flatMap(([dimension, rows]) =>
  rows.map(([symbol, vi, en, factor]) => ({
    id: sampleId("measureUnit", symbol),
    symbol,
    name: { vi, en },
    folded: searchText(symbol, { vi, en }),
    dimension,
    factor,
  })),
);

/** The unit of measure of a symbol, which must be one of the sample's. */
export function sampleMeasureUnit(symbol: string): (typeof sampleMeasureUnits)[number] {
  const found = sampleMeasureUnits.find((unit) => unit.symbol === symbol);
  if (!found) throw new Error(`no sample unit of measure ${symbol}`);
  return found;
}
