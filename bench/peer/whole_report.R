# The whole job of a report in R: reads the three tables, computes eight figures, draws four charts, writes a PDF with
# the font embedded. Prints the figures as "id value". Usage: whole_report.R LEDGER.xlsx OUT.pdf FAMILY
args <- commandArgs(trailingOnly = TRUE)
suppressPackageStartupMessages({
  library(readxl); library(data.table); library(survival); library(ggplot2)
})
if (args[1] == "--version") {
  cat("R", as.character(getRversion()), "readxl", as.character(packageVersion("readxl")), "data.table",
      as.character(packageVersion("data.table")), "survival", as.character(packageVersion("survival")), "ggplot2",
      as.character(packageVersion("ggplot2")), "\n")
  quit()
}
as_of <- as.Date("2026-03-31")
first <- as.Date("2025-04-01")
table <- function(sheet, n) as.data.table(read_xlsx(args[1], sheet, guess_max = n, progress = FALSE))
people <- table("参加者", 10000)
contracts <- table("案件", 10000)
tasks <- table("作業ログ", 1000)
setnames(tasks, c("作業日", "参加者ID", "時間", "報酬", "納品日", "納期", "支払日"),
         c("day", "person", "hours", "pay", "delivered", "due", "paid"))
setnames(people, c("参加者ID", "開始日", "居住区分", "過去のテレワーク収入"), c("person", "start", "residence", "prior"))
setnames(contracts, c("開始日", "終了日", "種別"), c("start", "end", "kind"))
for (d in c("day", "delivered", "due", "paid")) set(tasks, j = d, value = as.Date(tasks[[d]]))
for (d in c("start", "end")) set(contracts, j = d, value = as.Date(contracts[[d]]))

say <- function(id, value) cat(id, format(value, digits = 15), "\n")
say("registered_workers", sum(as.Date(people[["start"]]) <= as_of))
active <- contracts[start <= as_of & (is.na(end) | end >= first)]
say("recurring_contract_ratio", mean(active[["kind"]] == "定期"))
recurring <- contracts[kind == "定期" & start <= as_of]
ended <- !is.na(recurring[["end"]]) & recurring[["end"]] <= as_of
last <- fifelse(ended, recurring[["end"]], as_of)
months <- as.numeric(last - recurring[["start"]] + 1) / 30.4375
say("average_continuation_months", mean(months))
fit <- survfit(Surv(months, ended) ~ 1)
say("rmst", summary(fit, rmean = max(months))$table[["rmean"]])
earned <- tasks[pay > 0 & !is.na(paid) & paid <= as_of, .(first_paid = min(paid)), by = person]
new <- people[(is.na(residence) | residence != "町外") & (is.na(prior) | prior != "有")]
say("first_income_residents", nrow(merge(new, earned[first_paid >= first], by = "person")))
by_month <- tasks[, .(pay = sum(pay)), by = .(person, month = as.Date(format(day, "%Y-%m-01")))][pay > 0]
say("monthly_income", median(by_month[["pay"]]))
worked <- tasks[hours > 0]
say("effective_hourly_pay", sum(worked[["pay"]]) / sum(worked[["hours"]]))
delivered <- tasks[!is.na(delivered) & delivered <= as_of & !is.na(due)]
say("on_time_ratio", mean(delivered[["delivered"]] <= delivered[["due"]]))

theme_set(theme_minimal(base_family = args[3]))
invisible(cairo_pdf(args[2], width = 8.27, height = 11.69, onefile = TRUE))
total <- by_month[, .(pay = sum(pay)), by = month]
print(ggplot(total, aes(month, pay)) + geom_col() + labs(title = "月ごとの報酬", x = NULL, y = "円"))
print(ggplot(by_month, aes(pay)) + geom_histogram(bins = 20) + labs(title = "月収の分布", x = "円", y = "人月"))
curve <- data.table(time = c(0, fit$time), s = c(1, fit$surv))
print(ggplot(curve, aes(time, s)) + geom_step() + ylim(0, 1) + labs(title = "定期案件の継続", x = "か月", y = "継続率"))
stages <- data.table(stage = factor(c("参加", "作業", "初収入"), c("参加", "作業", "初収入")),
  n = c(nrow(people), uniqueN(tasks[["person"]]), nrow(earned)))
print(ggplot(stages, aes(stage, n)) + geom_col() + labs(title = "90日の歩み", x = NULL, y = "人"))
invisible(dev.off())
