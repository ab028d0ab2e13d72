import { gzipSync } from "node:zlib";
import { writeXlsx } from "hucre/xlsx";

const HEADER = "indicator,region,period,value,status,reason,vintage,vintage_basis";
const GOOD = "cpi.yoy,CHN,2025-01,0.5,,,2025-02-09,document";
const text = (...lines: string[]): Uint8Array => new TextEncoder().encode(`${lines.join("\n")}\n`);
const withRow = (row: string): Uint8Array => text(HEADER, GOOD, row);

/** Documents as they really arrive when something went wrong, and as someone with bad intentions would send them. */
export async function badDocuments(): Promise<[name: string, bytes: Uint8Array][]> {
  const sheet = (rows: (string | number | null)[][]): Promise<Uint8Array> =>
    writeXlsx({ sheets: [{ name: "数据", rows }] });
  return [
    ["nothing at all", new Uint8Array(0)],
    ["a byte-order mark and nothing else", Uint8Array.of(0xef, 0xbb, 0xbf)],
    ["only a header", text(HEADER)],
    ["a header of other columns", text("日期,数值", "2025-01,0.5")],
    ["a column missing", text("indicator,period,value,vintage", "cpi.yoy,2025-01,0.5,2025-02-09")],
    ["a column twice", text("指标,指标代码,地区,时期,数值,发布日", "a,b,c,d,e,f")],
    ["a PDF called .csv", text("%PDF-1.7", "1 0 obj")],
    ["a compressed table called .csv", gzipSync(text(HEADER, GOOD))],
    ["a program called .csv", new Uint8Array(100_000).fill(0x90, 4096, 8192)],
    ["an old workbook", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)],
    ["a torn workbook", (await sheet([["指标"], ["cpi.yoy"]])).subarray(0, 400)],
    ["a workbook without the table", await sheet([["说明"], ["本表由统计处填报"]])],
    ["neither UTF-8 nor GBK", Uint8Array.from([...text(HEADER), 0xff, 0x80, 0xff, 0x0a])],
    ["a web page", text("<!doctype html>", "<html><body>请登录</body></html>")],
    ["an indicator mistyped", withRow("cpi.yyo,CHN,2025-02,-0.7,,,2025-03-09,")],
    ["a region of no code", withRow("cpi.yoy,11000,2025-02,-0.7,,,2025-03-09,")],
    ["a month thirteen", withRow("cpi.yoy,CHN,2025-13,-0.7,,,2025-03-09,")],
    ["a quarter for a monthly indicator", withRow("cpi.yoy,CHN,2025-Q1,-0.7,,,2025-04-09,")],
    ["a month for a running total", withRow("fai.ytd,CHN,2025-03,103174,,,2025-04-16,")],
    ["a period that is not over", withRow("cpi.yoy,CHN,2026-06,0.1,,,2026-06-15,")],
    ["a release day in the future", withRow("cpi.yoy,CHN,2026-05,0.1,,,2027-06-09,")],
    ["a release day nobody can read", withRow("cpi.yoy,CHN,2025-02,-0.7,,,9 March,")],
    ["a figure that is no number", withRow("cpi.yoy,CHN,2025-02,NaN,,,2025-03-09,")],
    ["a figure with a percent sign", withRow("cpi.yoy,CHN,2025-02,-0.7%,,,2025-03-09,")],
    ["an index where a growth rate belongs", withRow("cpi.mom,CHN,2025-02,99.8,,,2025-03-09,")],
    ["万元 instead of 亿元", withRow("retail.value,CHN,2025-03,409400000,,,2025-04-16,")],
    ["a gap without a reason", withRow("cpi.yoy,CHN,2025-02,,missing,,2025-03-09,")],
    ["a thousands comma without quotes", withRow("fai.ytd,CHN,2025-01/P3M,103,174,,,2025-04-16,document")],
    ["a quote that never closes", withRow('"cpi.yoy,CHN,2025-02,-0.7,,,2025-03-09,')],
    ["one figure told twice, differently", text(HEADER, GOOD, GOOD.replace("0.5", "0.6"))],
    ["a spreadsheet formula", withRow('cpi.yoy,CHN,2025-02,"=HYPERLINK(""http://x"",""y"")",,,2025-03-09,')],
    ["a command for a spreadsheet", withRow("=cmd|' /C calc'!A0,CHN,2025-02,-0.7,,,2025-03-09,")],
    ["a piece of SQL", withRow("'); DROP TABLE observations; --,CHN,2025-02,-0.7,,,2025-03-09,")],
    ["a NUL in a code", withRow("cpi\u0000.yoy,CHN,2025-02,-0.7,,,2025-03-09,")],
    ["text that runs from right to left", withRow("cpi.\u202Eyoy,CHN,2025-02,-0.7,,,2025-03-09,")],
    ["a cell of a megabyte", withRow(`cpi.yoy,${"x".repeat(1 << 19)},2025-02,-0.7,,,2025-03-09,`)],
    ["a line of two megabytes", withRow(`cpi.yoy,${"x".repeat(1 << 21)},2025-02,-0.7,,,2025-03-09,`)],
  ];
}
