import type { FansView } from "../../../server/routers/views.ts";
import { Card } from "../../parts/Card.tsx";
import { Link } from "../../route/Link.tsx";
import { forecastWords } from "../../words/forecast.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import { isTarget } from "./isTarget.ts";
import type { Target } from "./search.ts";

type Fan = FansView["fans"][number];

/** What is left of the last row of two or three places. */
function widthAfter(count: number): string {
  const three = ["xl:col-span-3", "xl:col-span-2", "xl:col-span-1"][count % 3]!;
  return `${count % 2 === 0 ? "md:col-span-2" : "md:col-span-1"} ${three}`;
}

/** The figures that no model may speak of, each with its reason. */
export function NoForecasts({ fans, count }: { fans: readonly Fan[]; count: number }) {
  const w = useWords(forecastWords);
  const lang = useLang();
  if (fans.length === 0) return null;
  return (
    <Card
      className={widthAfter(count)}
      title={w.fans.none(fans.length)}
      subtitle={w.fans.noneSubtitle}
      tools={false}
    >
      <ul>
        {fans.map((fan) => (
          <li key={fan.indicator} className="border-t border-line py-2 text-[.87rem] first:border-0">
            <Link
              to="/indicator/$id"
              params={{ id: fan.indicator }}
              className="link inline-block py-0.5 font-semibold"
            >
              {fan.name[lang]}
            </Link>
            <p className="text-ink2">
              {fan.why?.[lang]} {isTarget(fan.indicator) && <NowcastOf target={fan.indicator} />}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** What no model may say so far ahead may still be told of the period under way. */
function NowcastOf({ target }: { target: Target }) {
  const w = useWords(forecastWords).fans;
  return (
    <>
      {w.nowcast}{" "}
      <Link to="/forecast" search={{ target }} className="link inline-block py-0.5">
        {w.nowcastOf} →
      </Link>
    </>
  );
}
