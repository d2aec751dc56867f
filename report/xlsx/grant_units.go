package xlsx

import (
	"fmt"
	"strings"
	"time"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/grant"
	"pilot90/report/content"
)

// format is the number format of an indicator's values: a share is shown as per cent.
func (p *grantPage) format(i *grant.Indicator, f *kpi.Figure) string {
	switch {
	case f != nil && f.Unit == kpi.Ratio && !perCent(i.Unit):
		return `0.0%;"−"0.0%`
	case f != nil && f.Unit == kpi.Ratio:
		return `0.0;"−"0.0`
	}
	for _, v := range []*float64{i.Baseline, i.Target, i.Actual} {
		if v != nil && *v != float64(int64(*v)) {
			return sumFormat(v)
		}
	}
	return `#,##0;"−"#,##0`
}

// perCent reports whether a unit means values of 100 for the whole.
func perCent(unit string) bool { return strings.ContainsAny(unit, "%％") || unit == "パーセント" }

// unit is the unit of an indicator as people write it.
func (p *grantPage) unit(i *grant.Indicator, f *kpi.Figure) string {
	switch {
	case f != nil && f.Unit == kpi.Ratio:
		return "%"
	case f != nil && i.Unit == string(f.Unit) && f.Unit == kpi.Count && f.Counts == kpi.Persons:
		return p.words("人", "people")
	case f != nil && i.Unit == string(f.Unit) && f.Unit == kpi.Count:
		return p.words("件", "")
	case f != nil && i.Unit == string(f.Unit):
		return f.Unit.Word().In(p.o.Lang)
	}
	return i.Unit
}

// fiscal is a fiscal year by its era.
func (e *edition) fiscal(year int) string {
	text := cell.NewDay(year, time.April, 1).EraString(e.o.Lang)
	if before, _, ok := strings.Cut(text, "年"); ok {
		return before + "年度"
	}
	return fmt.Sprintf("FY%d", year)
}

func timeMonth(m int) time.Month { return time.Month(m) }

func contentYen(v float64, l lang.Lang) string {
	return content.Quantity(v, string(kpi.Yen), string(l))
}
