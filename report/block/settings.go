package block

import (
	"fmt"
	"slices"

	"pilot90/kpi"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var settingsKind = Kind{
	Name:  "settings",
	About: "pilot.toml の設定の意味",
	Build: (*Env).settings,
}

// settings explains what pilot.toml says, in words.
func (e *Env) settings(plan.Block) []content.Block {
	return []content.Block{&content.Table{
		ID: "settings",
		Caption: e.Words("いまの設定。変えるときは台帳のフォルダーの pilot.toml を書き換えます",
			"In force; change them in the ledger's pilot.toml"),
		Columns: []content.Column{
			{Head: e.Words("決めごと", "Setting"), Width: 30},
			{Head: e.Words("いまの値", "Value"), Width: 25},
			{Head: e.Words("意味", "Meaning"), Width: 45},
		},
		Rows: slices.Concat(e.cycleSettings(), e.countSettings(), e.targetSettings()),
	}}
}

// cycleSettings are the rows of the period, the 90 days and the ten hours: name, value, meaning.
func (e *Env) cycleSettings() [][]string {
	clock, cycle := e.Window.Clock, e.Cohort.Pilot.Cycle
	period := e.Day(clock.From) + e.Words(" から ", " to ") + e.Day(clock.End)
	phases := fmt.Sprintf("%d / %d / %d", cycle.Training, cycle.OJT, cycle.Retention) + e.Words("日", " days")
	return [][]string{
		{e.Words("対象期間", "Period"), period,
			e.Words("指標を数える期間。年度が変わったら [period] を直す", "what figures count over; change [period] with the fiscal year")},
		{e.Words("90日の区切り", "Cycle"), phases,
			e.Words("研修・OJT・定着の日数", "days of training, on-the-job work, retention")},
		{e.Words("10-10-10 の10時間", "The ten hours"), e.hoursBasis(),
			e.Words("10時間を何ごとに数えるか", "what the ten hours are counted by")},
	}
}

// countSettings are the rows that say who is counted, shown and late.
func (e *Env) countSettings() [][]string {
	set, late := e.Cohort.Pilot.Settings, e.Cohort.Pilot.Thresholds
	active := fmt.Sprint(set.ActiveWindowDays) + e.Words("日", " days")
	inactive := fmt.Sprint(set.InactiveAfterDays) + e.Words("日", " days")
	smallest := fmt.Sprint(e.Cohort.Pilot.Privacy.K.Public) + e.Words("人", " people")
	lateDays := fmt.Sprintf("%d / %d / %d", late.TrainingLateDay, late.TaskLateDay, late.IncomeLateDay) +
		e.Words("日目", "")
	return [][]string{
		{e.Words("稼働とみなす期間", "Active window"), active,
			e.Words("基準日までのこの日数に作業があれば稼働者", "a task in these days makes a worker active")},
		{e.Words("離れたとみなす期間", "Inactive after"), inactive,
			e.Words("最後の作業からこの日数を超えると継続が終わったとみなす", "without a task for longer, a worker has stopped")},
		{e.Words("公表の最小人数", "Smallest public group"), smallest,
			e.Words("公表版では、これより少ない人の属性・金額は示さない（[privacy] の k）",
				"the public edition tells no attribute or amount of fewer ([privacy] k)")},
		{e.Words("遅れとみなす日", "Late from day"), lateDays,
			e.Words("研修修了・はじめての作業・はじめての収入がこの日までにないと「遅れ」", "no training, task or income by then is late")},
	}
}

// targetSettings are the rows of the figures that have a target.
func (e *Env) targetSettings() [][]string {
	var rows [][]string
	for i := range e.Result.Figures {
		if f := &e.Result.Figures[i]; f.Target != nil {
			name := e.Words("目標：", "Target: ") + e.Say(f.Title)
			rows = append(rows, []string{name, e.target(f), e.Words("[targets] の値", "from [targets]")})
		}
	}
	return rows
}

// target prints a figure's target as its value is printed.
func (e *Env) target(f *kpi.Figure) string {
	own := *f
	own.Value, own.Suppressed = f.Target, false
	return e.Value(&own)
}

func (e *Env) hoursBasis() string {
	switch e.Cohort.Pilot.TenRule.HoursBasis {
	case "person":
		return e.Words("1人ごと", "per person")
	case "total":
		return e.Words("全部を合わせて", "in all")
	}
	return e.Words("案件ごと", "per project")
}
