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
import { dropRefused, type RowBatch, rowBatch } from "../rowBatch.ts";
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

  constructor(layout: TidyLayout, context: GateContext) {
    this.#layout = layout;
    this.#context = context;
    const { indicatorPlaces, regionPlaces } = context.catalogue;
    this.#indicator = new ByteMemo((b, from, to) => placeOf(indicatorPlaces, cellText(b, from, to)));
    this.#region = new ByteMemo((b, from, to) => placeOf(regionPlaces, cellText(b, from, to)));
  }

  /** Reads the lines in `bytes[from, to)`; `from` is the start of a line, `to` the end of one or of the file. */
  block(bytes: Uint8Array, from: number, to: number, keep?: number): BlockReading {
    const refusals = new Refusals(keep);
    const batch = rowBatch(countLines(bytes, from, to));
    const offsets = new Uint32Array(batch.value.length);
    let lines = 0;
    let read = 0;
    for (let at = from; at < to; ) {
      let end = bytes.indexOf(10, at);
      if (end < 0 || end > to) end = to;
      lines++;
      const stop = end > at && bytes[end - 1] === 13 ? end - 1 : end;
      if (stop > at && !isBlankLine(bytes, at, stop, this.#layout.delimiter)) {
        read++;
        offsets[batch.rows] = at;
        batch.line[batch.rows] = lines;
        if (this.#row(bytes, at, stop, batch, refusals)) batch.rows++;
      }
      at = end + 1;
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

  /** Reads one line into the next free row; false when the line is refused. */
  #row(bytes: Uint8Array, from: number, to: number, batch: RowBatch, refusals: Refusals): boolean {
    const { places, width, delimiter } = this.#layout;
    const row = batch.rows;
    const line = batch.line[row]!;
    const cells = this.#cells;
    const broken = to - from > LONGEST_LINE ? "long" : cells.split(bytes, from, to, delimiter, width);
    if (broken !== null) {
      const [found, needed] = brokenTexts(broken, to - from, cells.count, width);
      refusals.add(
        brokenLine,
        { line, column: "" },
        () => found,
        () => needed,
      );
      return false;
    }
    const refuse = (rule: ReadRule, column: TidyColumn, needed?: string): false => {
      const place = places[column];
      const found = place < 0 ? "" : cellText(bytes, cells.start[place]!, cells.end[place]!);
      refusals.add(
        rule,
        { line, column },
        () => found,
        () => needed ?? rule.needed(found, this.#context),
      );
      return false;
    };
    const look = <T>(memo: ByteMemo<T>, place: number): T =>
      memo.get(bytes, cells.start[place]!, cells.end[place]!);

    const indicator = look(this.#indicator, places.indicator);
    if (indicator < 0) return refuse(unknownIndicator, "indicator");
    const region = look(this.#region, places.region);
    if (region < 0) return refuse(unknownRegion, "region");
    const span = look(this.#period, places.period);
    if (span === NO_SPAN) return refuse(malformedPeriod, "period");

    const from_ = cells.start[places.value]!;
    const to_ = cells.end[places.value]!;
    let value: number | null | undefined = plainNumber(bytes, from_, to_);
    if (Number.isNaN(value)) value = readNumber(cellText(bytes, from_, to_));
    if (value === undefined) return refuse(malformedNumber, "value");

    let vintage = places.vintage < 0 ? BLANK_DAY : look(this.#vintage, places.vintage);
    if (vintage === BLANK_DAY && this.#layout.vintage !== null) vintage = this.#layout.vintage;
    if (vintage === BAD_DAY || vintage === BLANK_DAY) return refuse(malformedVintage, "vintage");

    let status = places.status < 0 ? BLANK : look(this.#status, places.status);
    if (status === BAD) return refuse(unknownWord, "status", unknownWord.neededIn("status"));
    const reason = places.reason < 0 ? BLANK : look(this.#reason, places.reason);
    if (reason === BAD) return refuse(unknownWord, "reason", unknownWord.neededIn("reason"));
    const basis = places.vintage_basis < 0 ? BLANK : look(this.#basis, places.vintage_basis);
    if (basis === BAD) return refuse(unknownWord, "vintage_basis", unknownWord.neededIn("vintage_basis"));
    if (status === BLANK) status = value === null && reason !== BLANK ? MISSING : NORMAL;

    batch.series[row] = indicator * this.#context.catalogue.regions.length + region;
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

  /** The text that stood in a column of the line that begins at `from`: what a refusal shows. */
  #foundAt(bytes: Uint8Array, from: number, to: number, column: TidyColumn): string {
    const place = this.#layout.places[column];
    if (place < 0) return "";
    let end = bytes.indexOf(10, from);
    if (end < 0 || end > to) end = to;
    if (end > from && bytes[end - 1] === 13) end--;
    this.#cells.split(bytes, from, end, this.#layout.delimiter, this.#layout.width);
    return cellText(bytes, this.#cells.start[place]!, this.#cells.end[place]!);
  }
}

/** Days no calendar of ours reaches: a vintage cell that is blank, one that cannot be read. */
const BLANK_DAY = -10_000_000;
const BAD_DAY = -10_000_001;

const code = (place: number | null | undefined): number => (place === undefined ? BAD : (place ?? BLANK));

function placeOf(places: ReadonlyMap<string, number>, text: string): number {
  return places.get(text) ?? places.get(normaliseText(text)) ?? -1;
}

function countLines(bytes: Uint8Array, from: number, to: number): number {
  let lines = 1;
  for (let at = bytes.indexOf(10, from); at >= 0 && at < to; at = bytes.indexOf(10, at + 1)) lines++;
  return lines;
}

/** Spreadsheets leave lines of bare delimiters below their tables. */
function isBlankLine(bytes: Uint8Array, from: number, to: number, delimiter: number): boolean {
  for (let i = from; i < to; i++) {
    const byte = bytes[i];
    if (byte !== delimiter && byte !== 32 && byte !== 9) return false;
  }
  return true;
}

function brokenTexts(
  kind: "long" | "quote" | "cells",
  bytes: number,
  found: number,
  width: number,
): [string, string] {
  if (kind === "long") return [`${bytes} bytes`, `≤ ${LONGEST_LINE} bytes`];
  if (kind === "quote") return ['"…', '"…"'];
  return [`${found} cells`, `${width} cells`];
}
