package block

import (
	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/report/content"
)

// stepOf is what follows where a limit of a point of the checklist does not hold: what to do, and how.
var stepOf = map[kpi.Asked]struct{ lead, text lang.Text }{
	kpi.PointTraining: {lang.Text{JA: "研修のあとの仕事を先に用意する。", EN: "Prepare the work that follows training. "},
		lang.Text{JA: "一人ひとりの最初の作業を、研修が終わる前に決める。", EN: "Settle everybody's first task before training ends."}},
	kpi.PointHub: {lang.Text{JA: "拠点の負担を見直す。", EN: "Review the load of the hub. "},
		lang.Text{JA: "担当の時間と伴走の費用を、月ごとに確かめる。", EN: "Look at its hours and its cost every month."}},
	kpi.PointVolunteer: {lang.Text{JA: "報酬の単価を見直す。", EN: "Review what work pays. "},
		lang.Text{JA: "案件ごとに、かかる時間と報酬のつりあいを確かめる。", EN: "Hold the hours of each contract against its pay."}},
	kpi.PointQuality: {lang.Text{JA: "納品の前の確かめ方を見直す。", EN: "Review the checks before delivery. "},
		lang.Text{JA: "確かめた割合と手戻りを、月ごとに見る。", EN: "Look at the share checked and at rework every month."}},
	kpi.PointSecurity: {lang.Text{JA: "情報の扱いの取り決めを全員と済ませる。", EN: "Settle confidentiality with everybody. "},
		lang.Text{JA: "まだの人には、次の作業の前に済ませてもらう。", EN: "Whoever has not does so before the next task."}},
	kpi.PointVisibility: {lang.Text{JA: "結果を公表する。", EN: "Publish the results. "},
		lang.Text{JA: "住民に向けた結果のページを、年度のうちに出す。", EN: "Put the page for residents out within the year."}},
}

// limitSteps are the steps that follow from the points of the checklist with a limit that does not hold, at most so
// many, one a point; those on payments and on targets are told by payFirst and towards.
func (e *Env) limitSteps(most int) []content.Point {
	var out []content.Point
	for _, c := range e.Result.Checklist {
		step, known := stepOf[kpi.Asked(c.ID)]
		if !known || c.Suppressed || len(out) >= most {
			continue
		}
		for _, cond := range c.Conditions {
			f := e.figure(cond.Figure)
			if outside(cond) && !(f != nil && (f.Topic == kpi.TopicPayment || e.missed(f))) {
				out = append(out, content.Point{Lead: e.Say(step.lead), Text: e.Say(step.text)})
				break
			}
		}
	}
	return out
}
