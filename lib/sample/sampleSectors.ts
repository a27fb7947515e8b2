/** Fields of administration of a city, by which its reports are sorted. */
export const sampleSectors = (
  [
    ["KTTH", "Kinh tế tổng hợp", "General economy"],
    ["TCNS", "Tài chính, ngân sách", "Finance and budget"],
    ["NNNT", "Nông nghiệp, nông thôn", "Agriculture and rural areas"],
    ["CTTM", "Công nghiệp, thương mại", "Industry and trade"],
    ["DTXD", "Đầu tư, xây dựng", "Investment and construction"],
    ["GTVT", "Giao thông vận tải, logistics", "Transport and logistics"],
    ["TNMT", "Tài nguyên, môi trường", "Natural resources and environment"],
    ["LDXH", "Lao động, người có công và xã hội", "Labour and social affairs"],
    ["GDDT", "Giáo dục, đào tạo", "Education and training"],
    ["YTDS", "Y tế, dân số", "Health and population"],
    ["VHDL", "Văn hóa, thể thao, du lịch", "Culture, sports and tourism"],
    ["CCHC", "Cải cách hành chính, thủ tục hành chính", "Administrative reform and procedures"],
    ["CDS", "Chuyển đổi số", "Digital transformation"],
    ["ANTT", "Quốc phòng, an ninh, trật tự", "Defence, security and order"],
  ] as const
).map(([code, vi, en], index) => ({ code, name: { vi, en }, position: (index + 1) * 10 }));

/** The field of each sample template, by its code. */
export const sectorOfTemplate: Readonly<Record<string, string>> = {
  "06-VPCP-KSTT": "CCHC",
  "II06A-VPCP-KSTT": "CCHC",
  "KTXH-THANG": "KTTH",
  "BIEU-28-T": "GTVT",
  "SXKD-THANG": "CTTM",
  "A-III-1": "DTXD",
};
