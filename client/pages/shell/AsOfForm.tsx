import { type FormEvent, useState } from "react";
import { addDays, type IsoDate } from "../../../models/series/date.ts";
import { Button } from "../../parts/Button.tsx";
import { Field } from "../../parts/Field.tsx";
import { shellWords } from "../../words/shell.ts";
import { useWords } from "../../words/useWords.ts";

export interface AsOfFormProps {
  base: IsoDate | undefined;
  asof: IsoDate | undefined;
  onChoose(day: IsoDate | undefined): void;
}

export function AsOfForm({ base, asof, onChoose }: AsOfFormProps) {
  const w = useWords(shellWords);
  const [day, setDay] = useState(asof ?? base ?? "");
  const tooLate = base !== undefined && day > base;
  const presets: [string, IsoDate][] = [
    ...(base === undefined
      ? []
      : ([
          [w.asOf.presets.month, addDays(base, -30)],
          [w.asOf.presets.quarter, addDays(base, -91)],
          [w.asOf.presets.year, addDays(base, -365)],
        ] as [string, IsoDate][])),
    [w.asOf.presets.high, "2021-10-31"],
    [w.asOf.presets.covid, "2020-03-31"],
  ];
  const submit = (e: FormEvent) => {
    e.preventDefault();
    if (day !== "" && !tooLate) onChoose(day);
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-3">
      <p className="text-[.88rem] text-ink2">{w.asOf.explain}</p>
      <Field
        label={w.asOf.date}
        type="date"
        value={day}
        min="2000-01-01"
        max={base}
        required
        onChange={(e) => setDay(e.target.value)}
        error={tooLate ? w.asOf.tooLate(base) : null}
        hint={base === undefined ? undefined : w.asOf.today(base)}
      />
      <div className="flex flex-wrap gap-1.5">
        {presets.map(([name, date]) => (
          <Button key={date} onClick={() => onChoose(date)}>
            {name}
          </Button>
        ))}
      </div>
      <div className="flex gap-2">
        <Button type="submit" variant="primary" disabled={day === "" || tooLate}>
          {w.asOf.apply}
        </Button>
        {asof !== undefined && <Button onClick={() => onChoose(undefined)}>{w.asOf.back}</Button>}
      </div>
    </form>
  );
}
