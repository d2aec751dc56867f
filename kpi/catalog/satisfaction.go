package catalog

import (
	"fmt"

	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/kpi"
	"pilot90/kpi/bound"
)

// respondents is one group of respondents with the id of its figure.
type respondents struct {
	ID     string
	Key    string // as surveys hold it
	JA, EN string
}

// satisfaction declares the mean score of one group of respondents.
func satisfaction(r respondents) kpi.Definition {
	d := kpi.Definition{
		Title:   lang.Text{JA: "満足度（" + r.JA + "）", EN: "Satisfaction of " + r.EN},
		Unit:    kpi.Score,
		Theme:   kpi.ThemeContent,
		Measure: kpi.Stock,
		Law:     scores(r.Key),
		Formula: lang.Text{
			JA: "対象期間の「" + r.JA + "」の回答の点数（1〜5）の平均。4点以上の割合と回答数を並べる",
			EN: "mean score (1 to 5) of the answers of " + r.EN +
				" in the period, with the share of 4 and 5 and the number of answers",
		},
		Plain: lang.Text{
			JA: r.JA + "へのアンケートで答えた、1点から5点までの点数の平均です。",
			EN: "The mean of the scores, 1 to 5, that " + r.EN + " gave when asked.",
		},
		Better:   kpi.Higher,
		Smallest: 5,
		Needs:    []schema.Key{schema.Surveys},
		Origin:   lang.Text{JA: "満足度調査", EN: "satisfaction survey"},
		Class:    kpi.Amount,
		About:    kpi.AboutAnswers,
		Bearing:  bound.Averaged(func(w *kpi.Window) []bound.Addend { return bound.OpenScores(w, r.Key) }),
		Compute:  func(w *kpi.Window) kpi.Figure { return meanScore(w, r) },
	}
	d.ID = r.ID
	return d
}

func meanScore(w *kpi.Window, r respondents) kpi.Figure {
	var a kpi.Amounts
	high := 0
	for _, s := range w.Surveys {
		if s.Respondent.Value != r.Key || !w.In(s.Date.Value) {
			continue
		}
		if s.Score.Value >= 4 {
			high++
		}
		a.Add(s.Score.Value, useSurvey(w, s))
	}
	for _, s := range w.Cohort.Surveys.Excluded {
		if w.MayBeIn(s.Date) && (!s.Respondent.Known || s.Respondent.Value == r.Key) {
			a.DropFaulty(useSurvey(w, s))
		}
	}
	f := kpi.Figure{N: a.N(), Excluded: a.Excluded, Rows: a.Rows,
		Terms: &kpi.Terms{Numerator: a.Sum(), Denominator: float64(a.N()), Known: []int{a.N()}}}
	if a.N() == 0 {
		f.Reason = lang.Text{
			JA: fmt.Sprintf("対象期間に「%s」の回答がありません", r.JA),
			EN: fmt.Sprintf("there are no answers of %s in the period", r.EN),
		}
		return f
	}
	kpi.Divide(&f, a.Sum(), float64(a.N()))
	f.Parts = kpi.Parts{
		{Key: "share_4_5", Title: lang.Text{JA: "4点以上の割合", EN: "share of 4 and 5"}, Unit: kpi.Ratio,
			Value: float64(high) / float64(a.N())},
		{Key: "n", Title: lang.Text{JA: "回答数", EN: "answers"}, Unit: kpi.Count, Value: float64(a.N())},
	}
	return f
}

func useSurvey(w *kpi.Window, s *record.Survey) kpi.RowUse {
	return w.Use(s.Row, s.Respondent.Value, kpi.CellOf(s.Date), kpi.CellOf(s.Respondent), kpi.CellOf(s.Score))
}

// scores is the law of the answers of one group of respondents: their sum and number, and how many gave which score.
func scores(key string) kpi.Law {
	return kpi.Law{Kind: kpi.Averaged, Bin: 1, Adds: []string{"n"},
		Values: func(w *kpi.Window) []float64 {
			var all []float64
			for _, s := range w.Surveys {
				if s.Respondent.Value == key && w.In(s.Date.Value) {
					all = append(all, s.Score.Value)
				}
			}
			return all
		},
		Derived: []kpi.Derived{{Key: "share_4_5", Of: func(sum, _ kpi.Sums) (float64, bool) {
			four, _ := sum(kpi.BinKey(4))
			five, _ := sum(kpi.BinKey(5))
			n, answered := sum("n")
			return (four + five) / n, answered && n > 0
		}}},
	}
}
