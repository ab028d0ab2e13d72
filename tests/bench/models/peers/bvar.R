# Times 5000 draws from the posterior of a Minnesota BVAR(4) in base R: bvar.R 7 or bvar.R 20.
library(jsonlite)
n <- as.integer(commandArgs(trailingOnly = TRUE)[1])
data <- fromJSON(Sys.getenv("BENCH_DATA"))
if (n == 7) y <- data$var7$values else {
  v <- data$panel$values
  y <- v[, colSums(is.na(v)) == 0][, 1:n]
}
p <- 4
rows <- nrow(y) - p
k <- n * p + 1
x <- cbind(do.call(cbind, lapply(1:p, function(l) y[(p + 1 - l):(nrow(y) - l), ])), 1)
z <- y[(p + 1):nrow(y), ]
psi <- colMeans(diff(y)^2)
precision <- c(unlist(lapply(1:p, function(l) psi * (l / 0.2)^2)), 1e-6)
prior <- matrix(0, k, n)
diag(prior[1:n, ]) <- 1
r <- chol(crossprod(x) + diag(precision))
w <- backsolve(r, crossprod(x, z) + precision * prior, transpose = TRUE)
mean <- backsolve(r, w)
scale <- t(chol(crossprod(z) + diag(precision[1:n] + psi) - crossprod(w)))
spread <- backsolve(r, diag(k))
nu <- rows + n + 2
draws <- function() {
  s <- 0
  for (d in 1:5000) {
    a <- matrix(0, n, n)
    a[lower.tri(a)] <- rnorm(n * (n - 1) / 2)
    diag(a) <- sqrt(rchisq(n, nu - (0:(n - 1))))
    u <- forwardsolve(a, t(scale))
    s <- s + (mean + spread %*% matrix(rnorm(k * n), k, n) %*% u)[1, 1]
  }
  s / 5000
}
value <- draws()
start <- proc.time()
for (i in 1:2) value <- draws()
used <- (proc.time() - start) / 2
cat(sprintf('{"cpu": %.9g, "wall": %.9g, "value": %.9g}\n', used[["user.self"]] + used[["sys.self"]], used[["elapsed"]], value))
