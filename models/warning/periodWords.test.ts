import { expect, it } from "vitest";
import { periodWords } from "./periodWords.ts";

it.each([
  ["2025-04", "2025年4月", "April 2025"],
  ["2020-Q1", "2020年一季度", "Q1 2020"],
  ["2023", "2023年", "2023"],
  ["2026-01/P2M", "2026年1—2月", "January–February 2026"],
  ["2026-01/P8M", "2026年1—8月", "January–August 2026"],
  ["2025-01/P1M", "2025年1月", "January 2025"],
  ["2026-W05", "2026年1月26日当周", "week of 26 January 2026"],
  ["2024-02-29", "2024年2月29日", "29 February 2024"],
])("%s reads %s and %s", (period, zh, en) => expect(periodWords(period)).toEqual({ zh, en }));
