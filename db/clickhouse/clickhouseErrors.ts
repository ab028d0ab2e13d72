import { ClickHouseError } from "@clickhouse/client";
import { AppError, type ErrorCode } from "../../models/errors.ts";

/**
 * What the engine's error codes mean to us. Numbers from ClickHouse's ErrorCodes.cpp; whatever is not listed
 * is `store-unavailable`: the store did not do what it should have.
 */
const CODES: Readonly<Record<string, ErrorCode>> = {
  "159": "time-out", // TIMEOUT_EXCEEDED
  "160": "time-out", // TOO_SLOW
  "209": "time-out", // SOCKET_TIMEOUT
  "158": "limit-exceeded", // TOO_MANY_ROWS
  "241": "limit-exceeded", // MEMORY_LIMIT_EXCEEDED
  "307": "limit-exceeded", // TOO_MANY_BYTES
  "396": "limit-exceeded", // TOO_MANY_ROWS_OR_BYTES
  "202": "limit-exceeded", // TOO_MANY_SIMULTANEOUS_QUERIES
  "394": "cancelled", // QUERY_WAS_CANCELLED
  "734": "cancelled", // QUERY_WAS_CANCELLED_BY_CLIENT
  "26": "invalid-input", // CANNOT_PARSE_QUOTED_STRING
  "27": "invalid-input", // CANNOT_PARSE_INPUT_ASSERTION_FAILED
  "33": "invalid-input", // CANNOT_READ_ALL_DATA
  "38": "invalid-input", // CANNOT_PARSE_DATE
  "43": "invalid-input", // ILLEGAL_TYPE_OF_ARGUMENT
  "47": "invalid-input", // UNKNOWN_IDENTIFIER
  "53": "invalid-input", // TYPE_MISMATCH
  "62": "invalid-input", // SYNTAX_ERROR
  "70": "invalid-input", // CANNOT_CONVERT_TYPE
  "72": "invalid-input", // CANNOT_PARSE_NUMBER
  "115": "invalid-input", // UNKNOWN_SETTING
  "164": "invalid-input", // READONLY
  "321": "invalid-input", // VALUE_IS_OUT_OF_RANGE_OF_DATA_TYPE
  "456": "invalid-input", // UNKNOWN_QUERY_PARAMETER
  "457": "invalid-input", // BAD_QUERY_PARAMETER
};

/** Why the wait was ended from our side, when it was. */
export type Ended = "cancelled" | "time-out" | null;

/** The error a caller of the store meets. `ended` names our own doing, which explains whatever the engine said. */
export function storeError(error: unknown, ended: Ended = null): AppError {
  if (error instanceof AppError && ended === null) return error;
  const said = error instanceof Error ? error.message : String(error);
  if (ended === "cancelled") return new AppError("cancelled", "the query was cancelled", { cause: error });
  if (ended === "time-out")
    return new AppError("time-out", "the query was ended: it ran beyond its time limit", { cause: error });
  const code = error instanceof ClickHouseError ? CODES[error.code] : undefined;
  return new AppError(code ?? "store-unavailable", `the figure store refused: ${said}`, { cause: error });
}
