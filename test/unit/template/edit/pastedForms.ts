import type { PastedCell } from "@/lib/template/edit";

// Tables of real forms as Excel and Word put them on the clipboard, written small: one line a row, cells between bars,
// `>n` spans n columns, `vn` n rows, `*` is bold.
const cells = (line: string): readonly PastedCell[] =>
  line.split("|").map((source) => {
    const [, spans = "", text = ""] = /^\s*((?:(?:>\d+|v\d+|\*)\s*)*)(.*?)\s*$/u.exec(source) ?? [];
    const [, colSpan] = />(\d+)/.exec(spans) ?? [];
    const [, rowSpan] = /v(\d+)/.exec(spans) ?? [];
    return {
      text,
      ...(colSpan ? { colSpan: Number(colSpan) } : {}),
      ...(rowSpan ? { rowSpan: Number(rowSpan) } : {}),
      ...(spans.includes("*") ? { bold: true } : {}),
    };
  });

export const pasted = (table: string): readonly (readonly PastedCell[])[] =>
  table
    .trim()
    .split("\n")
    .map((line) => cells(line));

/** Biểu số 06/VPCP/KSTT (Circular 01/2020/TT-VPCP): a head of three rows, numbers in parentheses with formulas. */
export const form06 = pasted(`
>13 Đơn vị tính: Số hồ sơ TTHC
v3 STT | v3 Lĩnh vực, công việc giải quyết theo cấp | >4 Số hồ sơ nhận giải quyết | >4 Số hồ sơ đã giải quyết | >3 Số lượng hồ sơ đang giải quyết
v2 Tổng số | >2 Trong đó | v2 Từ kỳ trước | v2 Tổng số | v2 Trước hạn | v2 Đúng hạn | v2 Quá hạn | v2 Tổng số | v2 Trong hạn | v2 Quá hạn
Trực tuyến | Trực tiếp, dịch vụ bưu chính
(1) | (2) | (3)=(4)+(5)+(6) | (4) | (5) | (6) | (7)=(8)+(9)+(10) | (8) | (9) | (10) | (11)=(12)+(13) | (12) | (13)
*I | *Tư pháp | 5 | 2 | 2 | 1 | 5 | 1 | 3 | 1 | 0 | 0 | 0
1 | Hộ tịch | 3 | 1 | 1 | 1 | 3 | 1 | 1 | 1 | 0 | 0 | 0
2 | Chứng thực | 2 | 1 | 1 | 0 | 2 | 0 | 2 | 0 | 0 | 0 | 0
*II | *Đất đai, môi trường |  |  |  |  |  |  |  |  |  |  | 
1 | Đất đai |  |  |  |  |  |  |  |  |  |  | 
 | *Tổng cộng | 5 | 2 | 2 | 1 | 5 | 1 | 3 | 1 | 0 | 0 | 0
`);

/** Biểu 28-T of the Maritime and Waterway Administration: letters and figures under the head, units by row, "Chia ra". */
export const form28 = pasted(`
STT | Danh mục | ĐVT | Kế hoạch năm | Lũy kế đến hết tháng trước | Ước thực hiện tháng báo cáo | Lũy kế đến hết tháng báo cáo | Lũy kế cùng kỳ năm trước | So sánh cùng kỳ (%) | So sánh kế hoạch (%)
 | A | B | 1 | 2 | 3 | 4=2+3 | 5 | 6=4/5 | 7=4/1
I | Tổng số | 1000 tấn | 1.300.382 |  |  |  |  | 107% | 
 | Chia ra: |  |  |  |  |  |  |  | 
 | - Xuất khẩu | " |  |  |  |  |  |  | 
 | - Nhập khẩu | " |  |  |  |  |  |  | 
II | Hàng container | 1000 TEU |  |  |  |  |  |  | 
 | Chia ra: |  |  |  |  |  |  |  | 
 | - Xuất khẩu | " |  |  |  |  |  |  | 
`);

/** Mẫu A.III.1 (Circular 03/2021/TT-BKHĐT): sums named in the labels, cells that are not for entry, decimal numbers. */
export const formA31 = pasted(`
STT | Chỉ tiêu | Thực hiện trong quý báo cáo | Lũy kế từ đầu năm | Lũy kế từ khi được cấp GCNĐKĐT | Đơn vị tính
I | Vốn đầu tư thực hiện (I=1+2) |  |  |  | Triệu VNĐ
1 | Vốn góp (1=1.1+1.2) |  |  |  | ″
1.1 | Nhà đầu tư Việt Nam |  |  |  | ″
1.2 | Nhà đầu tư nước ngoài |  |  |  | ″
2 | Vốn vay |  |  |  | ″
 | - Vay trong nước |  |  |  | ″
 | - Vay nước ngoài khác |  |  |  | ″
II | Doanh thu thuần |  |  | x | ″
`);

/** Báo cáo một số chỉ tiêu sản xuất kinh doanh tháng: a head of two rows with years in it, 14 columns, ratios. */
export const formSxkd = pasted(`
v2 STT | v2 CÁC CHỈ TIÊU | >3 KH năm 2024 | >3 UTH năm 2024 | >3 Thực hiện năm 2023 | >2 So sánh | v2 Ghi chú
KH năm 2024 | KH tháng 3/2024 | KH lũy kế đến tháng 3/2024 | Thực hiện từ đầu năm đến hết tháng trước | Ước thực hiện tháng báo cáo | Lũy kế từ đầu năm | TH từ đầu năm đến hết tháng trước | TH tháng báo cáo | Lũy kế đến tháng báo cáo | So với tháng báo cáo năm trước | So với lũy kế cùng kỳ năm trước
1 | 2 | 3 | 4 | 5 | 6 | 7 | 8=6+7 | 9 | 10 | 11=9+10 | 12=7/10×100 | 13=8/11×100 | 14
I | Giá trị sản xuất | 12,5 | 1,25 | 3,75 | 2 | 1 | 3 | 2 | 1 | 3 | 100 | 100 | đạt
1 | Công nghiệp | 10,5 | 1,25 | 3,75 | 2 | 1 | 3 | 2 | 1 | 3 | 100 | 100 | 
`);

/** Biểu số II.06a/VPCP/KSTT: three rows of head and plain numbers, whose label column is "Đơn vị". */
export const form06a = pasted(`
v3 TT | v3 Đơn vị | >4 Tiếp nhận | >2 Hồ sơ đang xử lý
v2 Tổng số | >2 Trong kỳ | v2 Kỳ trước | v2 Tổng số | v2 Quá hạn
Trực tuyến | Trực tiếp, dịch vụ bưu chính
1 | 2 | 3 | 4 | 5 | 6 | 7 | 8
*>8 Sở ban ngành
1 | Sở Tư pháp | 1 | 1 | 0 | 0 | 0 | 0
2 | Sở Nội vụ | 2 | 1 | 1 | 0 | 0 | 0
*>8 Huyện, thị xã, thành phố
1 | Quận Ninh Kiều | 3 | 1 | 1 | 1 | 0 | 0
Tổng cộng |  | 6 | 3 | 2 | 1 | 0 | 0
`);

/** Form 45/CK-NSNN: parts by letters up to H and I, of which the I is a letter and no roman one. */
export const formBudget = pasted(`
STT | Nội dung | Dự toán | Quyết toán
G | Chi khác | 1 | 1
H | Chi chuyển nguồn | 2 | 2
I | Chi trả nợ | 3 | 3
1 | Trả gốc | 2 | 2
2 | Trả lãi | 1 | 1
`);
