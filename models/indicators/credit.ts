import { definePack, OFFICIAL_CHINA } from "./definePack.ts";
import type { Words } from "./indicator.ts";
import { monthly } from "./rules.ts";

const shared = {
  unit: "hundred-million-yuan",
  decimals: 0,
  frequency: "M",
  measure: "flow",
  basis: "period",
  adjustment: "none",
  agency: "PBC",
  sourceTable: { zh: "社会融资规模增量", en: "Aggregate financing to the real economy, flow" },
  sourceClass: "official-statistics",
  licence: OFFICIAL_CHINA,
  themes: ["macro"],
  subject: "macro-governance",
  grade: "public",
  sharing: "unconditional",
  update: monthly(12, "16:00"),
  orientation: "neutral",
  range: [-30_000, 200_000],
} as const;

function part<const C extends string>(code: C, name: Words, short: Words, scope: Words, note?: Words) {
  return definePack(
    { ...shared, ...(note ? { notes: [{ text: note }] } : {}) } as const,
    [
      {
        id: `tsf.${code}`,
        name: { zh: `社会融资规模增量：${name.zh}`, en: `Aggregate financing, flow: ${name.en}` },
        short,
        definition: {
          zh: `一定时期内实体经济从金融体系获得的资金中${scope.zh}。`,
          en: `Of the funds the real economy took from the financial system in the month: ${scope.en}.`,
        },
        partOf: "tsf.flow",
      },
    ] as const,
  );
}

const whole = definePack(shared, [
  {
    id: "tsf.flow",
    name: { zh: "社会融资规模增量", en: "Aggregate financing to the real economy, flow" },
    short: { zh: "社会融资规模", en: "Aggregate financing" },
    definition: {
      zh: "当月实体经济（非金融企业和个人）从金融体系获得的资金净额。",
      en: "Net funds that non-financial enterprises and households took from the financial system in the month.",
    },
  },
  {
    id: "loans.new",
    name: { zh: "新增人民币贷款", en: "New renminbi loans" },
    short: { zh: "新增贷款", en: "New loans" },
    definition: {
      zh: "当月金融机构人民币各项贷款余额的净增加额；可为负。2020年以来本库所存与社会融资规模中的人民币贷款一致。",
      en: "Net increase in renminbi loans of financial institutions in the month; may be negative. Since 2020 the figures held here repeat the renminbi loans of aggregate financing.",
    },
    sourceTable: { zh: "金融机构人民币信贷收支", en: "Renminbi credit of financial institutions" },
  },
  {
    id: "deposits.level",
    name: { zh: "金融机构人民币存款余额", en: "Renminbi deposits of financial institutions, end of period" },
    short: { zh: "人民币存款余额", en: "Deposits" },
    definition: {
      zh: "月末金融机构吸收的人民币各项存款余额。",
      en: "Renminbi deposits held with financial institutions at month end.",
    },
    measure: "level",
    sourceTable: { zh: "金融机构人民币信贷收支", en: "Renminbi credit of financial institutions" },
    range: [0, 20_000_000],
  },
]);

const w = (zh: string, en: string): Words => ({ zh, en });

/** Aggregate financing and its parts, loans and deposits. */
export const CREDIT = [
  ...whole,
  ...part(
    "rmb-loans",
    w("人民币贷款", "renminbi loans"),
    w("社融：人民币贷款", "TSF: loans"),
    w("对实体经济发放的人民币贷款净增加额", "net new renminbi loans to the real economy"),
    w(
      "2022年6月来源误载另一月合计，此处按新增贷款表为30540亿元。",
      "June 2022 held another month's total in the source; it stands here at 30,540 after the new-credit table.",
    ),
  ),
  ...part(
    "fx-loans",
    w("外币贷款（折合人民币）", "foreign-currency loans in renminbi"),
    w("社融：外币贷款", "TSF: FX loans"),
    w("外币贷款净增加额折合人民币的部分", "net new foreign-currency loans, in renminbi"),
  ),
  ...part(
    "entrusted-loans",
    w("委托贷款", "entrusted loans"),
    w("社融：委托贷款", "TSF: entrusted loans"),
    w("委托贷款净增加额", "net new entrusted loans"),
  ),
  ...part(
    "trust-loans",
    w("信托贷款", "trust loans"),
    w("社融：信托贷款", "TSF: trust loans"),
    w("信托贷款净增加额", "net new trust loans"),
  ),
  ...part(
    "bank-acceptances",
    w("未贴现银行承兑汇票", "undiscounted bankers' acceptances"),
    w("社融：未贴现汇票", "TSF: acceptances"),
    w("未贴现的银行承兑汇票净增加额", "net new undiscounted bankers' acceptances"),
  ),
  ...part(
    "corporate-bonds",
    w("企业债券融资", "corporate bonds"),
    w("社融：企业债券", "TSF: bonds"),
    w("非金融企业债券净融资额", "net bonds issued by non-financial enterprises"),
    w("2016年5月与6月同为−250亿元，来源如此。", "Minus 250 in both May and June 2016, as in the source."),
  ),
  ...part(
    "equity",
    w("非金融企业境内股票融资", "domestic equity of non-financial enterprises"),
    w("社融：股票融资", "TSF: equity"),
    w("非金融企业境内股票融资额", "shares issued at home by non-financial enterprises"),
  ),
];
