package merge

import (
	"fmt"

	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/survival"
)

// Pool puts the parts of one figure together by its law; see Pile.
func Pool(d kpi.Definition, parts []*Part) kpi.Figure {
	pile := NewPile(d)
	for _, p := range parts {
		pile.Add(p)
	}
	return pile.Figure()
}

// Figure is that of all parts by the law of the figure. Those that tell nothing are passed over, and with none that
// does there is no value. N and Excluded add up.
//
// sum: Σ value. ratio and mean: Σ numerator ÷ Σ denominator, with Wilson's 95 % interval of the counts where they
// are of a whole. distribution: the type-7 median of the bins. duration: the figure of all observed times, by the
// code that computes it for one ledger. by group: Σ of value and of each column.
func (p *Pile) Figure() kpi.Figure {
	d, f := &p.d, kpi.Figure{}
	switch {
	case d.Law.Kind == kpi.Apart:
		f.Reason = d.Law.Why
	case p.told == 0:
		f.Reason = nobody
	default:
		f = p.pooled()
	}
	f.ID, f.Title, f.Unit, f.Better, f.Counts = d.ID, d.Title, d.Unit, d.Better, d.Counts
	f.Class, f.About = d.Class, d.About
	f.Topic, f.Reach, f.Ends = d.Topic, d.Reach, d.Ends
	f.Disclosure = kpi.Disclosure{Table: d.Table, Line: d.Line, Inner: d.Inner}
	f.N, f.Excluded = p.n, p.excluded
	if p.told > 0 {
		f.Unit, f.Class = p.unit, max(f.Class, p.class)
	}
	if f.Value != nil && f.N == 0 && p.unknown {
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

func (p *Pile) pooled() kpi.Figure {
	var f kpi.Figure
	law, known := p.d.Law, map[string]float64{}
	bins := p.bins.inOrder()
	switch law.Kind {
	case kpi.Added, kpi.Grouped:
		p.addUp(&f)
	case kpi.Divided, kpi.Averaged:
		p.quotient(&f, known)
	case kpi.Distributed:
		p.distribute(&f, bins, known)
	case kpi.Lasting:
		return law.Fitted(p.subjects())
	}
	if f.Value != nil {
		known["value"] = *f.Value
	}
	if bins != nil {
		for _, c := range bins.Counts {
			known[kpi.BinKey(c[0])] = float64(c[1])
		}
	}
	f.Parts = p.pooledBeside(known)
	if g := law.Groups; g != nil && !g.Free && p.table != nil {
		f.Parts = append(f.Parts, p.table.pooled(law))
	}
	return f
}

func (p *Pile) addUp(f *kpi.Figure) {
	sum, ok := p.values.told()
	if !ok {
		f.Reason = tooFew
		return
	}
	f.Value = &sum
	line := lang.Plain(sum)
	f.Arithmetic = lang.Text{JA: fmt.Sprintf("%d 自治体の合計 = %s", p.values.n, line),
		EN: fmt.Sprintf("sum over %d municipalities = %s", p.values.n, line)}
}

func (p *Pile) quotient(f *kpi.Figure, known map[string]float64) {
	for key, t := range p.more {
		known[key] = t.sum()
	}
	num, den := p.num.sum(), p.den.sum()
	known["numerator"], known["denominator"] = num, den
	for _, n := range p.records {
		if n == 0 {
			f.Reason = tooFew
		}
	}
	if den == 0 || p.claimed[0] > 0 && p.claimed[1] == 0 {
		f.Reason = tooFew
	}
	if !f.Reason.Empty() {
		return
	}
	kpi.Divide(f, num, den)
	if !p.trials {
		return
	}
	if ci := survival.Wilson(int(num), int(den)); ci.Defined() {
		f.Interval = &[2]float64{ci.Lower, ci.Upper}
	}
}

func (p *Pile) distribute(f *kpi.Figure, bins *Bins, known map[string]float64) {
	known["sum"], known["n"] = p.sums.sum(), float64(bins.N())
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
