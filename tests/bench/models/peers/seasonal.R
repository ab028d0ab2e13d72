# Times stl on the simulated 720 months: periodic, 13, or 13-every (no jumps).
library(jsonlite)
y <- ts(fromJSON(Sys.getenv("BENCH_DATA"))$s720, frequency = 12)
run <- list(
  periodic = function() stl(y, "periodic"),
  `13` = function() stl(y, s.window = 13),
  `13-every` = function() stl(y, s.window = 13, s.jump = 1, t.jump = 1, l.jump = 1)
)[[commandArgs(TRUE)[1]]]
calls <- 1500
for (i in seq_len(300)) fit <- run()
gc(FALSE)
start <- proc.time()
for (i in seq_len(calls)) fit <- run()
used <- proc.time() - start
trend <- fit$time.series[, "trend"]
value <- trend[[101]] + 2 * trend[[361]] + 4 * trend[[601]]
cat(sprintf('{"cpu": %.6e, "wall": %.6e, "value": %.15g}\n',
  (used[["user.self"]] + used[["sys.self"]]) / calls, used[["elapsed"]] / calls, value))
