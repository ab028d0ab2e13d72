import type { Region } from "./region.ts";

const province = (code: string, zh: string, en: string, shortZh: string, shortEn = en): Region => ({
  code,
  name: { zh, en },
  short: { zh: shortZh, en: shortEn },
  kind: "province",
  parent: "CHN",
});

const country = (code: string, zh: string, en: string, shortZh = zh, shortEn = en): Region => ({
  code,
  name: { zh, en },
  short: { zh: shortZh, en: shortEn },
  kind: "country",
  parent: "WLD",
});

/** The 34 provincial divisions of GB/T 2260, in the order of their codes. */
const PROVINCES: readonly Region[] = [
  province("110000", "北京市", "Beijing", "北京"),
  province("120000", "天津市", "Tianjin", "天津"),
  province("130000", "河北省", "Hebei", "河北"),
  province("140000", "山西省", "Shanxi", "山西"),
  province("150000", "内蒙古自治区", "Inner Mongolia", "内蒙古"),
  province("210000", "辽宁省", "Liaoning", "辽宁"),
  province("220000", "吉林省", "Jilin", "吉林"),
  province("230000", "黑龙江省", "Heilongjiang", "黑龙江"),
  province("310000", "上海市", "Shanghai", "上海"),
  province("320000", "江苏省", "Jiangsu", "江苏"),
  province("330000", "浙江省", "Zhejiang", "浙江"),
  province("340000", "安徽省", "Anhui", "安徽"),
  province("350000", "福建省", "Fujian", "福建"),
  province("360000", "江西省", "Jiangxi", "江西"),
  province("370000", "山东省", "Shandong", "山东"),
  province("410000", "河南省", "Henan", "河南"),
  province("420000", "湖北省", "Hubei", "湖北"),
  province("430000", "湖南省", "Hunan", "湖南"),
  province("440000", "广东省", "Guangdong", "广东"),
  province("450000", "广西壮族自治区", "Guangxi", "广西"),
  province("460000", "海南省", "Hainan", "海南"),
  province("500000", "重庆市", "Chongqing", "重庆"),
  province("510000", "四川省", "Sichuan", "四川"),
  province("520000", "贵州省", "Guizhou", "贵州"),
  province("530000", "云南省", "Yunnan", "云南"),
  province("540000", "西藏自治区", "Tibet (Xizang)", "西藏", "Tibet"),
  province("610000", "陕西省", "Shaanxi", "陕西"),
  province("620000", "甘肃省", "Gansu", "甘肃"),
  province("630000", "青海省", "Qinghai", "青海"),
  province("640000", "宁夏回族自治区", "Ningxia", "宁夏"),
  province("650000", "新疆维吾尔自治区", "Xinjiang", "新疆"),
  province("710000", "台湾省", "Taiwan", "台湾"),
  province("810000", "香港特别行政区", "Hong Kong SAR", "香港", "Hong Kong"),
  province("820000", "澳门特别行政区", "Macao SAR", "澳门", "Macao"),
];

/** Every region a figure may belong to. */
export const REGIONS: readonly Region[] = [
  {
    code: "WLD",
    name: { zh: "世界", en: "World" },
    short: { zh: "世界", en: "World" },
    kind: "world",
    parent: null,
  },
  country("CHN", "中华人民共和国", "China", "全国", "China"),
  country("USA", "美国", "United States", "美国", "US"),
  country("JPN", "日本", "Japan"),
  country("DEU", "德国", "Germany"),
  country("FRA", "法国", "France"),
  country("GBR", "英国", "United Kingdom", "英国", "UK"),
  country("IND", "印度", "India"),
  country("BRA", "巴西", "Brazil"),
  country("KOR", "韩国", "Republic of Korea", "韩国", "Korea"),
  country("RUS", "俄罗斯", "Russian Federation", "俄罗斯", "Russia"),
  ...PROVINCES,
];

const byCode: ReadonlyMap<string, Region> = new Map(REGIONS.map((r) => [r.code, r]));

/** The region of a code; null for a code outside the catalogue. */
export function regionByCode(code: string): Region | null {
  return byCode.get(code) ?? null;
}

/** The 31 provincial divisions of the mainland, for which the national bureau publishes regional accounts. */
export const MAINLAND_PROVINCES: readonly string[] = PROVINCES.map((p) => p.code).filter((c) => c < "700000");
