-- Results of standing analyses, kept by what was read: the same figures under the same version are one result, whatever
-- the day it is asked for. Made again, the newest row holds.
-- shard: cityHash64(analysis, subject)
CREATE TABLE IF NOT EXISTS analyses (
  analysis String CODEC(ZSTD(1)),
  subject String CODEC(ZSTD(1)),
  version String CODEC(ZSTD(1)),
  day Date32 COMMENT 'newest vintage among what was read' CODEC(ZSTD(1)),
  inputs String COMMENT 'SHA-256 of every figure read' CODEC(ZSTD(1)),
  vintages String COMMENT 'what was read: by indicator the newest vintage and figures, as JSON' CODEC(ZSTD(3)),
  parameters String COMMENT 'everything the run was set to, as JSON' CODEC(ZSTD(3)),
  seed UInt32 CODEC(ZSTD(1)),
  run UInt32 COMMENT 'run of the ledger' CODEC(ZSTD(1)),
  code_version String CODEC(ZSTD(1)),
  duration_ms UInt32 CODEC(ZSTD(1)),
  result String COMMENT 'plain data, as JSON' CODEC(ZSTD(3)),
  saved_at DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1))
) ENGINE = ReplacingMergeTree(saved_at)
ORDER BY (analysis, subject, version, day, inputs);
