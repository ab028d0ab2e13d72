import type { Words } from "../../models/indicators/indicator.ts";
import type { IsoDate } from "../../models/series/date.ts";
import type { Observation } from "../../models/series/observation.ts";

/** One thing to ask a source for. `path` is a URL path or a file below seed/. */
export interface SourceRequest {
  connector: string;
  path: string;
  /** The day the document stands for when it does not say itself. */
  vintage: IsoDate | null;
}

export interface RawDocument {
  request: SourceRequest;
  name: string;
  mediaType: string;
  bytes: Uint8Array;
  /** ISO instant. */
  fetchedAt: string;
}

/** The network, the disk or a test's memory: the only effect a connector has. Throws AppError("source-unavailable"). */
export interface Transport {
  read(path: string): Promise<{ bytes: Uint8Array; mediaType: string }>;
  list(folder: string): Promise<readonly string[]>;
}

/** A row that was not read: where, what was found, what was needed. */
export interface Rejection {
  /** 1-based line of the file or row of the sheet; the header is line 1. */
  line: number;
  column: string;
  found: string;
  needed: string;
  rule: string;
}

export interface Parsed {
  observations: readonly Observation[];
  /** The 1-based line each observation came from, aligned. */
  lines: readonly number[];
  rejected: readonly Rejection[];
}

/** A connector says what to ask for, asks, and reads the answer. `plan` and `parse` are pure. */
export interface Connector {
  id: string;
  title: Words;
  homepage: string;
  licence: string;
  agency: string;
  provides: readonly string[];
  /**
   * `tidy`: the documents are tables in the product's own columns (CSV or a sheet). Ingest then reads them
   * itself by `server/ingest/readTidyDocument.ts`, a big one in threads; `parse` is that same function.
   * Absent: `parse` reads the document.
   */
  format?: "tidy";
  plan(wanted: readonly string[], since: IsoDate | null): readonly SourceRequest[];
  fetch(request: SourceRequest, transport: Transport): Promise<RawDocument>;
  /** A workbook is unpacked as it is read, hence the promise; nothing else is waited for. */
  parse(document: RawDocument): Parsed | Promise<Parsed>;
}
