package block

import (
	"fmt"
	"math"
	"slices"

	"pilot90/kpi/facts"
	"pilot90/report/content"
)

// incomeBin is a range of monthly pay in yen: from low up to under high; 0 is no limit.
type incomeBin struct {
	low, high float64
	count     int
}

const (
	mostBins  = 6
	leastBin  = 3    // months; a bin of fewer joins its neighbour
	binsHold  = 0.6  // of all months, in the range that the title names
	finestBin = 1000 // yen
)

// spreadOf sorts monthly pay into equal bins with open tails, at most six, none of fewer than three months; nil for
// fewer than two bins. Bins are 1, 2 or 5 times a power of ten wide, the finest that are enough.
func spreadOf(pay []float64) []incomeBin {
	if len(pay) == 0 {
		return nil
	}
	pay = slices.Sorted(slices.Values(pay))
	low, high := pay[len(pay)/20], pay[len(pay)-1-len(pay)/20]
	for width, step := float64(finestBin), 0; ; step++ {
		first, last := math.Floor(low/width), math.Floor(high/width)
		if last-first < mostBins {
			return joinedBins(binsOf(pay, width, int(first), int(last)))
		}
		width *= []float64{2, 2.5, 2}[step%3]
	}
}

// binsOf counts pay into bins of a width: all under the second edge in the first, all from the last edge in the last.
func binsOf(pay []float64, width float64, first, last int) []incomeBin {
	bins := make([]incomeBin, last-first+1)
	for i := range bins {
		bins[i].low, bins[i].high = float64(width*float64(first+i)), float64(width*float64(first+i+1))
	}
	bins[0].low, bins[len(bins)-1].high = 0, 0
	for _, yen := range pay {
		i := min(max(int(math.Floor(yen/width))-first, 0), len(bins)-1)
		bins[i].count++
	}
	return bins
}

// joinedBins puts bins with too few months into the neighbour towards the middle.
func joinedBins(bins []incomeBin) []incomeBin {
	for len(bins) > 1 {
		i := slices.IndexFunc(bins, func(b incomeBin) bool { return b.count < leastBin })
		if i < 0 {
			return bins
		}
		k := i - 1
		if i < len(bins)/2 {
			k = i
		}
		bins[k] = incomeBin{bins[k].low, bins[k+1].high, bins[k].count + bins[k+1].count}
		bins = slices.Delete(bins, k+1, k+2)
	}
	return nil
}

// namedBins is the shortest run of bins, and of these the fullest, that holds most of the months.
func namedBins(bins []incomeBin) (from, to, count int) {
	all := 0
	for _, b := range bins {
		all += b.count
	}
	for size := 1; size <= len(bins); size++ {
		for i := 0; i+size <= len(bins); i++ {
			n := 0
			for _, b := range bins[i : i+size] {
				n += b.count
			}
			if n > count {
				from, to, count = i, i+size, n
			}
		}
		if float64(count) >= float64(binsHold*float64(all)) {
			break
		}
	}
	return from, to, count
}

// spreadChart draws each month of each person as a dot over bins of pay, those that the title names filled; nil where
// there are too few months to sort. It shows single months, and is for editions that stay inside.
func (e *Env) spreadChart() *content.Chart {
	pay := facts.EarningMonths(facts.MonthPays(e.Window))
	bins := spreadOf(pay)
	if len(bins) < 2 {
		return nil
	}
	from, to, count := namedBins(bins)
	c := &content.Chart{ID: "income_dots", Kind: content.Dots, Unit: e.Words("か月分", " months of people"),
		Twin: &content.Table{Caption: e.Words("月の収入", "Monthly income"), Columns: []content.Column{
			{Head: e.Words("月の収入", "Monthly income")}, {Head: e.Words("月の数", "Months"), Align: content.Right}}}}
	run := incomeBin{low: bins[from].low, high: bins[to-1].high}
	named, rest := content.Series{Name: e.binName(run, " ")}, content.Series{Name: e.Words("ほか", "others")}
	for i, b := range bins {
		in, out := 0.0, float64(b.count)
		if i >= from && i < to {
			in, out = out, in
		}
		c.Categories = append(c.Categories, e.binName(b, "\n"))
		named.Values, rest.Values = append(named.Values, &in), append(rest.Values, &out)
		c.Twin.Rows = append(c.Twin.Rows, []string{e.binName(b, " "), fmt.Sprint(b.count)})
	}
	c.Series = []content.Series{named, rest}
	all, part := content.Round(float64(len(pay)), 0), content.Round(float64(count), 0)
	c.Title = e.Words(fmt.Sprintf("収入のあった%sか月分のうち%sか月分が、%sだった。", all, part, e.binName(run, "")),
		fmt.Sprintf("Of %s months of people with pay, %s were %s.", all, part, e.binName(run, " ")))
	return c
}

// binName is a bin in few signs: 1.5万〜2万円, 1万円未満, 3万円以上; apart stands where a line may end.
func (e *Env) binName(b incomeBin, apart string) string {
	yen := func(v float64) string {
		if e.Lang == "ja" && v >= 10000 {
			return content.Round(v/10000, decimals(v/10000)) + "万"
		}
		return content.Round(v, 0)
	}
	gap := apart
	if apart == " " && e.Lang == "ja" {
		gap = ""
	}
	switch {
	case b.low == 0:
		return e.Words(yen(b.high)+"円"+gap+"未満", "under"+apart+yen(b.high)+" yen")
	case b.high == 0:
		return e.Words(yen(b.low)+"円"+gap+"以上", yen(b.low)+" yen"+apart+"and more")
	}
	return e.Words(yen(b.low)+"〜"+gap+yen(b.high)+"円", yen(b.low)+"–"+apart+yen(b.high)+" yen")
}
