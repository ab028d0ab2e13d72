-- Forecasts as they were made: one row per model, series and day of knowledge. A later run of the same model
-- version on the same day replaces the earlier one.
-- shard: cityHash64(indicator, region)
CREATE TABLE IF NOT EXISTS forecasts (
  indicator String CODEC(ZSTD(1)),
  region String CODEC(ZSTD(1)),
  model String CODEC(ZSTD(1)),
  model_version String CODEC(ZSTD(1)),
  as_of Date32 COMMENT 'the day whose knowledge it was made on' CODEC(ZSTD(1)),
  run UInt32 COMMENT 'run of the ledger' CODEC(ZSTD(1)),
  origin String COMMENT 'last period with a figure' CODEC(ZSTD(1)),
  periods Array(String) CODEC(ZSTD(1)),
  mean Array(Float64) CODEC(ZSTD(1)),
  sd Array(Float64) CODEC(ZSTD(1)),
  levels Array(Float64) COMMENT 'coverage of each interval in percent' CODEC(ZSTD(1)),
  lower Array(Array(Float64)) COMMENT 'per level, per horizon' CODEC(ZSTD(1)),
  upper Array(Array(Float64)) CODEC(ZSTD(1))
) ENGINE = ReplacingMergeTree(run)
ORDER BY (indicator, region, model, model_version, as_of);
-- Back-test points: what was said at each origin, and every later word of the source on its target with its day, so
-- that a day looked back to is judged by what it knew.
-- shard: cityHash64(indicator, region)
CREATE TABLE IF NOT EXISTS scored_forecasts (
  indicator String CODEC(ZSTD(1)),
  region String CODEC(ZSTD(1)),
  model String CODEC(ZSTD(1)),
  model_version String CODEC(ZSTD(1)),
  horizon UInt32 CODEC(ZSTD(1)),
  origin_as_of Date32 CODEC(ZSTD(1)),
  origin String CODEC(ZSTD(1)),
  origin_basis String COMMENT 'how that day is known' CODEC(ZSTD(1)),
  target String CODEC(ZSTD(1)),
  predicted Float64 CODEC(ZSTD(1)),
  lower_80 Float64 CODEC(ZSTD(1)),
  upper_80 Float64 CODEC(ZSTD(1)),
  lower_95 Float64 CODEC(ZSTD(1)),
  upper_95 Float64 CODEC(ZSTD(1)),
  actual Float64 COMMENT 'the newest word of the source on the target' CODEC(ZSTD(1)),
  actual_days Array(Date32) COMMENT 'days of the words of the source on the target, oldest first' CODEC(ZSTD(1)),
  actual_values Array(Float64) COMMENT 'what it said on them; NaN where it took its figure back' CODEC(ZSTD(1)),
  scale Float64 COMMENT 'in-sample scale of MASE at the origin; NaN for none' CODEC(ZSTD(1)),
  plain_naive Float64 CODEC(ZSTD(1)),
  seasonal_naive Float64 COMMENT 'NaN where the history was too short' CODEC(ZSTD(1)),
  naive Float64 COMMENT 'the benchmark: the better of the two over all origins' CODEC(ZSTD(1)),
  saved_at DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1))
) ENGINE = ReplacingMergeTree(saved_at)
ORDER BY (indicator, region, model, model_version, horizon, origin_as_of, origin);
-- The error records made of the points, as of the newest day.
-- shard: cityHash64(indicator, region)
CREATE TABLE IF NOT EXISTS error_records (
  indicator String CODEC(ZSTD(1)),
  region String CODEC(ZSTD(1)),
  model String CODEC(ZSTD(1)),
  model_version String CODEC(ZSTD(1)),
  horizon UInt32 CODEC(ZSTD(1)),
  run UInt32 CODEC(ZSTD(1)),
  origins UInt32 CODEC(ZSTD(1)),
  first_origin String CODEC(ZSTD(1)),
  last_origin String CODEC(ZSTD(1)),
  data_basis String CODEC(ZSTD(1)),
  mae Float64 CODEC(ZSTD(1)),
  rmse Float64 CODEC(ZSTD(1)),
  mase Float64 CODEC(ZSTD(1)),
  coverage_80 Float64 CODEC(ZSTD(1)),
  coverage_95 Float64 CODEC(ZSTD(1)),
  relative_to_naive Float64 CODEC(ZSTD(1)),
  gate String CODEC(ZSTD(1))
) ENGINE = ReplacingMergeTree(run)
ORDER BY (indicator, region, model, model_version, horizon);
