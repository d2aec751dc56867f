package report

import (
	"fmt"
	"slices"

	"pilot90/kpi"
	"pilot90/report/content"
)

// settings explains what pilot.toml says, in words.
func (e *edition) settings(PlanBlock) []content.Block {
	return []content.Block{&content.Table{
		ID: "settings",
		Caption: e.words("いまの設定。変えるときは台帳のフォルダーの pilot.toml を書き換えます",
			"In force; change them in the ledger's pilot.toml"),
		Columns: []content.Column{
			{Head: e.words("決めごと", "Setting"), Width: 30},
			{Head: e.words("いまの値", "Value"), Width: 25},
			{Head: e.words("意味", "Meaning"), Width: 45},
		},
		Rows: slices.Concat(e.cycleSettings(), e.countSettings(), e.targetSettings()),
	}}
}

// cycleSettings are the rows of the period, the 90 days and the ten hours: name, value, meaning.
func (e *edition) cycleSettings() [][]string {
	clock, cycle := e.Window.Clock, e.Cohort.Pilot.Cycle
	period := e.day(clock.From) + e.words(" から ", " to ") + e.day(clock.End)
	phases := fmt.Sprintf("%d / %d / %d", cycle.Training, cycle.OJT, cycle.Retention) + e.words(" 日", " days")
	return [][]string{
		{e.words("対象期間", "Period"), period,
			e.words("指標を数える期間。年度が変わったら [period] を直す", "what figures count over; change [period] with the fiscal year")},
		{e.words("90日の区切り", "Cycle"), phases,
			e.words("研修・OJT・定着の日数", "days of training, on-the-job work, retention")},
		{e.words("10-10-10 の10時間", "The ten hours"), e.hoursBasis(),
			e.words("10時間を何ごとに数えるか", "what the ten hours are counted by")},
	}
}

// countSettings are the rows that say who is counted, shown and late.
func (e *edition) countSettings() [][]string {
	set, late := e.Cohort.Pilot.Settings, e.Cohort.Pilot.Thresholds
	active := fmt.Sprint(set.ActiveWindowDays) + e.words(" 日", " days")
	inactive := fmt.Sprint(set.InactiveAfterDays) + e.words(" 日", " days")
	smallest := fmt.Sprint(set.PublicK) + e.words(" 人", " people")
	lateDays := fmt.Sprintf("%d / %d / %d", late.TrainingLateDay, late.TaskLateDay, late.IncomeLateDay) +
		e.words(" 日目", "")
	return [][]string{
		{e.words("稼働とみなす期間", "Active window"), active,
			e.words("基準日までのこの日数に作業があれば稼働者", "a task in these days makes a worker active")},
		{e.words("離れたとみなす期間", "Inactive after"), inactive,
			e.words("最後の作業からこの日数を超えると継続が終わったとみなす", "without a task for longer, a worker has stopped")},
		{e.words("公表の最小人数", "Smallest public group"), smallest,
			e.words("公表版では、これより少ない人数を x で伏せる", "the public edition hides smaller counts")},
		{e.words("遅れとみなす日", "Late from day"), lateDays,
			e.words("研修修了・はじめての作業・はじめての収入がこの日までにないと「遅れ」", "no training, task or income by then is late")},
	}
}

// targetSettings are the rows of the figures that have a target.
func (e *edition) targetSettings() [][]string {
	var rows [][]string
	for i := range e.Result.Figures {
		if f := &e.Result.Figures[i]; f.Target != nil {
			name := e.words("目標：", "Target: ") + e.say(f.Title)
			rows = append(rows, []string{name, e.target(f), e.words("[targets] の値", "from [targets]")})
		}
	}
	return rows
}

// target prints a figure's target as its value is printed.
func (e *edition) target(f *kpi.Figure) string {
	own := *f
	own.Value, own.Suppressed = f.Target, false
	return e.value(&own)
}

func (e *edition) hoursBasis() string {
	switch e.Cohort.Pilot.Rule.HoursBasis {
	case "person":
		return e.words("1人ごと", "per person")
	case "total":
		return e.words("全部を合わせて", "in all")
	}
	return e.words("案件ごと", "per project")
}
