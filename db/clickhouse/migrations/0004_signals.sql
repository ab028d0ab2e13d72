-- What each warning rule said on each day of knowledge. Saying it again for the same day replaces it.
-- shard: cityHash64(indicator, region)
CREATE TABLE IF NOT EXISTS signals (
  rule String CODEC(ZSTD(1)),
  indicator String CODEC(ZSTD(1)),
  region String CODEC(ZSTD(1)),
  as_of Date32 CODEC(ZSTD(1)),
  rule_version String CODEC(ZSTD(1)),
  severity String CODEC(ZSTD(1)),
  direction String CODEC(ZSTD(1)),
  period String CODEC(ZSTD(1)),
  value Float64 COMMENT 'NaN for none' CODEC(ZSTD(1)),
  threshold Float64 COMMENT 'NaN for none' CODEC(ZSTD(1)),
  detail String COMMENT 'details and evidence, or why undecided, as JSON' CODEC(ZSTD(1)),
  saved_at DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1))
) ENGINE = ReplacingMergeTree(saved_at)
ORDER BY (rule, indicator, region, as_of);
