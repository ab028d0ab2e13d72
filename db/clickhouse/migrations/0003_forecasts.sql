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
-- shard: cityHash64(indicator, region)
CREATE TABLE IF NOT EXISTS forecast_errors (
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
-- shard: cityHash64(indicator, region)
CREATE TABLE IF NOT EXISTS backtest_points (
  indicator String CODEC(ZSTD(1)),
  region String CODEC(ZSTD(1)),
  model String CODEC(ZSTD(1)),
  model_version String CODEC(ZSTD(1)),
  horizon UInt32 CODEC(ZSTD(1)),
  origin_as_of Date32 CODEC(ZSTD(1)),
  origin String CODEC(ZSTD(1)),
  target String CODEC(ZSTD(1)),
  predicted Float64 CODEC(ZSTD(1)),
  lower_80 Float64 CODEC(ZSTD(1)),
  upper_80 Float64 CODEC(ZSTD(1)),
  lower_95 Float64 CODEC(ZSTD(1)),
  upper_95 Float64 CODEC(ZSTD(1)),
  actual Float64 CODEC(ZSTD(1)),
  naive Float64 CODEC(ZSTD(1)),
  saved_at DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1))
) ENGINE = ReplacingMergeTree(saved_at)
ORDER BY (indicator, region, model, model_version, horizon, origin_as_of, origin);
