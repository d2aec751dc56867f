package block

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/result"
	"pilot90/kpi/state"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var checksKind = Kind{
	Name:  "checks",
	About: "つまずきを防ぐ点検（結果と数字）",
	Build: (*Env).checks,
}

// checks prints each point as what was found, with its figures and limits.
func (e *Env) checks(plan.Block) []content.Block {
	widths := []float64{28, 72}
	if e.Lang == lang.EN {
		widths = []float64{32, 68}
	}
	t := &content.Table{ID: "checks", Columns: []content.Column{{Head: e.Words("点検", "Check"), Width: widths[0]},
		{Head: e.Words("数字", "Figures"), Width: widths[1]}}, Dress: &content.Dressing{Bare: true}}
	failed, warned, unknown := 0, 0, 0
	for _, c := range e.Result.Checklist {
		switch c.Status {
		case result.Fail:
			failed++
		case result.Warn:
			warned++
		case result.Unknown:
			unknown++
		}
		t.Rows = append(t.Rows, []string{e.finding(c), e.conditions(c, len(t.Rows) == 0)})
		t.Dress.Cells = append(t.Dress.Cells, []content.Dress{{Sign: checkSign(c.Status), Strong: c.Status == result.Fail},
			{}})
	}
	if len(t.Rows) == 0 || unknown == len(t.Rows) {
		return nil
	}
	t.Caption = e.checksTitle(len(t.Rows), failed, warned)
	return headed(t)
}

func (e *Env) checksTitle(all, failed, warned int) string {
	switch {
	case failed > 0:
		return e.Words(fmt.Sprintf("つまずきを防ぐ点検：%dつのうち%dつに、すぐ直すことがある", all, failed),
			fmt.Sprintf("Checks: %d of %d %s action now", failed, all, sIf(failed, "needs", "need")))
	case warned > 0:
		return e.Words(fmt.Sprintf("つまずきを防ぐ点検：%dつのうち%dつに、気をつけることがある", all, warned),
			fmt.Sprintf("Checks: %d of %d %s to be watched", warned, all, sIf(warned, "is", "are")))
	}
	return e.Words("つまずきを防ぐ点検：気をつけることは見つからない", "Checks: nothing is to be watched")
}

// notSo are the points as they read where they fail.
var notSo = map[string]lang.Text{
	"training_only": {JA: "研修だけで終わっている", EN: "training and no more"},
	"hub_overload":  {JA: "拠点に負担が偏っている", EN: "the hub is overloaded"},
	"volunteer":     {JA: "報酬か支払いに問題がある", EN: "pay is late or too low"},
	"quality":       {JA: "品質を確かめきれていない", EN: "quality is not checked enough"},
	"security":      {JA: "情報の扱いの取り決めが足りない", EN: "confidentiality is not agreed with all"},
	"visibility":    {JA: "成果を公開していない", EN: "results are not published"},
}

// finding is a point as what was found.
func (e *Env) finding(c result.Check) string {
	if text, ok := notSo[c.ID]; ok && (c.Status == result.Fail || c.Status == result.Warn) {
		return e.Say(text)
	}
	if c.Status == result.Unknown { // neither so nor not so
		return e.Words(c.Title.JA+"か", c.Title.EN+": not known")
	}
	return e.Say(c.Title)
}

// conditions are the figures of a point with their limits, in one line, those that fail first. Where nothing of a kind
// may occur, that is said once.
func (e *Env) conditions(c result.Check, first bool) string {
	all := slices.Clone(c.Conditions)
	slices.SortStableFunc(all, func(a, b result.Condition) int { return cmp.Compare(fails(b), fails(a)) })
	var parts []string
	zeros, instead := 0, 0
	listed, known := e.listedUnpaid()
	for i, cond := range all {
		if f := e.figure(cond.Figure); known && cond.Value == nil && f != nil && f.Topic == kpi.TopicPayment {
			instead++ // the list of payments tells more
			continue
		}
		name, unit, counter := e.conditionName(cond)
		value := e.Words("データなし", "no data")
		switch {
		case cond.Suppressed:
			value = e.coded(cond.Coded)
		case cond.Value != nil:
			value = strings.Replace(e.Quantity(*cond.Value, unit), "100.0", "100", 1) + counter
		}
		if cond.Limit == 0 && !cond.Least {
			zeros++
			parts = append(parts, name+" "+value)
			continue
		}
		limit := e.limit(cond, unit, counter)
		if first && i == 0 {
			limit = e.Words("目安", "") + limit
		}
		parts = append(parts, name+" "+value+e.Words("（"+limit+"）", " ("+limit+")"))
	}
	text := strings.Join(parts, e.Words("、", ", "))
	if zeros+instead == len(all) && zeros > 1 {
		text += e.Words("（目安はどれも0）", " (limit: 0)")
	}
	if instead > 0 {
		text = joined(e.Words("、", ", "), text, listed)
	}
	return text
}

// fails is 1 for a condition that does not hold.
func fails(c result.Condition) int {
	if c.Value != nil && !c.Holds() {
		return 1
	}
	return 0
}

// limit is what a condition asks for: 80%以上, 0件.
func (e *Env) limit(c result.Condition, unit kpi.Unit, counter string) string {
	text := strings.Replace(e.Quantity(c.Limit, unit), ".0", "", 1) + counter
	switch {
	case unit == kpi.Ratio && c.Limit == 1:
		return text
	case c.Least:
		return e.Words(text+"以上", "min. "+text)
	}
	return e.Words(text+"以下", "max. "+text)
}

func (e *Env) conditionName(c result.Condition) (name string, unit kpi.Unit, counter string) {
	name, unit = c.Figure, kpi.Ratio
	if f := e.figure(c.Figure); f != nil {
		name, unit = e.Say(f.Title), f.Unit
		for _, p := range f.Parts {
			if p.Key == c.Part {
				name, unit = e.Say(p.Title), p.Unit
			}
		}
		if unit == kpi.Count {
			counter = strings.TrimSpace(e.counter(f.Counts))
		}
	}
	if d := e.definition(c.Figure); d != nil {
		short := d.Short
		if c.Part != "" {
			short = d.ShortParts[c.Part]
		}
		name = cmp.Or(e.Say(short), name)
	}
	return name, unit, counter
}

// checkSign is the mark of a point; one that nobody can tell has the ring.
func checkSign(v result.Verdict) content.Tone {
	if v == result.Unknown {
		return content.Away
	}
	return verdictTone(v)
}

// listedUnpaid is what the list of payments tells of those not made, for whoever may read names; false where there
// is no such list.
func (e *Env) listedUnpaid() (string, bool) {
	if !e.Profile.Open() {
		return "", false
	}
	agenda := state.ThisWeek(e.Window)
	if !agenda.HasList {
		return "", false
	}
	late := 0
	for _, o := range agenda.Owed {
		if o.Days > lateAfter {
			late++
		}
	}
	if n := len(agenda.Owed); n > 0 {
		return e.Words(fmt.Sprintf("一覧にある未払い %d件（月末から60日を過ぎた %d件）", n, late),
			fmt.Sprintf("listed and unpaid %d (over 60 days after the month: %d)", n, late)), true
	}
	return e.Words("一覧にある未払い 0件", "listed and unpaid 0"), true
}
