package merge

import (
	"fmt"
	"slices"

	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/survival"
)

// Pool puts the parts of one figure together by its law. All parts are of that figure and of one basis; those that
// tell nothing are passed over, and with none that does there is no value. N and Excluded add up.
//
// sum: Σ value. ratio and mean: Σ numerator ÷ Σ denominator, with Wilson's 95 % interval of the counts where they
// are of a whole. distribution: the type-7 median of the bins. duration: the figure of all observed times, by the
// code that computes it for one ledger. by group: Σ of value and of each column.
func Pool(d kpi.Definition, parts []*Part) kpi.Figure {
	f := kpi.Figure{}
	parts = kept(parts, func(p *Part) bool { return p.fits(d.Law) })
	told := kept(parts, (*Part).Told)
	switch {
	case d.Law.Kind == kpi.Apart:
		f.Reason = d.Law.Why
	case len(told) == 0:
		f.Reason = nobody
	default:
		f = pooled(d.Law, told)
	}
	f.ID, f.Title, f.Unit, f.Better, f.Counts = d.ID, d.Title, d.Unit, d.Better, d.Counts
	f.Class, f.Subject = d.Class, d.Subject
	f.Topic, f.Reach, f.Ends = d.Topic, d.Reach, d.Ends
	f.Disclosure = kpi.Disclosure{Table: d.Table, Line: d.Line, Inner: d.Inner}
	f.N, f.Excluded = 0, 0
	for _, p := range parts {
		f.N += p.N
		f.Excluded += p.Exclude
	}
	for _, p := range told {
		f.Unit, f.Class = p.Unit, max(f.Class, p.Class) // A to D, from the most open
	}
	if f.Value != nil && f.N == 0 && slices.ContainsFunc(parts, unknown) {
		f.Value, f.Arithmetic, f.Reason = nil, lang.Text{}, tooFew
	}
	if f.Value != nil && f.N < d.Smallest {
		f.Warnings = append(f.Warnings, kpi.FewRecords(f.N, d.Smallest))
	}
	return f
}

// fits reports whether the part is of the law: other bins, or other sides, cannot be added to it.
func (p *Part) fits(law kpi.Law) bool {
	if p.Law != law.Kind || p.Bins != nil && p.Bins.Width != law.Bin {
		return false
	}
	if p.Table == nil {
		return true
	}
	for _, r := range p.Table.Rows {
		if r.Bins != nil && r.Bins.Width != law.Bin {
			return false
		}
	}
	return law.Groups != nil && !law.Groups.Free && p.Table.Key == law.Groups.Part
}

var (
	nobody = lang.Text{JA: "この指標のデータを出した自治体がありません", EN: "no municipality has handed in data of this figure"}
	tooFew = lang.Text{JA: "すべての自治体を合わせても、計算できる記録がありません",
		EN: "all municipalities together have no records to compute it from"}
)

// unknown reports that there is something to add up, none of which is known: with nothing from others it is not 0.
func unknown(p *Part) bool { return p.Missing == NoCase && p.Exclude > 0 }

func kept(parts []*Part, keep func(*Part) bool) []*Part {
	var all []*Part
	for _, p := range parts {
		if keep(p) {
			all = append(all, p)
		}
	}
	return all
}

func pooled(law kpi.Law, parts []*Part) kpi.Figure {
	var f kpi.Figure
	known := map[string]float64{}
	switch law.Kind {
	case kpi.Added, kpi.Grouped:
		add(&f, parts)
	case kpi.Divided, kpi.Averaged:
		divide(&f, parts, known)
	case kpi.Distributed:
		distribute(&f, parts, known)
	case kpi.Lasting:
		return law.Fitted(subjects(parts))
	}
	if f.Value != nil {
		known["value"] = *f.Value
	}
	if b := allBins(parts); b != nil {
		for _, c := range b.Counts {
			known[kpi.BinKey(c[0])] = float64(c[1])
		}
	}
	f.Parts = pooledBeside(law, parts, known)
	if g := law.Groups; g != nil && !g.Free {
		if p, ok := pooledTable(law, parts); ok {
			f.Parts = append(f.Parts, p)
		}
	}
	return f
}

func add(f *kpi.Figure, parts []*Part) {
	var values []float64
	for _, p := range parts {
		if p.Value != nil {
			values = append(values, *p.Value)
		}
	}
	if len(values) == 0 {
		f.Reason = tooFew
		return
	}
	sum := kpi.Sum(values)
	f.Value = &sum
	line := lang.Plain(sum)
	f.Arithmetic = lang.Text{JA: fmt.Sprintf("%d 自治体の合計 = %s", len(values), line),
		EN: fmt.Sprintf("sum over %d municipalities = %s", len(values), line)}
}

func divide(f *kpi.Figure, parts []*Part, known map[string]float64) {
	var nums, dens []float64
	var records []int
	var claimed [2]int
	trials, more := true, map[string][]float64{}
	for _, p := range parts {
		t := p.Terms
		nums, dens = append(nums, t.Numerator), append(dens, t.Denominator)
		for i, n := range t.Known {
			if i == len(records) {
				records = append(records, 0)
			}
			records[i] += n
		}
		claimed[0], claimed[1] = claimed[0]+t.Claimed[0], claimed[1]+t.Claimed[1]
		trials = trials && t.Trials
		for key, v := range t.More {
			more[key] = append(more[key], v)
		}
	}
	for key, values := range more {
		known[key] = kpi.Sum(values)
	}
	num, den := kpi.Sum(nums), kpi.Sum(dens)
	known["numerator"], known["denominator"] = num, den
	for _, n := range records {
		if n == 0 {
			f.Reason = tooFew
		}
	}
	if den == 0 || claimed[0] > 0 && claimed[1] == 0 {
		f.Reason = tooFew
	}
	if !f.Reason.Empty() {
		return
	}
	kpi.Divide(f, num, den)
	if !trials {
		return
	}
	if ci := survival.Wilson(int(num), int(den)); ci.Defined() {
		f.Interval = &[2]float64{ci.Lower, ci.Upper}
	}
}

func distribute(f *kpi.Figure, parts []*Part, known map[string]float64) {
	bins := allBins(parts)
	var sums []float64
	for _, p := range parts {
		if p.Sum != nil {
			sums = append(sums, *p.Sum)
		}
	}
	known["sum"], known["n"] = kpi.Sum(sums), float64(bins.N())
	median, ok := bins.Quantile(0.5)
	if !ok {
		f.Reason = tooFew
		return
	}
	f.Value = &median
	line := lang.Plain(median)
	f.Arithmetic = lang.Text{JA: fmt.Sprintf("%d 件を %s ごとに数えた中央値 = %s", bins.N(), lang.Plain(bins.Width), line),
		EN: fmt.Sprintf("median of %d counted by %s = %s", bins.N(), lang.Plain(bins.Width), line)}
	if bins.Width > 1 {
		width := lang.Plain(bins.Width)
		f.Warnings = append(f.Warnings, lang.Text{
			JA: "自治体から届くのは " + width + " ごとの件数なので、値には " + width + " 未満の誤差があります",
			EN: "what is handed in are counts by " + width + ": the value may be off by less than that"})
	}
}

func allBins(parts []*Part) *Bins {
	var all []*Bins
	for _, p := range parts {
		all = append(all, p.Bins)
	}
	return together(all)
}

// subjects are those of all event tables.
func subjects(parts []*Part) []survival.Subject {
	var all []survival.Subject
	for _, p := range parts {
		for _, t := range p.Times {
			for range t.Events {
				all = append(all, survival.Subject{Time: t.Days, Event: true})
			}
			for range t.Censored {
				all = append(all, survival.Subject{Time: t.Days})
			}
		}
	}
	return all
}
