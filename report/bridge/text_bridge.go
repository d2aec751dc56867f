package bridge

import (
	"slices"
	"strings"

	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/report/content"
)

// order says in what order the steps are taken, and what that means.
var order = lang.Text{
	JA: "1つずつ置きかえて計算し直した差です。順番は 定義・道具 → 設定 → 時間の経過 → 記入 → 名前・ID → 訂正 → 誤りの有無 → 削除 → 追加 で、足すとちょうど全体の差になります（順番を変えると、" +
		"内訳は変わることがあります）。",
	EN: "Each line is the difference of two computations with one more thing replaced, in the order definitions, " +
		"settings, time, filled in, renamed, corrected, findings, removed, added; they add up to the whole exactly " +
		"(another order may share " +
		"it out otherwise).",
}

// bridges prints how each figure came from the old value to the new one.
func (p *printer) bridges(r *Result) {
	p.line("\n%s", p.say("■ 指標の動き", "# Figures"))
	if len(r.Bridges) == 0 {
		p.line("  %s", p.say("値の変わった指標はありません。", "No figure has changed."))
	} else {
		p.line("  %s", order.In(p.lang))
	}
	for i := range r.Bridges {
		if p.visible(&r.Bridges[i]) {
			p.bridge(&r.Bridges[i], "  ")
		}
	}
	p.tiny(r.Bridges, "  ")
	if len(r.Hidden) > 0 {
		p.line(p.say("  どちらかで伏せられている（x）ため比べられない指標: %d", "  figures that one side does not tell (x): %d"), len(r.Hidden))
	}
	if r.Old.Definitions != "" && r.New.Definitions != "" && r.Old.Definitions != r.New.Definitions {
		p.line("  %s", p.say("定義の版が違います。数字の動きには定義の変更も含まれることがあります。",
			"The definitions differ; part of the change may come from them."))
	}
}

func (p *printer) bridge(b *Bridge, indent string) {
	head := indent + b.ID + "  " + b.Title.In(p.lang) + p.say("　", "  ") + p.point(b.Old, b.Unit) + " → " +
		p.point(b.New, b.Unit)
	if b.Old.Value != nil && b.New.Value != nil {
		head += p.say("　", "  ") + p.change(*b.Old.Value, *b.New.Value, b.Unit)
	}
	p.line("%s", head)
	for _, t := range b.Terms {
		p.line(p.say("%s    %s　%s%s", "%s    %s  %s%s"), indent, p.causes(t.Causes), p.change(t.From, t.To, b.Unit),
			p.basis(t.At, b.Unit, "  → "))
	}
}

// visible reports that something of a bridge is seen at the digits that are shown.
func (p *printer) visible(b *Bridge) bool {
	if len(b.Terms) == 0 {
		return true
	}
	return slices.ContainsFunc(b.Terms, func(t Term) bool {
		return strings.Trim(content.Difference(t.From, t.To, string(b.Unit)), "−0.") != ""
	})
}

// tiny names the figures whose changes cannot be seen.
func (p *printer) tiny(all []Bridge, indent string) {
	var titles []string
	for i := range all {
		if !p.visible(&all[i]) {
			titles = append(titles, all[i].Title.In(p.lang))
		}
	}
	if len(titles) > 0 {
		p.line("%s%s%s", indent, p.say("表示の桁より小さい変化だけの指標: ", "changed by less than is shown: "),
			strings.Join(titles, p.say("、", ", ")))
	}
}

func restatedBridges(r *Restatement) []Bridge {
	var all []Bridge
	for _, f := range r.Figures {
		all = append(all, f.Bridge)
	}
	return all
}

func (p *printer) point(at Point, unit kpi.Unit) string {
	if at.Value == nil {
		return p.say("なし", "none") + p.because(at.Reason)
	}
	return p.quantity(*at.Value, unit) + p.basis(at, unit, " ")
}

func (p *printer) because(reason lang.Text) string {
	if reason.Empty() {
		return ""
	}
	return p.say("（", " (") + reason.In(p.lang) + p.say("）", ")")
}

// basis is the fraction behind a ratio.
func (p *printer) basis(at Point, unit kpi.Unit, before string) string {
	if unit != kpi.Ratio || at.Numerator == nil || at.Denominator == nil {
		return ""
	}
	return before + "(" + content.Round(*at.Numerator, decimals(*at.Numerator)) + "/" +
		content.Round(*at.Denominator, decimals(*at.Denominator)) + ")"
}

func decimals(v float64) int {
	if v == float64(int64(v)) {
		return 0
	}
	return 1
}

// change prints to − from as the difference of the printed values, so that a bridge adds up as it
// is printed. A change too small to be seen is marked so.
func (p *printer) change(from, to float64, unit kpi.Unit) string {
	text := content.Difference(from, to, string(unit))
	zero := strings.Trim(text, "0.") == ""
	switch {
	case !zero && !strings.HasPrefix(text, "−"):
		text = "+" + text
	}
	suffix := ""
	if unit == kpi.Ratio {
		suffix = p.say("ポイント", " points")
	}
	if zero && from != to {
		suffix += p.say("（表示の桁より小さい変化）", " (smaller than is shown)")
	}
	return text + suffix
}

// restated prints the alarm, or that the past stands.
func (p *printer) restated(r *Restatement, hasRows bool) {
	switch {
	case r.Empty() && (hasRows || r.AsOf != 0):
		p.line("\n"+p.say("■ %s までの数字は、そのまま変わっていません。", "# Nothing up to %s was told otherwise."), r.AsOf)
		return
	case r.Empty():
		return
	case !r.LateOnly():
		p.line("\n"+p.say("■ %s までの数字が、訂正や削除で変わっています", "# Figures up to %s were told otherwise"), r.AsOf)
	default:
		p.line("\n"+p.say("■ %s までの数字が、あとからの記入・追加で変わっています", "# Figures up to %s have changed by late entries"), r.AsOf)
	}
	if r.Closed {
		p.line("  %s", p.say("対象期間はこの日までに終わっています。公表や報告に使った数字であれば、訂正のお知らせが要るか確かめてください。",
			"The period had ended by then. If these figures were reported or published, see whether a correction is due."))
	}
	for _, m := range r.Months {
		p.month(&m)
	}
	if len(r.Figures) > 0 {
		p.line(p.say("  %s 時点の指標（同じ日付で計算し直した値）", "  Figures as of %s, computed again at that date"), r.AsOf)
	}
	for i := range r.Figures {
		f := &r.Figures[i]
		if p.visible(&f.Bridge) {
			p.bridge(&f.Bridge, "    ")
			p.refer(f.Rows, "        ")
		}
	}
	p.tiny(restatedBridges(r), "    ")
	if !hasRows {
		p.line("  %s",
			p.say("前の行が残っていないため、どの行・セルかは分かりません（pilot90 seal --for hub --keep-ledger で残すと分かります。台帳の古い写しがあれば、それと比べてください）。",
				"The old rows are not there, so the cells cannot be named (pilot90 seal --for hub --keep-ledger keeps them; or "+
					"compare with an old copy of the ledger)."))
	}
}

var measureWords = map[string]lang.Text{
	"tasks": {JA: "作業の件数", EN: "tasks"}, "hours": {JA: "作業時間", EN: "hours"},
	"pay":  {JA: "報酬（作業日で）", EN: "pay, by work date"},
	"paid": {JA: "支払額（支払日で）", EN: "paid, by payment date"}, "revenue": {JA: "売上", EN: "revenue"},
}

func (p *printer) month(m *RestatedMonth) {
	y, month, _ := m.First.YMD()
	p.line(p.say("  %d年%d月（締まった月）", "  %d-%02d (closed month)"), y, int(month))
	for _, mm := range m.Measures {
		var parts []string
		for _, t := range mm.Terms {
			parts = append(parts, p.causes(t.Causes)+" "+p.change(t.From, t.To, mm.Unit))
		}
		p.line(p.say("    %s　%s → %s（%s）", "    %s  %s → %s (%s)"), measureWords[mm.Name].In(p.lang),
			p.quantity(mm.Old, mm.Unit), p.quantity(mm.New, mm.Unit), strings.Join(parts, p.say("、", ", ")))
	}
	p.refer(m.Rows, "    ")
}
