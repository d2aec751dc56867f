package block

import (
	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/report/content"
)

// stepOf is what follows where a limit of a point of the checklist does not hold: what to do, in a line.
var stepOf = map[kpi.Asked]lang.Text{
	kpi.PointTraining:   {JA: "研修のあとの仕事を先に用意する。", EN: "Prepare the work that follows training."},
	kpi.PointHub:        {JA: "拠点の負担を見直す。", EN: "Review the load of the hub."},
	kpi.PointVolunteer:  {JA: "報酬の単価を見直す。", EN: "Review what work pays."},
	kpi.PointQuality:    {JA: "納品の前の確かめ方を見直す。", EN: "Review the checks before delivery."},
	kpi.PointSecurity:   {JA: "情報の扱いの取り決めを全員と済ませる。", EN: "Settle confidentiality with everybody."},
	kpi.PointVisibility: {JA: "結果を公表する。", EN: "Publish the results."},
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
				out = append(out, content.Point{Lead: e.Say(step)})
				break
			}
		}
	}
	return out
}
