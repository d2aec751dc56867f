package xlsx

import (
	"strings"

	"pilot90/cohort/finding"
	"pilot90/kpi"
)

var proposalColumns = []column{
	{finding.Text{JA: "No", EN: "no"}, 6},
	{finding.Text{JA: "交付対象事業の名称", EN: "grant"}, 30},
	{finding.Text{JA: "指標", EN: "indicator"}, 28},
	{finding.Text{JA: "指標ID", EN: "figure_id"}, 28},
	{finding.Text{JA: "単位", EN: "unit"}, 10},
	{finding.Text{JA: "事業開始前", EN: "baseline"}, 12},
	{finding.Text{JA: "目標値", EN: "target"}, 12},
	{finding.Text{JA: "実績値", EN: "actual"}, 12},
	{finding.Text{JA: "達成率（水準）", EN: "level"}, 14},
	{finding.Text{JA: "達成率（増加分）", EN: "gain"}, 14},
	{finding.Text{JA: "事業効果の案", EN: "proposed_rating"}, 34},
	{finding.Text{JA: "判断が必要な理由", EN: "to_be_decided"}, 34},
	{finding.Text{JA: "計算", EN: "arithmetic"}, 50},
	{finding.Text{JA: "値がない理由", EN: "reason"}, 34},
}

// proposals writes the ratings that the official wording leads to, one indicator a row. The
// achievements are formulas over the cells beside them.
func (b *book) proposals(grants []kpi.GrantReport) error {
	d, err := b.startData(proposalSheet, proposalColumns)
	if err != nil {
		return err
	}
	for n, g := range grants {
		for _, k := range g.Indicators {
			if err := b.proposal(d, n+1, g.Grant.Name, k); err != nil {
				return err
			}
		}
	}
	return d.end(0)
}

func (b *book) proposal(d *data, no int, grant string, k kpi.Indicator) error {
	var words []string
	for _, e := range k.Rating.Proposed {
		words = append(words, e.Words().In(b.o.Lang))
	}
	row := d.row + 1
	return d.add(no, text(grant), text(k.Title.In(b.o.Lang)), text(k.Figure), text(k.Unit), k.Baseline, k.Target, k.Actual,
		achieved(k.Level, row, "H#/G#"), achieved(k.Gain, row, "(H#-F#)/(G#-F#)"),
		text(strings.Join(words, " / ")), text(k.Rating.Open.In(b.o.Lang)), text(k.Rating.Arithmetic.In(b.o.Lang)), text(k.Reason.In(b.o.Lang)))
}

// achieved is an achievement as a formula; # stands for the row.
func achieved(v *float64, row int, code string) any {
	if v == nil {
		return nil
	}
	return formula{strings.ReplaceAll(code, "#", address(1, row)[1:]), *v}
}
