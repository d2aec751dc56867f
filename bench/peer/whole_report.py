# The whole job of a report in Python: reads the three tables, computes eight figures, draws four charts, writes a PDF
# with the font embedded. Prints the figures as "id value". Usage: whole_report.py LEDGER.xlsx OUT.pdf FONT.ttf
import sys

import matplotlib
import openpyxl
import pandas

if sys.argv[1] == "--version":
    print("Python", sys.version.split()[0], "pandas", pandas.__version__, "openpyxl", openpyxl.__version__,
          "matplotlib", matplotlib.__version__)
    sys.exit()
matplotlib.use("pdf")
from matplotlib import font_manager, pyplot
from matplotlib.backends.backend_pdf import PdfPages

matplotlib.rcParams["pdf.fonttype"] = 42
font_manager.fontManager.addfont(sys.argv[3])
matplotlib.rcParams["font.family"] = font_manager.FontProperties(fname=sys.argv[3]).get_name()
as_of, first = pandas.Timestamp("2026-03-31"), pandas.Timestamp("2025-04-01")
book = pandas.ExcelFile(sys.argv[1], engine="openpyxl")
people, contracts, tasks = (book.parse(sheet) for sheet in ("参加者", "案件", "作業ログ"))
for frame, days in ((people, ["開始日"]), (contracts, ["開始日", "終了日"]), (tasks, ["作業日", "納品日", "納期", "支払日"])):
    for day in days:
        frame[day] = pandas.to_datetime(frame[day])


def say(name, value):
    print(name, repr(float(value)))


say("registered_workers", (people["開始日"] <= as_of).sum())
active = contracts[(contracts["開始日"] <= as_of) & (contracts["終了日"].isna() | (contracts["終了日"] >= first))]
say("recurring_contract_ratio", (active["種別"] == "定期").mean())
recurring = contracts[(contracts["種別"] == "定期") & (contracts["開始日"] <= as_of)]
ended = recurring["終了日"].notna() & (recurring["終了日"] <= as_of)
months = ((recurring["終了日"].where(ended, as_of) - recurring["開始日"]).dt.days + 1) / 30.4375
say("average_continuation_months", months.mean())
times, curve, mean, s, before = [0.0], [1.0], 0.0, 1.0, 0.0
for t in sorted(months.unique()):  # Kaplan-Meier, and the area below it
    mean += s * (t - before)
    s *= 1 - ((months == t) & ended).sum() / (months >= t).sum()
    times.append(t), curve.append(s)
    before = t
say("rmst", mean)
paid = tasks[(tasks["報酬"] > 0) & (tasks["支払日"] <= as_of)].groupby("参加者ID")["支払日"].min()
new = people[(people["居住区分"] != "町外") & (people["過去のテレワーク収入"] != "有")]
say("first_income_residents", new["参加者ID"].isin(paid[paid >= first].index).sum())
by_month = tasks.groupby(["参加者ID", tasks["作業日"].dt.to_period("M")])["報酬"].sum()
by_month = by_month[by_month > 0]
say("monthly_income", by_month.median())
worked = tasks[tasks["時間"] > 0]
say("effective_hourly_pay", worked["報酬"].sum() / worked["時間"].sum())
delivered = tasks[(tasks["納品日"] <= as_of) & tasks["納期"].notna()]
say("on_time_ratio", (delivered["納品日"] <= delivered["納期"]).mean())

with PdfPages(sys.argv[2]) as pdf:
    def page(title, draw):
        figure, axes = pyplot.subplots(figsize=(8.27, 11.69))
        draw(axes)
        axes.set_title(title)
        pdf.savefig(figure)
        pyplot.close(figure)

    total = by_month.groupby(level=1).sum()
    page("月ごとの報酬（円）", lambda a: a.bar([str(m) for m in total.index], total.values))
    page("月収の分布（人月）", lambda a: a.hist(by_month.values, bins=20))
    page("定期案件の継続率（か月）", lambda a: a.step(times, curve, where="post"))
    page("90日の歩み（人）", lambda a: a.bar(["参加", "作業", "初収入"], [len(people), tasks["参加者ID"].nunique(), len(paid)]))
