# Reads a CSV with data.table::fread; prints rows and cells.
args <- commandArgs(trailingOnly = TRUE)
suppressPackageStartupMessages(library(data.table))
if (args[1] == "--version") {
  cat("data.table", as.character(packageVersion("data.table")), "on R", as.character(getRversion()), "with", getDTthreads(), "thread(s)\n")
  quit()
}
frame <- fread(args[1], header = FALSE, na.strings = "", encoding = "UTF-8", showProgress = FALSE)
cat(sprintf("%.0f %.0f\n", nrow(frame), sum(vapply(frame, function(column) sum(!is.na(column)), 0))))
