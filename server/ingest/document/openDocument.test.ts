import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { faultWords } from "./documentFault.ts";
import { hashDocument } from "./hashDocument.ts";
import { type Opening, openDocument } from "./openDocument.ts";

let scratch = "";
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), "guanlan-open-"));
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
/** 指标,地区,时期,数值,发布日 in GBK. */
const GBK_HEADER = Uint8Array.from([
  0xd6, 0xb8, 0xb1, 0xea, 0x2c, 0xb5, 0xd8, 0xc7, 0xf8, 0x2c, 0xca, 0xb1, 0xc6, 0xda, 0x2c, 0xca, 0xfd, 0xd6,
  0xb5, 0x2c, 0xb7, 0xa2, 0xb2, 0xbc, 0xc8, 0xd5, 0x0a,
]);
const ROW = "cpi.yoy,CHN,2026-03,1.2,2026-04-09\n";

const open = (bytes: Uint8Array): Promise<Opening> => openDocument({ kind: "bytes", bytes }, null, scratch);

function textOf(opening: Opening): string {
  if (opening.kind === "fault") throw new Error(faultWords(opening.fault).en);
  const { text } = opening.document;
  return text.kind === "bytes" ? new TextDecoder().decode(text.bytes) : readFileSync(text.path, "utf8");
}

describe("a document is known by its bytes, not by its name", () => {
  it.each([
    ["UTF-8", utf8(`indicator,region,period,value,vintage\n${ROW}`), "utf-8"],
    ["UTF-8 with a mark and Chinese headers", utf8(`\uFEFF指标,地区,时期,数值,发布日\n${ROW}`), "utf-8"],
    ["GBK", Buffer.concat([GBK_HEADER, utf8(ROW)]), "gb18030"],
    [
      "UTF-16 as Excel saves “Unicode text”",
      Buffer.from(`\uFEFF指标\t地区\t时期\t数值\t发布日\n${ROW.replaceAll(",", "\t")}`, "utf16le"),
      "utf-16le",
    ],
    [
      "a title above the header",
      utf8(`全国主要指标\n\n指标;地区;时期;数值;发布日\n${ROW.replaceAll(",", ";")}`),
      "utf-8",
    ],
  ])("%s", async (_, bytes, encoding) => {
    const opening = await open(bytes);
    expect(opening).toMatchObject({ kind: "opened", document: { encoding } });
    expect(textOf(opening)).toContain("cpi.yoy");
  });

  it("GBK in a file is rewritten beside it, the hash stays that of the document as delivered", async () => {
    const path = join(scratch, "gbk.csv");
    const bytes = Buffer.concat([GBK_HEADER, utf8(ROW)]);
    writeFileSync(path, bytes);
    const fromFile = await openDocument({ kind: "file", path, size: bytes.length }, null, scratch);
    const fromMemory = await open(bytes);
    expect(hashDocument({ kind: "file", path, size: bytes.length })).toBe(
      hashDocument({ kind: "bytes", bytes }),
    );
    expect(textOf(fromFile)).toBe(textOf(fromMemory));
  });

  it("a workbook's typed dates and percentages are read as a person sees them", async () => {
    const bytes = await writeXlsx({
      sheets: [
        { name: "说明", rows: [["本表由统计处填报"]] },
        {
          name: "数据",
          columns: [{}, {}, { numFmt: "yyyy-mm" }, { numFmt: "0.0%" }, { numFmt: "yyyy-mm-dd" }],
          rows: [
            ["指标", "地区", "时期", "数值", "发布日"],
            ["cpi.yoy", 110000, new Date(Date.UTC(2026, 2, 1)), 0.012, new Date(Date.UTC(2026, 3, 9))],
          ],
        },
      ],
    });
    expect(textOf(await open(bytes))).toContain("cpi.yoy,110000,2026-03,1.2,2026-04-09");
  });
});

describe("a document that cannot be read says what it is and what was needed", () => {
  it.each([
    ["an empty file", new Uint8Array(0), "empty", "empty"],
    ["blank lines only", utf8("\n\n\n"), "empty", "empty"],
    ["a header and nothing else", utf8("indicator,region,period,value,vintage\n"), "no-rows", "no rows"],
    ["a PDF renamed .csv", utf8("%PDF-1.7\n1 0 obj"), "not-a-table", "PDF"],
    ["a picture renamed .csv", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10]), "not-a-table", "PNG"],
    ["a program", new Uint8Array(4096), "not-a-table", "binary"],
    ["an old workbook", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), "not-a-table", ".xls"],
    [
      "a zip that is no workbook",
      Uint8Array.from([0x50, 0x4b, 3, 4, 1, 2, 3, 4]),
      "broken-sheet",
      "cannot be opened",
    ],
    [
      "neither UTF-8 nor GBK",
      Uint8Array.from([0xff, 0x80, 0xff, 0x2c, 0x0a, 0x80, 0xff]),
      "encoding",
      "UTF-8",
    ],
    [
      "a missing column",
      utf8("indicator,period,value,vintage\ncpi.yoy,2026-03,1.2,2026-04-09\n"),
      "missing-column",
      "region",
    ],
    ["a column twice", utf8("指标,地区,时期,数值,指标值,发布日\n1,2,3,4,5,6\n"), "repeated-column", "value"],
    ["a web page", utf8("<!doctype html>\n<html><body>404</body></html>\n"), "missing-column", "indicator"],
  ])("%s", async (_, bytes, id, says) => {
    const opening = await open(bytes);
    if (opening.kind !== "fault") throw new Error("it was opened");
    expect(opening.fault.id).toBe(id);
    const words = faultWords(opening.fault);
    expect(words.en).toContain(says);
    expect(words.zh).not.toMatch(/\{found\}|\{needed\}/);
  });
});
