import { describe, expect, test, vi } from "vitest";
import { reportDocument } from "@/lib/export/docx";
import { say } from "@/lib/messages";
import type { Template } from "@/lib/template";
import { type Filling, sample } from "@/test/unit/template/openSample";
import { all, attribute, cellsOf, type OpenDocx, paragraphs, rowsOf, tables, textOf } from "./openDocx";
import { documentOf, printed, section } from "./sample";

// Each file is zipped, opened and parsed: slow where many tests run at once.
vi.setConfig({ testTimeout: 60_000 });

const ktxh: Filling = {
  period: "2026-03",
  cells: { "t1.r11.c3": 1000, "t1.r11.c4": 6500, "t2.r12.c4": 1234567.89, "f.tong_ho": 3200, "f.ho_ngheo": 16 },
  narrative: { n1: section("Sản xuất ổn định."), n10: section("Đề nghị cấp trên quan tâm.") },
};

const lines = ({ body }: OpenDocx): readonly string[] => paragraphs(body).map(textOf);
const nth = <T>(items: readonly T[], index: number): T => {
  const item = items.at(index);
  if (item === undefined) throw new Error(`nothing at ${index}`);
  return item;
};

/** Runs of a node with what makes them bold, italic and large: `bold italic 13 text`. */
const runs = (node: Parameters<typeof textOf>[0]): readonly string[] =>
  all(node, "w:r").map((run) => {
    const points = attribute(run, "w:sz", "w:val");
    return [
      all(run, "w:b").length > 0 ? "bold" : "",
      all(run, "w:i").length > 0 ? "italic" : "",
      points === null ? "" : Number(points) / 2,
      textOf(run),
    ]
      .filter((part) => part !== "")
      .join(" ");
  });

const sections = ({ body }: OpenDocx) =>
  all(body, "w:sectPr").map((section) => ({
    width: attribute(section, "w:pgSz", "w:w"),
    height: attribute(section, "w:pgSz", "w:h"),
    orientation: attribute(section, "w:pgSz", "w:orient"),
    margins: ["w:top", "w:bottom", "w:left", "w:right", "w:header"].map((side) => attribute(section, "w:pgMar", side)).join(" "),
    hidesFirstNumber: all(section, "w:titlePg").some((flag) => flag.getAttribute("w:val") !== "false"),
  }));

describe("a narrative report is laid out by Decree 30", () => {
  const template = sample("KTXH-THANG");
  const plain = printed(documentOf(template, ktxh));

  test("on A4 upright with margins of 20, 20, 30 and 15 mm, its number of pages hidden on the first", async () => {
    expect(sections(await plain)).toEqual([
      { width: "11906", height: "16838", orientation: "portrait", margins: "1134 1134 1701 851 567", hidesFirstNumber: true },
    ]);
  });

  test("in Times New Roman 14 for every script, single lines", async () => {
    const styles = await (await plain).part("word/styles.xml");
    const defaults = nth(all(styles, "w:docDefaults"), 0);
    expect(["w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"].map((script) => attribute(defaults, "w:rFonts", script))).toEqual(
      Array(4).fill("Times New Roman"),
    );
    expect([
      attribute(defaults, "w:sz", "w:val"),
      attribute(defaults, "w:spacing", "w:line"),
      attribute(defaults, "w:spacing", "w:lineRule"),
    ]).toEqual(["28", "240", "auto"]);
  });

  test("with the page number in the middle of the top margin", async () => {
    const docx = await plain;
    const path = nth(
      docx.paths.filter((name) => /^word\/header\d+\.xml$/.test(name)),
      0,
    );
    const header = await docx.part(path);
    expect(attribute(header, "w:jc", "w:val")).toBe("center");
    expect(all(header, "w:instrText").map((field) => field.textContent?.trim())).toEqual(["PAGE"]);
  });

  test("headed by agencies at the left, nation and motto at the right, number and date beneath", async () => {
    const { body } = await plain;
    const heading = nth(tables(body), 0);
    expect(all(heading, "w:gridCol").map((column) => column.getAttribute("w:w"))).toEqual(["3829", "5670"]);
    expect([
      attribute(heading, "w:tblInd", "w:w"),
      attribute(heading, "w:tblLayout", "w:type"),
      attribute(heading, "w:trHeight", "w:val"),
    ]).toEqual(["-199", "fixed", "1264"]);
    expect(rowsOf(heading).map((row) => cellsOf(row).map((cell) => runs(cell)))).toEqual([
      [
        ["12 UBND QUẬN NINH KIỀU", "bold 12 ỦY BAN NHÂN DÂN", "bold 12 PHƯỜNG AN CƯ"],
        ["bold 12 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "bold 13 Độc lập - Tự do - Hạnh phúc"],
      ],
      [["13 Số: 05/BC-UBND"], ["italic 13 Ninh Kiều, ngày 05 tháng 3 năm 2026"]],
    ]);
    expect(all(heading, "w:pBdr")).toHaveLength(2);
    // The words that Word knows; docx offers "exactly" too, which it does not.
    expect(
      all(body, "w:spacing")
        .flatMap((spacing) => spacing.getAttribute("w:lineRule") ?? [])
        .filter((rule) => rule !== "exact"),
    ).toEqual([]);
    expect(
      new Set(
        all(heading, "w:tblBorders").flatMap((borders) =>
          Array.from(borders.childNodes, (side) => (side as typeof body).getAttribute("w:val")),
        ),
      ),
    ).toEqual(new Set(["none"]));
  });

  test("its title centred and bold, one addressee on a line, several each on their own", async () => {
    const one = await plain;
    const title = nth(
      paragraphs(one.body).filter((p) => textOf(p) === "BÁO CÁO"),
      0,
    );
    expect([attribute(title, "w:jc", "w:val"), ...runs(title)]).toEqual(["center", "bold 14 BÁO CÁO"]);
    expect(lines(one)).toContain("Kính gửi: Ủy ban nhân dân quận Ninh Kiều.");
    const two = await printed(documentOf(template, ktxh, { addressees: ["Ủy ban nhân dân quận", "Văn phòng"] }));
    expect(lines(two).join("|")).toContain("Kính gửi:|- Ủy ban nhân dân quận;|- Văn phòng.|");
  });

  test("its body justified, first line 1 cm, 6 points apart, ended by ./.", async () => {
    const docx = await plain;
    const last = nth(
      paragraphs(docx.body).filter((p) => textOf(p).endsWith("./.")),
      0,
    );
    expect(textOf(last)).toBe("Đề nghị cấp trên quan tâm./.");
    expect([
      attribute(last, "w:jc", "w:val"),
      attribute(last, "w:ind", "w:firstLine"),
      attribute(last, "w:spacing", "w:before"),
      attribute(last, "w:spacing", "w:after"),
    ]).toEqual(["both", "567", "120", "0"]);
    expect(lines(docx).filter((line) => line.includes("./."))).toHaveLength(1);
  });

  test("its outline numbered in text, not by Word, so that it survives copying", async () => {
    const docx = await plain;
    const headings = paragraphs(docx.body).filter((p) => all(p, "w:outlineLvl").length > 0);
    expect(headings.map(textOf)).toEqual([
      "I. TÌNH HÌNH KINH TẾ - XÃ HỘI, QUỐC PHÒNG - AN NINH",
      "1. Lĩnh vực kinh tế",
      "a) Sản xuất nông nghiệp",
      "b) Công nghiệp, thương mại - dịch vụ",
      "c) Thu, chi ngân sách",
      "2. Lĩnh vực văn hóa - xã hội",
      "a) Giáo dục, y tế, văn hóa",
      "b) An sinh xã hội, lao động, việc làm",
      "3. Quốc phòng - an ninh, trật tự an toàn xã hội",
      "4. Cải cách hành chính, chuyển đổi số",
      "II. ĐÁNH GIÁ CHUNG",
      "III. NHIỆM VỤ, GIẢI PHÁP TRỌNG TÂM THÁNG TIẾP THEO",
      "IV. KIẾN NGHỊ, ĐỀ XUẤT",
    ]);
    expect(all(docx.body, "w:numPr")).toHaveLength(0);
    expect(headings.every((p) => all(p, "w:keepNext").length === 1)).toBe(true);
  });

  test("values embedded in its text as the language writes them, an ellipsis where there is none", async () => {
    const text = lines(await plain).join("\n");
    expect(text).toContain("diện tích lúa thu hoạch 1.000,0 ha, năng suất bình quân 65,00 tạ/ha, sản lượng 6.500,0 tấn");
    expect(text).toContain("bằng …% so với cùng kỳ năm 2025");
    expect(text).toContain("còn 16 hộ nghèo, chiếm tỷ lệ 0,50%");
  });

  test("signed at the right under the authority, recipients at the left", async () => {
    const { body } = await printed(documentOf(template, ktxh, { signers: ["Nguyễn Văn An"] }));
    const ending = nth(tables(body), -1);
    expect(all(ending, "w:gridCol").map((column) => column.getAttribute("w:w"))).toEqual(["2994", "6290"]);
    const [left, right] = cellsOf(nth(rowsOf(ending), 0)).map((cell) => runs(cell).filter((run) => !/^(bold )?\d+$/.test(run)));
    expect(left).toEqual([
      "bold italic 12 Nơi nhận:",
      "11 - Như trên;",
      "11 - TT. cấp ủy, TT. HĐND cùng cấp;",
      "11 - Chủ tịch, các Phó Chủ tịch UBND;",
      "11 - Lưu: VT.",
    ]);
    expect(right).toEqual(["bold 14 TM. ỦY BAN NHÂN DÂN", "bold 14 CHỦ TỊCH", "bold 14 Nguyễn Văn An"]);
  });

  test("a wide table in a landscape section of its own, then upright again", async () => {
    const wide: Template = {
      ...template,
      blocks: template.blocks.map((block) =>
        block.kind === "table" && block.id === "t1" ? { ...block, orientation: "landscape" } : block,
      ),
    };
    const upright = { width: "11906", height: "16838", orientation: "portrait", margins: "1134 1134 1701 851 567" };
    expect(sections(await printed(documentOf(wide, ktxh)))).toEqual([
      { ...upright, hidesFirstNumber: true },
      { width: "16838", height: "11906", orientation: "landscape", margins: "1134 851 1701 851 567", hidesFirstNumber: false },
      { ...upright, hidesFirstNumber: false },
    ]);
  });

  test("in English where that is asked for", async () => {
    const docx = await printed(documentOf(template, ktxh, { locale: "en" }));
    expect(lines(docx)).toContain("REPORT");
    expect(lines(docx).join("\n")).toContain("1,000.0 ha of rice");
  });
});

describe("an indicator table", () => {
  const template = sample("06-VPCP-KSTT");
  const filling: Filling = {
    period: "2026-Q1",
    cells: { "t1.r11.c4": 1200, "t1.r11.c5": 34, "t1.r11.c6": "-", "t1.r11.c8": 1000, "t1.r11.c9": 200, "t1.r11.c12": 34 },
  };
  const plain = printed(documentOf(template, filling));
  const tableOf = async () => nth(tables((await plain).body), 1);

  test("merges its heads over columns and rows, each level filling the whole width", async () => {
    const table = await tableOf();
    const head = rowsOf(table).slice(0, 3);
    const spans = head.map((row) =>
      cellsOf(row).map(
        (cell) => `${textOf(cell)}|${attribute(cell, "w:gridSpan", "w:val") ?? 1}|${attribute(cell, "w:vMerge", "w:val") ?? "-"}`,
      ),
    );
    expect(nth(spans, 0)).toEqual([
      "STT|1|restart",
      "Lĩnh vực, công việc giải quyết theo cấp|1|restart",
      "Số hồ sơ nhận giải quyết|4|-",
      "Số hồ sơ đã giải quyết|4|-",
      "Số lượng hồ sơ đang giải quyết|3|-",
    ]);
    expect(nth(spans, 2).filter((cell) => !cell.startsWith("|"))).toEqual(["Trực tuyến|1|-", "Trực tiếp, dịch vụ bưu chính|1|-"]);
    for (const row of head)
      expect(cellsOf(row).reduce((sum, cell) => sum + Number(attribute(cell, "w:gridSpan", "w:val") ?? 1), 0)).toBe(13);
  });

  test("repeats head and numbering row on every page, and breaks no row over pages", async () => {
    const rows = rowsOf(await tableOf());
    expect(rows.map((row) => all(row, "w:tblHeader").length)).toEqual([1, 1, 1, 1, ...Array(rows.length - 4).fill(0)]);
    expect(rows.every((row) => all(row, "w:cantSplit").length === 1)).toBe(true);
    expect(
      cellsOf(nth(rows, 3)).map((cell) =>
        all(cell, "w:t")
          .map((t) => t.textContent)
          .join(""),
      ),
    ).toEqual([
      "(1)",
      "(2)",
      "(3)=(4)+(5)+(6)",
      "(4)",
      "(5)",
      "(6)",
      "(7)=(8)+(9)+(10)",
      "(8)",
      "(9)",
      "(10)",
      "(11)=(12)+(13)",
      "(12)",
      "(13)",
    ]);
  });

  test("is as wide as the text, its columns by their weights and room for the figures", async () => {
    const widths = all(await tableOf(), "w:gridCol").map((column) => Number(column.getAttribute("w:w")));
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(16838 - 1701 - 851);
    expect(widths[1]).toBeGreaterThan(2 * nth(widths, 3));
    expect(Math.abs(nth(widths, 4) - nth(widths, 8))).toBeLessThanOrEqual(1);
  });

  test("prints figures at the right, marks as they are, computed cells and groups in bold", async () => {
    const rows = rowsOf(await tableOf());
    const group = nth(rows, 4);
    const row = nth(rows, 5);
    expect(cellsOf(row).map(textOf)).toEqual(["1", "Hộ tịch", "1.234", "1.200", "34", "-", "1.200", "1.000", "200", "", "34", "34", ""]);
    expect(cellsOf(row).map((cell) => attribute(cell, "w:jc", "w:val"))).toEqual(["center", "left", ...Array(11).fill("right")]);
    expect(cellsOf(group).map(textOf).slice(0, 4)).toEqual(["I", "Tư pháp", "1.234", "1.200"]);
    expect(runs(group).every((run) => run.startsWith("bold"))).toBe(true);
    expect(textOf(nth(rows, -1))).toMatch(/^Tổng cộng1\.234/);
  });

  test("says its unit of measure in italics at the right", async () => {
    const { body } = await plain;
    const line = nth(
      paragraphs(body).filter((p) => textOf(p).startsWith("Đơn vị tính")),
      0,
    );
    expect([attribute(line, "w:jc", "w:val"), ...runs(line)]).toEqual(["right", "italic 12 Đơn vị tính: Số hồ sơ TTHC"]);
  });
});

describe("a form of figures has the frame of its form", () => {
  test("number and legal basis, title in capitals and period, who reports to whom", async () => {
    const docx = await printed(
      documentOf(sample("06-VPCP-KSTT"), { period: "2026-Q1" }, { addressees: ["Văn phòng UBND thành phố Cần Thơ"] }),
    );
    const frame = nth(tables(docx.body), 0);
    expect(cellsOf(nth(rowsOf(frame), 0)).map(runs)).toEqual([
      ["bold 11 Biểu số 06/VPCP/KSTT", "italic 11 Ban hành theo Thông tư số 01/2020/TT-VPCP ngày 21/10/2020"],
      [
        "bold 13 TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT TTHC TẠI CƠ QUAN, ĐƠN VỊ TRỰC TIẾP GIẢI QUYẾT TTHC",
        "italic 13 (Từ ngày 15/12/2025 đến ngày 14/3/2026)",
      ],
      ["11 Đơn vị báo cáo: Ủy ban nhân dân phường An Cư", "11 Đơn vị nhận báo cáo: Văn phòng UBND thành phố Cần Thơ"],
    ]);
    expect(lines(docx).join("\n")).not.toContain("BÁO CÁO");
    expect(sections(docx)).toEqual([
      { width: "16838", height: "11906", orientation: "landscape", margins: "1134 851 1701 851 567", hidesFirstNumber: true },
    ]);
  });

  test("its signers beside each other, place and date over the last", async () => {
    const { body } = await printed(documentOf(sample("06-VPCP-KSTT"), { period: "2026-Q1" }));
    const words = cellsOf(nth(rowsOf(nth(tables(body), -1)), 0)).map((cell) =>
      all(cell, "w:p")
        .map(textOf)
        .filter((line) => line !== ""),
    );
    expect(words).toEqual([
      ["Người lập biểu", "(Ký, ghi rõ họ tên)", "Trần Thị Bình"],
      ["Ninh Kiều, ngày 05 tháng 3 năm 2026", "Thủ trưởng đơn vị", "(Ký, ghi rõ họ tên)", "Nguyễn Văn An"],
    ]);
  });

  test("A3 across where the template says so, heads with the years of the period, a heading across the table", async () => {
    const docx = await printed(
      documentOf(sample("SXKD-THANG"), { period: "2026-03", cells: { "t1.r31.c7": 1234.5, "t1.r31.c10": 1000, "t1.r31.c14": "Tăng" } }),
    );
    expect(sections(docx)[0]).toMatchObject({ width: "23811", height: "16838", orientation: "landscape" });
    const table = nth(tables(docx.body), 1);
    expect(textOf(nth(rowsOf(table), 0))).toBe("STTCÁC CHỈ TIÊUKH năm 2026UTH năm 2026Thực hiện năm 2025So sánh (%)Ghi chú");
    const heading = nth(
      rowsOf(table).filter((row) => textOf(row).includes("Sản phẩm chủ yếu")),
      0,
    );
    expect(cellsOf(heading).map((cell) => attribute(cell, "w:gridSpan", "w:val") ?? "1")).toEqual(["1", "13"]);
    const revenue = nth(
      rowsOf(table).filter((row) => textOf(row).includes("Doanh thu thuần")),
      0,
    );
    expect(cellsOf(revenue).map(textOf)).toEqual([
      "1",
      "Doanh thu thuần (triệu đồng)",
      "",
      "",
      "",
      "",
      "1.234,50",
      "1.234,50",
      "",
      "1.000,00",
      "1.000,00",
      "123,45",
      "123,45",
      "Tăng",
    ]);
  });

  test("columns that the period has not are left out, with their part of the heads", async () => {
    const january = await printed(documentOf(sample("SXKD-THANG"), { period: "2026-01" }));
    const table = nth(tables(january.body), 1);
    expect(all(table, "w:gridCol")).toHaveLength(12);
    expect(cellsOf(nth(rowsOf(table), 0)).map((cell) => attribute(cell, "w:gridSpan", "w:val") ?? "1")).toEqual([
      "1",
      "1",
      "3",
      "2",
      "2",
      "2",
      "1",
    ]);
  });

  test("rows repeated over units, numbered and named by them", async () => {
    const units = ["An Cư", "An Hòa"].map((name, i) => ({ key: `U${i}`, name: `UBND phường ${name}` }));
    const cells = { "t1.r01@U0.c4": 5, "t1.r01@U1.c4": 7 };
    const { body } = await printed(documentOf(sample("II06a-VPCP-KSTT"), { period: "2026-03", units, cells }));
    const rows = rowsOf(nth(tables(body), 1)).slice(-3);
    expect(rows.map((row) => cellsOf(row).map(textOf).slice(1, 4))).toEqual([
      ["UBND phường An Cư", "5", "5"],
      ["UBND phường An Hòa", "7", "7"],
      ["Tổng cộng", "12", "12"],
    ]);
  });

  test("entries of the reporter, locked cells as x, fields and the free text", async () => {
    const docx = await printed(
      documentOf(sample("A-III-1"), {
        period: "2026-Q1",
        entries: { "t1.r11": [{ id: "a", label: "Công ty Phú An" }] },
        cells: { "f.A001": "Nhà máy <A> & B", "f.A003": "2025-02-03", "t1.r14@a.cA": 10.5, "t1.r50.cA": 3 },
        narrative: { n1: section("Thiếu lao động.") },
      }),
    );
    expect(lines(docx)).toContain("A-001. Tên dự án đầu tư: Nhà máy <A> & B");
    expect(lines(docx)).toContain("A-003. Ngày cấp: 03/02/2025");
    expect(lines(docx)).toContain("A-006. Mã số thuế: ………………");
    expect(lines(docx)).toContain("Thiếu lao động.");
    const rows = rowsOf(nth(tables(docx.body), 1)).map((row) => cellsOf(row).map(textOf));
    expect(rows).toContainEqual(["", "Công ty Phú An", "10,50", "", "", "Triệu VNĐ"]);
    expect(rows).toContainEqual(["II", "Doanh thu thuần", "3,00", "", "x", "Triệu VNĐ"]);
  });
});

test("a list of entries is a numbered table, its figures at the right", async () => {
  const template: Template = {
    ...sample("A-III-1"),
    blocks: [
      {
        kind: "list",
        id: "l1",
        title: { vi: "Danh sách dự án" },
        columns: [
          { id: "ten", label: { vi: "Tên dự án" }, type: "text" },
          { id: "von", label: { vi: "Vốn" }, type: "number", decimals: 1 },
          { id: "ngay", label: { vi: "Ngày" }, type: "date" },
          { id: "loai", label: { vi: "Loại" }, type: "choice", choices: [{ value: "a", label: { vi: "Nhóm A" } }] },
        ],
      },
    ],
  };
  const entries = {
    l1: [
      { id: "p", label: "P" },
      { id: "q", label: "Q" },
    ],
  };
  const cells = { "l1@p.ten": "Cầu Ô Môn", "l1@p.von": 1234.5, "l1@p.ngay": "2026-01-02", "l1@p.loai": "a" };
  const docx = await printed(documentOf(template, { period: "2026-Q1", entries, cells }));
  expect(lines(docx)).toContain("Danh sách dự án");
  const table = nth(tables(docx.body), 1);
  expect(rowsOf(table).map((row) => cellsOf(row).map(textOf))).toEqual([
    ["STT", "Tên dự án", "Vốn", "Ngày", "Loại"],
    ["1", "Cầu Ô Môn", "1.234,5", "02/01/2026", "Nhóm A"],
    ["2", "", "", "", ""],
  ]);
  expect(cellsOf(nth(rowsOf(table), 1)).map((cell) => attribute(cell, "w:jc", "w:val"))).toEqual([
    "center",
    "left",
    "right",
    "left",
    "left",
  ]);
  expect(all(nth(rowsOf(table), 0), "w:tblHeader")).toHaveLength(1);
});

test("no two tables touch, or Word would join them, and a paragraph follows the last", async () => {
  for (const [name, period] of [
    ["KTXH-THANG", "2026-03"],
    ["BIEU-28-T", "2026-03"],
    ["A-III-1", "2026-Q1"],
    ["SXKD-THANG", "2026-03"],
  ] as const) {
    const { body } = await printed(documentOf(sample(name), { period }));
    const order = Array.from(body.childNodes, (node) => node.nodeName);
    for (const [i, element] of order.entries()) if (element === "w:tbl") expect(`${name} ${order[i + 1]}`).toBe(`${name} w:p`);
  }
});

describe("whatever people write", () => {
  const template = sample("KTXH-THANG");

  test("markup stays words, control characters are taken out, letters are composed", async () => {
    const hostile = '</w:t><script>alert("&amp;")</script> ]]> \u0001\u0008 Bie\u0302\u0309u \ud83d\ude00';
    const docx = await printed(
      documentOf(template, { ...ktxh, narrative: { n10: section(hostile) } }, { unit: "A & B <c>", addressees: ['"x" <y>'] }),
    );
    const text = lines(docx).join("\n");
    expect(text).toContain('</w:t><script>alert("&amp;")</script> ]]>  Biểu \ud83d\ude00./.');
    expect(text).toContain('Kính gửi: "x" <y>.');
    expect(text).toBe(text.normalize("NFC"));
    expect(textOf(nth(tables(docx.body), 0))).toContain("A & B <C>");
    const core = await docx.part("docProps/core.xml");
    expect(all(core, "dc:creator")[0]?.textContent).toBe("A & B <c>");
  });

  test("a report with nothing in it still prints", async () => {
    for (const [name, period] of [
      ["KTXH-THANG", "2026-01"],
      ["A-III-1", "2026-Q1"],
      ["BIEU-28-T", "2026-01"],
    ] as const) {
      const docx = await printed(
        documentOf(
          sample(name),
          { period },
          { signers: [], addressees: [], documentNumber: undefined, documentDate: undefined, parentUnit: undefined },
        ),
      );
      expect(tables(docx.body).length).toBeGreaterThan(2);
    }
  });

  test("the same report gives the same words, layout and properties", async () => {
    const [one, two] = await Promise.all([0, 1].map(async () => printed(documentOf(template, ktxh))));
    for (const path of ["word/document.xml", "word/styles.xml", "docProps/core.xml"]) {
      // Ids of relations are docx's own and differ.
      const words = async (docx: OpenDocx | undefined) => String(await docx?.part(path)).replace(/r:id="[^"]*"/g, "");
      expect(await words(one)).toBe(await words(two));
    }
  });
});

test("the file is a zip archive, as Word's are", async () => {
  const file = await reportDocument(documentOf(sample("06-VPCP-KSTT"), { period: "2026-Q1" }));
  expect(file.ok && [...file.value.slice(0, 2)]).toEqual([0x50, 0x4b]);
});

test("a report of more cells than a Word file can hold is refused with a reason", async () => {
  const template = sample("II06a-VPCP-KSTT");
  const units = Array.from({ length: 3100 }, (_, i) => ({ key: `U${i}`, name: `UBND xã ${i}` }));
  const file = await reportDocument(documentOf(template, { period: "2026-03", units }));
  expect(file.ok ? "written" : say(file.error, "vi")).toBe(
    "Báo cáo có 40.313 ô số liệu, quá 40.000 ô mà một tệp Word chứa được. Hãy chia thành nhiều biểu mẫu nhỏ hơn.",
  );
});
