-- The newest state of each series: its last figure, the one before, and the last 60 periods for sparklines.
-- A cache: it can be rebuilt from observations at any time. The row with the highest version holds.
-- shard: series_id
CREATE TABLE IF NOT EXISTS latest (
  series_id UInt32 CODEC(Delta, ZSTD(1)),
  version UInt32 COMMENT 'counts up with every change of this table' CODEC(ZSTD(1)),
  load_id UInt32 COMMENT 'load that caused this row' CODEC(ZSTD(1)),
  period_start Date32 CODEC(ZSTD(1)),
  period_end Date32 CODEC(ZSTD(1)),
  vintage Date32 CODEC(ZSTD(1)),
  value Float64 CODEC(ZSTD(1)),
  status UInt8 CODEC(ZSTD(1)),
  reason UInt8 CODEC(ZSTD(1)),
  previous_end Date32 COMMENT 'last day of the period before; its own where none is' CODEC(ZSTD(1)),
  previous_value Float64 CODEC(ZSTD(1)),
  previous_status UInt8 CODEC(ZSTD(1)),
  tail_start Array(Date32) COMMENT 'newest first' CODEC(ZSTD(1)),
  tail_end Array(Date32) CODEC(ZSTD(1)),
  tail_value Array(Float64) CODEC(ZSTD(1)),
  tail_status Array(UInt8) CODEC(ZSTD(1))
) ENGINE = ReplacingMergeTree(version)
ORDER BY series_id;
