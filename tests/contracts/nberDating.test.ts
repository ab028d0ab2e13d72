import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { bryBoschan } from "../../models/cycle/bryBoschan.ts";
import { conferenceBoardIndex } from "../../models/cycle/conferenceBoardIndex.ts";
import { MONTHLY } from "../../models/cycle/turningPointRules.ts";

const FOLDER = join(import.meta.dirname, "../../../shared/data/fred-md");
const there = existsSync(FOLDER);
if (!there) console.log(`NBER dating skipped: the history of FRED-MD is not at ${FOLDER}`);

/** Employment, real income less transfers, industrial production, real sales: The Conference Board's coincident four. */
const COINCIDENT = ["PAYEMS", "W875RX1", "INDPRO", "CMRMTSPLx"];

/** NBER, US Business Cycle Expansions and Contractions; peaks and troughs by month since the history begins. */
const NBER = {
  peak: ["1960-04", "1969-12", "1973-11", "1980-01", "1981-07", "1990-07", "2001-03", "2007-12", "2020-02"],
  trough: ["1961-02", "1970-11", "1975-03", "1980-07", "1982-11", "1991-03", "2001-11", "2009-06", "2020-04"],
};

const monthOf = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5)) - 1;

const FIRST = monthOf("1959-01");
/** Changes up to December 2019. */
const BEFORE_2020 = monthOf("2019-12") - FIRST;

type Kind = keyof typeof NBER;
interface Compared {
  kind: Kind;
  date: string;
  /** Months by which the index turns after the NBER's date. */
  off: number;
}

/** The index of one vintage dated, and each turn of the NBER beside the nearest of its kind. */
function compare(vintage: string, through: string, weighedUntil?: number) {
  const text = gunzipSync(readFileSync(join(FOLDER, `fred-md_${vintage}.csv.gz`))).toString("utf8");
  const [head = "", , ...rows] = text.trim().split("\n");
  const names = head.trim().split(",");
  const cells = rows.map((row) => row.trim().split(",")).filter((row) => row[0]);
  const columns = COINCIDENT.map((name) =>
    Float64Array.from(cells, (row) => Number(row[names.indexOf(name)] || Number.NaN)),
  );
  const { index } = conferenceBoardIndex(
    columns,
    weighedUntil === undefined ? {} : { standardisation: [0, weighedUntil] },
  );
  // Output fell for two months only in 2020: a change beyond 2 percent in a month may end a phase sooner.
  const rules = { ...MONTHLY, amplitudeOverride: 0.02 };
  const { turns } = bryBoschan(index.map(Math.log), { rules });
  const compared = (["peak", "trough"] as const).flatMap((kind) => {
    const found = turns.filter((turn) => turn.kind === kind).map((turn) => FIRST + turn.at);
    return NBER[kind]
      .filter((date) => date <= through)
      .map((date): Compared => {
        const offs = found.map((at) => at - monthOf(date));
        return { kind, date, off: offs.reduce((a, b) => (Math.abs(b) < Math.abs(a) ? b : a)) };
      });
  });
  return { turns, compared };
}

const beyondThree = (compared: readonly Compared[]): Compared[] =>
  compared.filter(({ off }) => Math.abs(off) > 3);

describe.skipIf(!there)("the coincident index of the United States against the NBER's dates", () => {
  test("all eighteen turns within three months, none beside them, with weights from before the pandemic", () => {
    const { turns, compared } = compare("2025-09", "2025-08", BEFORE_2020);
    expect(compared).toHaveLength(18);
    expect(beyondThree(compared)).toEqual([]);
    expect(turns).toHaveLength(18);
  });

  test("as it was known in October 2019: all sixteen turns within three months, none beside them", () => {
    const { turns, compared } = compare("2019-10", "2019-09");
    expect(compared).toHaveLength(16);
    expect(beyondThree(compared)).toEqual([]);
    expect(turns).toHaveLength(16);
  });

  // Employment of 2020 widens the spread of its changes: its factor falls from 0.54 to 0.33.
  test("weights that take the pandemic in put the peak of 2001 six months early, and only that", () => {
    const { turns, compared } = compare("2025-09", "2025-08");
    expect(beyondThree(compared)).toEqual([{ kind: "peak", date: "2001-03", off: -6 }]);
    expect(turns).toHaveLength(18);
  });
});
