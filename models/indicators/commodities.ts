import { definePack } from "./definePack.ts";
import type { Theme, Unit, Words } from "./indicator.ts";
import { monthly } from "./rules.ts";

const shared = {
  decimals: 2,
  frequency: "M",
  measure: "level",
  basis: "period",
  adjustment: "none",
  sourceClass: "internet-and-market",
  subject: "commodity-prices",
  grade: "public",
  sharing: "unconditional",
  orientation: "two-sided",
} as const;

interface Good {
  name: Words;
  /** Grade and market of the quotation. */
  quote: Words;
  unit: Unit;
  range: readonly [number, number];
  themes?: readonly Theme[];
}

function pinkSheet<const C extends string>(code: C, good: Good) {
  return definePack(
    {
      ...shared,
      agency: "WB",
      sourceTable: { zh: "大宗商品价格月报（Pink Sheet）", en: "Commodity price data (the Pink Sheet)" },
      licence: "CC BY 4.0",
      themes: good.themes ?? ["macro"],
      update: monthly(3, "22:00"),
      unit: good.unit,
      range: good.range,
    } as const,
    [
      {
        id: `${code}.price`,
        name: { zh: `${good.name.zh}国际价格`, en: `${good.name.en}, international price` },
        short: { zh: `${good.name.zh}价格`, en: good.name.en },
        definition: {
          zh: `${good.quote.zh}的月平均价格，以现价美元计。`,
          en: `Monthly average price of ${good.quote.en}, in current US dollars.`,
        },
      },
    ] as const,
  );
}

const oil = definePack(
  {
    ...shared,
    agency: "EIA",
    unit: "usd-per-barrel",
    sourceTable: { zh: "原油现货价格", en: "Spot prices for crude oil" },
    licence: "Public domain (PDDL)",
    themes: ["macro", "carbon"],
    update: monthly(5, "23:00"),
    range: [-50, 500],
  } as const,
  [
    {
      id: "brent.price",
      name: { zh: "布伦特原油现货价格", en: "Brent crude oil, spot price" },
      short: { zh: "布伦特原油", en: "Brent" },
      definition: {
        zh: "欧洲布伦特原油离岸现货价格的月平均值，每桶美元。",
        en: "Monthly mean of the spot price of Brent crude, free on board, in dollars a barrel.",
      },
    },
    {
      id: "wti.price",
      name: { zh: "西得克萨斯中质原油现货价格", en: "West Texas Intermediate crude oil, spot price" },
      short: { zh: "WTI原油", en: "WTI" },
      definition: {
        zh: "美国库欣交割的西得克萨斯中质原油现货价格的月平均值，每桶美元。",
        en: "Monthly mean of the spot price of West Texas Intermediate at Cushing, in dollars a barrel.",
      },
    },
  ],
);

const w = (zh: string, en: string): Words => ({ zh, en });
const FARM = ["agriculture", "macro"] as const;

/** World prices of oil, metals, energy and farm goods. */
export const COMMODITIES = [
  ...oil,
  ...pinkSheet("copper", {
    name: w("铜", "Copper"),
    quote: w("伦敦金属交易所A级铜", "grade A copper on the London Metal Exchange"),
    unit: "usd-per-tonne",
    range: [0, 100_000],
  }),
  ...pinkSheet("aluminium", {
    name: w("铝", "Aluminium"),
    quote: w("伦敦金属交易所原铝", "primary aluminium on the London Metal Exchange"),
    unit: "usd-per-tonne",
    range: [0, 50_000],
  }),
  ...pinkSheet("iron-ore", {
    name: w("铁矿石", "Iron ore"),
    quote: w("中国港口到岸品位62%铁矿粉", "62 percent fines delivered at Chinese ports"),
    unit: "usd-per-dmtu",
    range: [0, 1_000],
    themes: ["macro"],
  }),
  ...pinkSheet("nickel", {
    name: w("镍", "Nickel"),
    quote: w("伦敦金属交易所镍", "nickel on the London Metal Exchange"),
    unit: "usd-per-tonne",
    range: [0, 200_000],
  }),
  ...pinkSheet("zinc", {
    name: w("锌", "Zinc"),
    quote: w("伦敦金属交易所特高级锌", "special high grade zinc on the London Metal Exchange"),
    unit: "usd-per-tonne",
    range: [0, 50_000],
  }),
  ...pinkSheet("gold", {
    name: w("黄金", "Gold"),
    quote: w("纯度99.5%黄金", "gold of 99.5 percent fineness"),
    unit: "usd-per-ounce",
    range: [0, 20_000],
  }),
  ...pinkSheet("coal-australia", {
    name: w("澳大利亚动力煤", "Australian thermal coal"),
    quote: w("纽卡斯尔港离岸动力煤", "thermal coal free on board at Newcastle"),
    unit: "usd-per-tonne",
    range: [0, 2_000],
    themes: ["macro", "carbon"],
  }),
  ...pinkSheet("natural-gas-lng-japan", {
    name: w("日本液化天然气", "Liquefied natural gas, Japan"),
    quote: w("日本进口液化天然气到岸价", "liquefied natural gas imported by Japan"),
    unit: "usd-per-mmbtu",
    range: [0, 200],
    themes: ["macro", "carbon"],
  }),
  ...pinkSheet("rice-thai", {
    name: w("泰国大米", "Thai rice"),
    quote: w("曼谷离岸破碎率5%白米", "white rice, 5 percent broken, at Bangkok"),
    unit: "usd-per-tonne",
    range: [0, 5_000],
    themes: FARM,
  }),
  ...pinkSheet("wheat", {
    name: w("小麦", "Wheat"),
    quote: w("美国硬红冬小麦", "US hard red winter wheat"),
    unit: "usd-per-tonne",
    range: [0, 5_000],
    themes: FARM,
  }),
  ...pinkSheet("maize", {
    name: w("玉米", "Maize"),
    quote: w("美国2号黄玉米", "US no. 2 yellow maize"),
    unit: "usd-per-tonne",
    range: [0, 5_000],
    themes: FARM,
  }),
  ...pinkSheet("soybeans", {
    name: w("大豆", "Soybeans"),
    quote: w("大豆主要口岸到岸价", "soybeans at the main ports of arrival"),
    unit: "usd-per-tonne",
    range: [0, 5_000],
    themes: FARM,
  }),
  ...pinkSheet("palm-oil", {
    name: w("棕榈油", "Palm oil"),
    quote: w("马来西亚棕榈油", "Malaysian palm oil"),
    unit: "usd-per-tonne",
    range: [0, 10_000],
    themes: FARM,
  }),
  ...pinkSheet("rubber", {
    name: w("天然橡胶", "Natural rubber"),
    quote: w("RSS3号烟胶片", "ribbed smoked sheet no. 3"),
    unit: "usd-per-kg",
    range: [0, 50],
    themes: FARM,
  }),
  ...pinkSheet("cotton", {
    name: w("棉花", "Cotton"),
    quote: w("棉花A指数", "cotton by the A Index"),
    unit: "usd-per-kg",
    range: [0, 50],
    themes: FARM,
  }),
  ...pinkSheet("sugar", {
    name: w("食糖", "Sugar"),
    quote: w("国际食糖协定原糖", "raw sugar on the world market"),
    unit: "usd-per-kg",
    range: [0, 20],
    themes: FARM,
  }),
];
