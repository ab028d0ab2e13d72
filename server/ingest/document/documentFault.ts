import { AppError } from "../../../models/errors.ts";
import type { Words } from "../../../models/indicators/indicator.ts";

/** Why a whole document cannot be read. {found} and {needed} are filled in. */
export const DOCUMENT_FAULTS = {
  empty: {
    zh: "文件为空（{found}）；需要表头与至少一行数据",
    en: "the document is empty ({found}); needed is a header and at least one row of data",
  },
  "no-rows": {
    zh: "文件只有表头，没有数据行（{found}）；需要至少一行数据",
    en: "the document has a header and no rows ({found}); needed is at least one row of data",
  },
  "not-a-table": {
    zh: "文件内容是 {found}，不是表格文本；需要：{needed}",
    en: "the document is {found}, not a table; needed: {needed}",
  },
  encoding: {
    zh: "文字编码无法识别：{found}；需要：{needed}",
    en: "the text encoding cannot be told: {found}; needed: {needed}",
  },
  "missing-column": {
    zh: "表头为“{found}”，缺少列：{needed}",
    en: 'the header is "{found}"; columns missing from it: {needed}',
  },
  "repeated-column": {
    zh: "表头中“{found}”列出现了两次；需要每列一次",
    en: 'the header has column "{found}" twice; needed is each column once',
  },
  "too-big": {
    zh: "文件过大：{found}；上限：{needed}，请拆分后再报送",
    en: "the document is too big: {found}; the most is {needed}, deliver it in parts",
  },
  "broken-sheet": {
    zh: "Excel 文件无法打开：{found}；需要：{needed}",
    en: "the workbook cannot be opened: {found}; needed: {needed}",
  },
  "nothing-usable": {
    zh: "共 {found} 行，没有一行可以入库；需要至少一行可用，主要原因：{needed}",
    en: "not one of {found} row(s) can be taken; needed is at least one, the main reasons: {needed}",
  },
} as const satisfies Record<string, Words>;

export interface DocumentFault {
  id: keyof typeof DOCUMENT_FAULTS;
  found: string;
  needed: string;
}

const fill = (words: string, fault: DocumentFault): string =>
  words.replace("{found}", () => fault.found).replace("{needed}", () => fault.needed);

/** The fault as a sentence in both languages. */
export function faultWords(fault: DocumentFault): Words {
  const words = DOCUMENT_FAULTS[fault.id];
  return { zh: fill(words.zh, fault), en: fill(words.en, fault) };
}

/** The fault as one message for receipts: the Chinese sentence, a line break, the English one. */
export function faultMessage(fault: DocumentFault): string {
  const { zh, en } = faultWords(fault);
  return `${zh}\n${en}`;
}

/** The fault as what stops the work. */
export class DocumentError extends AppError {
  readonly fault: DocumentFault;
  constructor(fault: DocumentFault) {
    super(fault.id === "too-big" ? "limit-exceeded" : "invalid-input", faultMessage(fault));
    this.name = "DocumentError";
    this.fault = fault;
  }
}
