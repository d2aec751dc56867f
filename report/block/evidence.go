package block

import (
	"fmt"
	"slices"
	"strings"

	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var evidenceKind = Kind{
	Name:  "evidence",
	About: "数字の出どころ：値、もと、95％の幅、読み方（figures が必要）",
	Needs: plan.Figures,
	Build: (*Env).evidence,
}

// evidence lists shares with what they rest on, their interval in whole per cent, and how they are read. The shares of
// the grant come first.
func (e *Env) evidence(b plan.Block) []content.Block {
	t := &content.Table{ID: "evidence", Caption: e.Words("数字の出どころ", "Where the figures are from"),
		Columns: []content.Column{{Head: e.Words("指標", "Figure"), Width: 28},
			{Head: e.Words("値", "Value"), Align: content.Right, Width: 12},
			{Head: e.Words("もと", "Of"), Align: content.Right, Width: 12},
			{Head: e.Words("95%の幅", "95 % interval"), Align: content.Right, Width: 13},
			{Head: e.Words("読み方", "How it is read"), Width: 37}}}
	var ids []string
	for _, g := range e.Result.Grants {
		for _, i := range g.Indicators {
			if f := e.figure(i.Figure); f != nil && f.Unit == kpi.Ratio {
				ids = append(ids, f.ID)
			}
		}
	}
	open, least := false, 0.0
	for k, id := range append(ids, b.Figures...) {
		f := e.figure(id)
		if f == nil || f.Value == nil || slices.Contains(append(ids, b.Figures...)[:k], id) {
			continue
		}
		open = open || !f.Open.Empty()
		basis := ""
		if f.Numerator != nil && f.Denominator != nil && f.Unit == kpi.Ratio {
			basis = sumText(*f.Numerator) + " / " + sumText(*f.Denominator) + e.thing(f)
			if f.About == kpi.AboutPersons && (least == 0 || *f.Denominator < least) {
				least = *f.Denominator
			}
		}
		t.Rows = append(t.Rows, []string{e.Say(f.Title), e.Value(f) + Dagger(f), basis, e.wholeInterval(f), e.reading(id)})
	}
	if len(t.Rows) == 0 {
		return nil
	}
	var note []string
	if open {
		note = append(note, e.Words("† 台帳の直すところを除いた値。直すと変わることがある。",
			"† Rows to be mended are left out; the value may change."))
	}
	if few := 30.0; least > 0 && least < few {
		note = append(note, e.Words(fmt.Sprintf("人数が少ないため、割合は1人で%sポイント動く。", content.Round(100/least, 0)),
			fmt.Sprintf("With so few people, one person moves a share by %s points.", content.Round(100/least, 0))))
	}
	if len(note) > 0 {
		t.Notes = []string{strings.Join(note, e.Words("", " "))}
	}
	dropEmpty(t)
	return headed(t)
}

// wholeInterval is the interval of a share in whole per cent: 28〜79%.
func (e *Env) wholeInterval(f *kpi.Figure) string {
	if f.Interval == nil || f.Unit != kpi.Ratio {
		return ""
	}
	return content.Round(f.Interval[0]*100, 0) + e.Words("〜", "–") + content.Round(f.Interval[1]*100, 0) + "%"
}

// reading is the line of a figure, with the days of the cycle.
func (e *Env) reading(id string) string {
	reading := lang.Text{}
	if d := e.definition(id); d != nil {
		reading = d.Reading
	}
	return strings.ReplaceAll(e.Say(reading), "{cycle}", fmt.Sprint(e.Cohort.Pilot.Cycle.Length()))
}
