package catalog

import (
	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/bound"
	"pilot90/kpi/facts"
)

var studentParticipationRatio = kpi.Definition{
	ID:      "student_participation_ratio",
	Title:   lang.Text{JA: "学生の参加率", EN: "Students with work"},
	Unit:    kpi.Ratio,
	Theme:   kpi.ThemePeople,
	Measure: kpi.Stock,
	Law:     ratios,
	Formula: lang.Text{
		JA: "事情に「学生」とある参加者のうち、対象期間に作業が1件以上ある人 ÷ 事情に「学生」とある参加者（登録日、空欄は開始日、が基準日以前。登録者数と同じ数え方で、開始日が基準日より後でも登録済みなら含める）",
		EN: "students with at least one task in the period ÷ students registered (blank: start date) by the as-of date, " +
			"counted as in registered_workers: one who is registered and starts later is among them",
	},
	Plain: lang.Text{
		JA: "登録した学生のうち、期間中に1回でも仕事をした人の割合です。",
		EN: "Of the students registered, the share who did some work in the period.",
	},
	Better:   kpi.Higher,
	Smallest: 5,
	Needs:    needPeopleTasks,
	Columns:  []kpi.Column{needSituations},
	Assumes:  assumesRegistration,
	Origin:   lang.Text{JA: "教育モデル", EN: "the education model"},
	Bearing:  bound.Counted{Adds: needParticipants, Raises: needTasks, InPeriod: true},
	Class:    kpi.Attribute,
	About:    kpi.AboutPersons,
	Line:     kpi.Line{Figure: "by_situation", Key: "student"},
	Topic:    kpi.TopicStudentsWorked,
	Compute: func(w *kpi.Window) kpi.Figure {
		var t kpi.Tally
		for _, p := range facts.RegisteredBy(w) {
			if !student(p) {
				continue
			}
			use := w.UseParticipant(p, kpi.CellOf(p.Situations))
			if task := facts.FirstTaskIn(w, p); task != nil {
				t.Add(true, use, w.UseTask(task))
			} else {
				t.Add(false, use)
			}
		}
		for _, p := range facts.FaultyRegistered(w) {
			if !p.Situations.Known || student(p) {
				t.DropFaulty(w.UseParticipant(p, kpi.CellOf(p.Situations)))
			}
		}
		return t.Ratio(noStudent)
	},
}
