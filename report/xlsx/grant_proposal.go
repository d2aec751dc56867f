package xlsx

import (
	"strings"

	"pilot90/cohort/lang"
	"pilot90/kpi/grant"
)

var proposalColumns = []column{
	{lang.Text{JA: "No", EN: "no"}, 6},
	{lang.Text{JA: "交付対象事業の名称", EN: "grant"}, 30},
	{lang.Text{JA: "指標", EN: "indicator"}, 28},
	{lang.Text{JA: "指標ID", EN: "figure_id"}, 28},
	{lang.Text{JA: "単位", EN: "unit"}, 10},
	{lang.Text{JA: "事業開始前", EN: "baseline"}, 12},
	{lang.Text{JA: "目標値", EN: "target"}, 12},
	{lang.Text{JA: "実績値", EN: "actual"}, 12},
	{lang.Text{JA: "達成率（水準）", EN: "level"}, 14},
	{lang.Text{JA: "達成率（増加分）", EN: "gain"}, 14},
	{lang.Text{JA: "事業効果の案", EN: "proposed_rating"}, 36},
	{lang.Text{JA: "判断が必要な理由", EN: "to_be_decided"}, 36},
	{lang.Text{JA: "計算", EN: "arithmetic"}, 50},
	{lang.Text{JA: "値がない理由", EN: "reason"}, 36},
}

// proposals writes the ratings that the official wording leads to, one indicator a row. The
// achievements are formulas over the cells beside them.
func (b *book) proposals(grants []grant.Report) error {
	d, err := b.startData(proposalSheet, proposalColumns, nil)
	if err != nil {
		return err
	}
	if err := b.printed(d.sheet, 2); err != nil {
		return err
	}
	for n, g := range grants {
		for _, k := range g.Indicators {
			if err := b.proposal(d, n+1, g.Grant.Name, k); err != nil {
				return err
			}
		}
	}
	return d.end(len(proposalColumns))
}

func (b *book) proposal(d *data, no int, grant string, k grant.Indicator) error {
	var words []string
	for _, e := range k.Rating.Proposed {
		words = append(words, e.Words().In(b.o.Lang))
	}
	row := d.row + 1
	actual := plainly(k.Actual)
	if k.Suppressed {
		actual.cell = text(suppressedMark)
	}
	return d.add(no, text(grant), text(k.Title.In(b.o.Lang)), text(k.Figure), text(k.Unit), plainly(k.Baseline),
		plainly(k.Target), actual,
		achieved(k.Level, row, "H#/G#"), achieved(k.Gain, row, "(H#-F#)/(G#-F#)"),
		text(strings.Join(words, " / ")), text(k.Rating.Open.In(b.o.Lang)), text(k.Rating.Arithmetic.In(b.o.Lang)),
		text(k.Reason.In(b.o.Lang)))
}

// plainly is a number of whatever unit, shown without needless decimals.
func plainly(v *float64) shown { return shown{v, sumFormat(v)} }

// achieved is an achievement as a formula; # stands for the row.
func achieved(v *float64, row int, code string) any {
	if v == nil {
		return nil
	}
	return shown{formula{strings.ReplaceAll(code, "#", address(1, row)[1:]), *v}, "0.0%"}
}
