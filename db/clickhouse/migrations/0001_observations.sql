-- Every figure, every vintage, only ever appended. A missing figure is a row too: status `missing` with its
-- reason, and a value of 0 that nobody reads as a number.
-- shard: series_id
CREATE TABLE IF NOT EXISTS observations (
  series_id UInt32 COMMENT 'number of the series in the ledger' CODEC(Delta, ZSTD(1)),
  period_start Date32 COMMENT 'first day of the period' CODEC(Delta, ZSTD(1)),
  period_end Date32 COMMENT 'last day of the period, included' CODEC(Delta, ZSTD(1)),
  vintage Date32 COMMENT 'day the source first said so' CODEC(Delta, ZSTD(1)),
  value Float64 COMMENT 'in the unit of the indicator; 0 where status is missing' CODEC(ZSTD(1)),
  status UInt8 COMMENT 'place in STATUSES' CODEC(ZSTD(1)),
  reason UInt8 COMMENT 'place in GAP_REASONS; 255 for none' CODEC(ZSTD(1)),
  vintage_basis UInt8 COMMENT 'place in VINTAGE_BASES' CODEC(ZSTD(1)),
  load_id UInt32 COMMENT 'load of the ledger that brought it' CODEC(Delta, ZSTD(1)),
  loaded_at DateTime64(3, 'UTC') COMMENT 'when we knew' CODEC(Delta, ZSTD(1))
) ENGINE = MergeTree
ORDER BY (series_id, period_end, period_start, vintage, loaded_at, load_id);
