import { NO_REASON } from "../../../db/clickhouse/encodeObservations.ts";
import type { EpochDay } from "../../../models/series/date.ts";
import { STATUSES, VINTAGE_BASES } from "../../../models/series/observation.ts";
import { brokenLine } from "../gate/brokenLine.ts";
import { checkRows } from "../gate/checkRows.ts";
import { malformedNumber } from "../gate/malformedNumber.ts";
import { malformedPeriod } from "../gate/malformedPeriod.ts";
import { malformedVintage } from "../gate/malformedVintage.ts";
import { Refusals } from "../gate/refusals.ts";
import type { GateContext, ReadRule } from "../gate/rule.ts";
import { unknownIndicator } from "../gate/unknownIndicator.ts";
import { unknownRegion } from "../gate/unknownRegion.ts";
import { unknownWord } from "../gate/unknownWord.ts";
import { dropRefused, type RowBatch, rowBatch, widened } from "../rowBatch.ts";
import { ByteMemo } from "./byteMemo.ts";
import { cellText } from "./cellText.ts";
import { LineCells } from "./lineCells.ts";
import { normaliseText } from "./normaliseText.ts";
import { plainNumber } from "./plainNumber.ts";
import { readDate } from "./readDate.ts";
import type { HeaderPlaces, TidyColumn } from "./readHeader.ts";
import { readNumber } from "./readNumber.ts";
import { readPeriod } from "./readPeriod.ts";
import { readBasis, readReason, readStatus } from "./readWords.ts";

/** How a table is laid out: found once per document, told to every thread. */
export interface TidyLayout {
  /** Byte that parts cells: comma, semicolon or tab. */
  delimiter: number;
  places: HeaderPlaces;
  /** Cells of the header row. */
  width: number;
  /** The document's own release day, for tables without that column; else null. */
  vintage: EpochDay | null;
}

export interface BlockReading {
  batch: RowBatch;
  /** Lines that begin in the block, blank ones too. */
  lines: number;
  /** Rows that are not blank: kept + refused. */
  read: number;
  refusals: Refusals;
}

/** A longer line holds no figure: it is refused without being taken apart. */
export const LONGEST_LINE = 1 << 20;
const MISSING = STATUSES.indexOf("missing");
const NORMAL = STATUSES.indexOf("normal");
const DOCUMENT = VINTAGE_BASES.indexOf("document");
const BAD = -2;
const BLANK = -1;
/** Days no calendar of ours reaches: a vintage cell that is blank, one that cannot be read. */
const BLANK_DAY = -10_000_000;
const BAD_DAY = -10_000_001;
const NO_SPAN = { start: 0, end: -1 };

/**
 * Reads tidy tables from their bytes (UTF-8) into columns, and asks the row rules of the gate. Every cell
 * but the figure is looked up by its bytes, so that each distinct text is read once by the rules of
 * read/*.ts; the figure has a direct path for plain decimals and the same rules for everything else.
 */
export class TidyReader {
  readonly #layout: TidyLayout;
  readonly #context: GateContext;
  readonly #cells = new LineCells();
  readonly #indicator: ByteMemo<number>;
  readonly #region: ByteMemo<number>;
  readonly #period = new ByteMemo((b, from, to) => readPeriod(cellText(b, from, to)) ?? NO_SPAN);
  readonly #status = new ByteMemo((b, from, to) => code(readStatus(cellText(b, from, to))));
  readonly #reason = new ByteMemo((b, from, to) => code(readReason(cellText(b, from, to))));
  readonly #basis = new ByteMemo((b, from, to) => code(readBasis(cellText(b, from, to))));
  readonly #vintage = new ByteMemo((b, from, to) => {
    const text = cellText(b, from, to);
    return readDate(text) ?? (text.trim() === "" ? BLANK_DAY : BAD_DAY);
  });

  /** What the cells of the last row meant; columns a table does not have stay blank. */
  readonly #meanings = {
    indicator: -1,
    region: -1,
    span: NO_SPAN,
    vintage: BLANK_DAY,
    status: BLANK,
    reason: BLANK,
    basis: BLANK,
  };
  /** Whether the line above was read to its end, so that `#meanings` are those of its cells. */
  #complete = false;

  constructor(layout: TidyLayout, context: GateContext) {
    this.#layout = layout;
    this.#context = context;
    const { indicatorPlaces, regionPlaces } = context.catalogue;
    this.#indicator = new ByteMemo((b, from, to) => placeOf(indicatorPlaces, cellText(b, from, to)));
    this.#region = new ByteMemo((b, from, to) => placeOf(regionPlaces, cellText(b, from, to)));
  }

  /** Reads the lines in `bytes[from, to)`; `from` is the start of a line, `to` the end of one or of the file. */
  block(bytes: Uint8Array, from: number, to: number, keep?: number): BlockReading {
    const { delimiter, width } = this.#layout;
    const cells = this.#cells;
    const refusals = new Refusals(keep);
    let batch = rowBatch(likelyLines(bytes, from, to));
    let offsets = new Uint32Array(batch.value.length);
    this.#complete = false;
    cells.forget();
    let lines = 0;
    let read = 0;
    for (let at = from; at < to; at = cells.lineEnd + 1) {
      lines++;
      const broken = cells.split(bytes, at, to, delimiter, width);
      if (cells.blank) {
        this.#complete = false;
        continue;
      }
      read++;
      if (batch.rows === offsets.length) {
        batch = widened(batch);
        const wider = new Uint32Array(batch.value.length);
        wider.set(offsets);
        offsets = wider;
      }
      offsets[batch.rows] = at;
      batch.line[batch.rows] = lines;
      const length = cells.lineEnd - at;
      if (broken !== null || length > LONGEST_LINE)
        refuseLine(refusals, lines, length > LONGEST_LINE ? "long" : broken!, length, cells.count, width);
      this.#complete = broken === null && length <= LONGEST_LINE && this.#row(bytes, batch, refusals);
      if (this.#complete) batch.rows++;
    }
    const refused = checkRows(batch, this.#context, (rule, row, needed) =>
      refusals.add(
        rule,
        { line: batch.line[row]!, column: rule.column },
        () => this.#foundAt(bytes, offsets[row]!, to, rule.column),
        needed,
      ),
    );
    dropRefused(batch, refused);
    return { batch, lines, read, refusals };
  }

  /** Reads the line in `cells` into the next free row; false when it is refused. */
  #row(bytes: Uint8Array, batch: RowBatch, refusals: Refusals): boolean {
    const { places } = this.#layout;
    const row = batch.rows;
    const line = batch.line[row]!;

    const known = this.#meanings;
    if (this.#changed(places.indicator))
      known.indicator = this.#look(this.#indicator, bytes, places.indicator);
    if (known.indicator < 0) return this.#refuse(refusals, line, unknownIndicator, "indicator", bytes);
    if (this.#changed(places.region)) known.region = this.#look(this.#region, bytes, places.region);
    if (known.region < 0) return this.#refuse(refusals, line, unknownRegion, "region", bytes);
    if (this.#changed(places.period)) known.span = this.#look(this.#period, bytes, places.period);
    if (known.span === NO_SPAN) return this.#refuse(refusals, line, malformedPeriod, "period", bytes);

    const from = this.#cells.start[places.value]!;
    const to = this.#cells.end[places.value]!;
    let value: number | null | undefined = plainNumber(bytes, from, to);
    if (Number.isNaN(value)) value = readNumber(cellText(bytes, from, to));
    if (value === undefined) return this.#refuse(refusals, line, malformedNumber, "value", bytes);

    if (this.#changed(places.vintage)) known.vintage = this.#look(this.#vintage, bytes, places.vintage);
    const vintage = known.vintage === BLANK_DAY ? (this.#layout.vintage ?? BLANK_DAY) : known.vintage;
    if (vintage === BAD_DAY || vintage === BLANK_DAY)
      return this.#refuse(refusals, line, malformedVintage, "vintage", bytes);

    if (this.#changed(places.status)) known.status = this.#look(this.#status, bytes, places.status);
    if (known.status === BAD) return this.#refuse(refusals, line, unknownWord, "status", bytes);
    if (this.#changed(places.reason)) known.reason = this.#look(this.#reason, bytes, places.reason);
    if (known.reason === BAD) return this.#refuse(refusals, line, unknownWord, "reason", bytes);
    if (this.#changed(places.vintage_basis))
      known.basis = this.#look(this.#basis, bytes, places.vintage_basis);
    if (known.basis === BAD) return this.#refuse(refusals, line, unknownWord, "vintage_basis", bytes);
    const { reason, basis, span } = known;
    let { status } = known;
    if (status === BLANK) status = value === null && reason !== BLANK ? MISSING : NORMAL;

    batch.series[row] = known.indicator * this.#context.catalogue.regions.length + known.region;
    batch.start[row] = span.start;
    batch.end[row] = span.end;
    batch.vintage[row] = vintage;
    batch.value[row] = value ?? 0;
    batch.blank[row] = value === null ? 1 : 0;
    batch.status[row] = status;
    batch.reason[row] = reason === BLANK ? NO_REASON : reason;
    batch.basis[row] = basis === BLANK ? DOCUMENT : basis;
    return true;
  }

  /** Whether a column has to be looked up: always, but for a cell that repeats the one of a complete row above. */
  #changed(place: number): boolean {
    return place >= 0 && !(this.#complete && this.#cells.same[place] === 1);
  }

  #look<T>(memo: ByteMemo<T>, bytes: Uint8Array, place: number): T {
    const { start, end } = this.#cells;
    return memo.get(bytes, start[place]!, end[place]!);
  }

  #refuse(refusals: Refusals, line: number, rule: ReadRule, column: TidyColumn, bytes: Uint8Array): false {
    const place = this.#layout.places[column];
    const found = place < 0 ? "" : cellText(bytes, this.#cells.start[place]!, this.#cells.end[place]!);
    refusals.add(
      rule,
      { line, column },
      () => found,
      () => rule.needed(found, this.#context, column),
    );
    return false;
  }

  /** The text that stood in a column of the line that begins at `from`: what a refusal shows. */
  #foundAt(bytes: Uint8Array, from: number, to: number, column: TidyColumn): string {
    const place = this.#layout.places[column];
    if (place < 0) return "";
    this.#cells.split(bytes, from, to, this.#layout.delimiter, this.#layout.width);
    return cellText(bytes, this.#cells.start[place]!, this.#cells.end[place]!);
  }
}

const code = (place: number | null | undefined): number => (place === undefined ? BAD : (place ?? BLANK));

function placeOf(places: ReadonlyMap<string, number>, text: string): number {
  return places.get(text) ?? places.get(normaliseText(text)) ?? -1;
}

/** Lines to expect in a block, by the length of the first ones; a little more, since room costs nothing. */
function likelyLines(bytes: Uint8Array, from: number, to: number): number {
  const sample = Math.min(to, from + 65_536);
  let lines = 1;
  for (let at = from; at < sample; at++) if (bytes[at] === 10) lines++;
  return Math.ceil(((to - from) / Math.max(1, sample - from)) * lines * 1.1) + 16;
}

function refuseLine(
  refusals: Refusals,
  line: number,
  broken: "long" | "quote" | "cells",
  bytes: number,
  cells: number,
  width: number,
): void {
  const texts = {
    long: [`${bytes} bytes`, `≤ ${LONGEST_LINE} bytes`],
    quote: ['"…', '"…"'],
    cells: [`${cells} cells`, `${width} cells`],
  } as const;
  const [found, needed] = texts[broken];
  refusals.add(
    brokenLine,
    { line, column: "" },
    () => found,
    () => needed,
  );
}
