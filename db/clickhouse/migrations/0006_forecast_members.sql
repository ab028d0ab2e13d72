-- What a combination was made of: its members in order, with their shares and the errors behind them. Empty for other
-- models and for rows from before.
ALTER TABLE forecasts ADD COLUMN IF NOT EXISTS member_models Array(String) COMMENT 'models within a combination' CODEC(ZSTD(1));
ALTER TABLE forecasts ADD COLUMN IF NOT EXISTS member_versions Array(String) CODEC(ZSTD(1));
ALTER TABLE forecasts ADD COLUMN IF NOT EXISTS member_weights Array(Float64) COMMENT 'shares, adding up to one' CODEC(ZSTD(1));
ALTER TABLE forecasts ADD COLUMN IF NOT EXISTS member_rmses Array(Float64) COMMENT 'one step ahead within the sample; NaN for none' CODEC(ZSTD(1));
ALTER TABLE forecasts ADD COLUMN IF NOT EXISTS member_errors Array(UInt32) COMMENT 'periods behind them' CODEC(ZSTD(1));
