/**
 * Written after what Excel 16 puts on the clipboard as text/html, for the head of Form 06/VPCP/KSTT (Circular 01/2020/TT-VPCP), cut to
 * four columns and one row: unquoted attributes, a conditional comment, void elements, merged cells.
 */
export const excelHead = `<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:x="urn:schemas-microsoft-com:office:excel"
xmlns="http://www.w3.org/TR/REC-html40">

<head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=ProgId content=Excel.Sheet>
<meta name=Generator content="Microsoft Excel 15">
<style>
<!--table
	{mso-displayed-decimal-separator:"\\,";
	mso-displayed-thousand-separator:"\\.";}
.xl65
	{text-align:center;
	border:.5pt solid windowtext;
	white-space:normal;}
-->
</style>
</head>

<body link="#0563C1" vlink="#954F72">

<table border=0 cellpadding=0 cellspacing=0 width=448 style='border-collapse:
 collapse;width:336pt'>
<!--StartFragment-->
 <col width=64 span=7 style='width:48pt'>
 <tr height=20 style='height:15.0pt'>
  <td rowspan=3 height=60 class=xl65 width=64 style='height:45.0pt;width:48pt'>STT</td>
  <td rowspan=3 class=xl65 width=64 style='width:48pt'>Lĩnh vực, công việc<br>
    giải quyết theo cấp</td>
  <td colspan=4 class=xl65 width=256 style='border-left:none;width:192pt'>Số hồ
  sơ nhận giải quyết</td>
  <td rowspan=3 class=xl65 width=64 style='width:48pt'>Số hồ sơ đã giải quyết</td>
 </tr>
 <tr height=20 style='height:15.0pt'>
  <td rowspan=2 height=40 class=xl65 style='height:30.0pt;border-top:none'>Tổng số</td>
  <td colspan=3 class=xl65 style='border-left:none'>Trong đó</td>
 </tr>
 <tr height=20 style='height:15.0pt'>
  <td height=20 class=xl65 style='height:15.0pt'>Trực tuyến</td>
  <td class=xl65>Trực tiếp, dịch vụ bưu chính</td>
  <td class=xl65>Số kỳ trước chuyển qua</td>
 </tr>
 <tr height=20 style='height:15.0pt'>
  <td height=20 class=xl65>(1)</td>
  <td class=xl65>(2)</td>
  <td class=xl65>(3)=(4)+(5)+(6)</td>
  <td class=xl65>(4)</td>
  <td class=xl65>(5)</td>
  <td class=xl65>(6)</td>
  <td class=xl65>(7)</td>
 </tr>
<!--EndFragment-->
</table>

</body>

</html>
`;

/** Written after what Word 16 copies, cut to what tells: paragraphs within cells, bold by elements, Office's own elements. */
export const wordTable = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body>
<!--StartFragment--><p class=MsoNormal>Biểu 1<o:p></o:p></p>
<table class=MsoTableGrid border=1><tr><td width=300 valign=top><p class=MsoNormal align=center><b><span lang=VI>Chỉ
tiêu<o:p></o:p></span></b></p></td><td width=120 valign=top><p class=MsoNormal><b><span>Đơn vị<br>tính</span></b></p></td></tr>
<tr><td><p class=MsoNormal><span>Diện tích</span></p><p class=MsoNormal><span>gieo&nbsp;trồng</span></p></td><td><p class=MsoNormal>ha</p></td></tr></table>
<!--EndFragment--></body></html>`;
