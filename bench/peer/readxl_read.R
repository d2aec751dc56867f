# Reads a workbook with readxl; prints rows and cells.
args <- commandArgs(trailingOnly = TRUE)
library(readxl)
if (args[1] == "--version") {
  cat("readxl", as.character(packageVersion("readxl")), "on R", as.character(getRversion()), "\n")
  quit()
}
frame <- read_xlsx(args[1], col_names = FALSE, progress = FALSE, .name_repair = "minimal")
cat(sprintf("%.0f %.0f\n", nrow(frame), sum(!is.na(frame))))
