package rollup

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pilot90/cohort"
	"pilot90/cohort/lang"
	"pilot90/cohort/setting"
	"pilot90/kpi"
	"pilot90/kpi/disclose"
	"pilot90/kpi/result"
	"pilot90/report"
	"pilot90/report/block"
	"pilot90/report/content"
	"pilot90/report/plan"
)

// Formats are those of a rollup's paper.
var Formats = []string{"pdf", "html", "xlsx", "json"}

// Files are the paper of a rollup in the formats: report.pdf, report.html, report.xlsx, figures.json. The last, which
// has each figure of each municipality, is written as it goes to its place and is never in memory whole.
func Files(ctx context.Context, r *result.Result, l lang.Lang, tool string, formats []string) ([]report.File, error) {
	doc, run := Paper(r, l, tool), report.Run{Result: r, Definitions: definitionsOf(r), Lang: l, Version: tool}
	var all []report.File
	for _, format := range formats {
		if format == "json" {
			all = append(all, report.File{Name: "figures.json", Write: func(out io.Writer) error { return r.WriteJSON(out, l) }})
			continue
		}
		files, _, err := report.Render(ctx, doc, run, []string{format})
		if err != nil {
			return nil, err
		}
		all = append(all, files...)
	}
	return all, nil
}

// definitionsOf are the definitions of the figures of a rollup.
func definitionsOf(r *result.Result) []kpi.Definition {
	g := newGathering()
	for i := range r.Figures {
		g.definition(r.Figures[i].ID)
	}
	return g.definitions()
}

// paper is what the sections are made from.
type paper struct {
	words
	*result.Result
	env *block.Env
}

// Paper is the report of a rollup: who reported, the figures of all, how far municipalities differ beyond chance,
// each of them in the order of codes, grants by target. It ranks nobody.
func Paper(r *result.Result, l lang.Lang, tool string) *content.Report {
	pilot := setting.Default()
	p := &paper{words{l}, r, &block.Env{Cohort: &cohort.Ledger{Pilot: pilot}, Window: &kpi.Window{Clock: r.Clock,
		Pilot: pilot}, Result: r, Definitions: definitionsOf(r), Lang: l, Plan: &plan.Plan{},
		Profile: disclose.ProfileOf(r.Profile, pilot.Privacy)}}
	doc := &content.Report{Lang: string(l), Title: p.title(),
		Subtitle: r.Program, Edition: p.say("合計", "all together"), Marking: p.marking(), Meta: p.meta(tool),
		Footer: r.Program + p.say("　"+r.Clock.AsOf.EraString(lang.JA)+"現在", "  as of "+r.Clock.AsOf.String()),
		Sections: []content.Section{
			{ID: "summary", Title: p.say("まとめ", "In short"), Blocks: p.summary()},
			{ID: "ways", Title: p.say("自治体ごとの歩み（団体コード順）", "The way of each municipality, by code"), Blocks: p.ways()},
			{ID: "groups", Title: p.apart(), Blocks: slices.Concat(p.groups(), p.bridges())},
			{ID: "hubs", Title: p.say("共同の拠点", "Hubs of several municipalities"), Blocks: p.hubs()},
			{ID: "cohorts", Title: p.say("期ごとの比較", "Cohorts side by side"), Blocks: p.cohorts()},
			{ID: "limits", Title: p.say("自治体による違い", "How municipalities differ"), Blocks: p.limits()},
			{ID: "durations", Title: p.say("続いている期間", "How long it lasts"), Blocks: p.durations()},
			{ID: "practice", Title: p.say("取り組み方", "How it is done"), Blocks: p.practice()},
			{ID: "each", Title: p.say("自治体ごとの値（団体コード順）", "Each municipality, by code"), Blocks: p.each()},
			{ID: "grants", Title: p.say("交付金の目標と実績", "Grants: targets and results"), Blocks: p.grants()},
			{ID: "figures", Title: p.say("資料：合計のすべての指標", "Appendix: all figures"), Blocks: p.figures()},
			{ID: "reporting", Title: p.say("資料：提出の状況", "Appendix: who reported"), Blocks: p.reporters()},
		}}
	if len(p.Rollup.Municipalities) > mostStrips { // pages that are looked up in, not read
		i := slices.IndexFunc(doc.Sections, func(s content.Section) bool { return s.ID == "each" })
		each := doc.Sections[i]
		each.Title = p.say("資料：自治体ごとの値（団体コード順）", "Appendix: each municipality, by code")
		doc.Sections = append(slices.Delete(doc.Sections, i, i+1), each)
	}
	doc.Sections = slices.DeleteFunc(doc.Sections, func(s content.Section) bool { return len(s.Blocks) == 0 })
	report.FinishCharts(doc, l)
	return doc
}

// apart is the title of the section that takes all apart.
func (p *paper) apart() string {
	by := ""
	if p.Rollup.By != nil {
		by = *p.Rollup.By
	}
	switch by {
	case "prefecture":
		return p.say("都道府県ごと", "By prefecture")
	case "year":
		return p.say("年度ごと", "By fiscal year")
	}
	return p.say("事業の型ごと", "By model")
}

// title is that of the report: of several municipalities, or of one over its years.
func (p *paper) title() string {
	if len(p.Rollup.Reported) == 1 && len(p.Rollup.Reported[0].Towns) == 0 {
		return p.Program + p.say(" 実績報告", ": results")
	}
	return p.say("自治体合計の実績報告", "Results of all municipalities")
}

func (p *paper) marking() string {
	if p.Profile == "" {
		return p.say("庁内限り", "internal")
	}
	return ""
}

func (p *paper) meta(tool string) []content.Pair {
	return []content.Pair{
		{Label: p.say("自治体", "Municipalities"), Value: fmt.Sprint(len(p.Rollup.Reported))},
		{Label: p.say("対象期間", "Period"), Value: p.env.Day(p.Clock.From) + p.say(" から ", " to ") + p.env.Day(p.Clock.To)},
		{Label: p.say("基準日", "As of"), Value: p.env.Day(p.Clock.AsOf)},
		{Label: p.say("定義・道具", "Versions"), Value: p.say("定義 ", "definitions ") + kpi.Version + p.say("、", ", ") +
			"pilot90 " +
			tool},
	}
}

// widestYen is from how many yen on an amount is too wide for a card.
const widestYen = 100_000_000

// summary says who is in it, and the main figures of all.
func (p *paper) summary() []content.Block {
	lines := p.reporting(p.Result)
	for i, line := range lines { // on a terminal they are lines, here sentences
		first, size := utf8.DecodeRuneInString(line)
		lines[i] = string(unicode.ToUpper(first)) + line[size:]
	}
	blocks := []content.Block{content.Paragraph{Text: lines[0] + p.say("。", ".")}}
	if len(lines) > 1 {
		blocks = append(blocks, content.List{Items: lines[1:]})
	}
	var cards content.Cards
	for _, id := range shown().Each {
		f := kpi.Find(p.Figures, id)
		if f == nil {
			continue
		}
		c := content.Card{Figure: id, Title: f.Title.In(p.Lang), Value: p.env.Value(f), Detail: p.env.Basis(f),
			Known: f.Value != nil}
		if f.Value != nil && f.Unit == kpi.Yen && *f.Value >= widestYen { // the table has it to the yen
			c.Value = content.TenThousands(*f.Value, string(p.Lang))
		}
		if f.Value != nil && len(p.Rollup.Reported) > 1 {
			c.Note = fmt.Sprintf(p.say("%d 自治体の合計", "from %d municipalities"), f.Municipalities)
		}
		if slices.Contains(p.Rollup.AtMost, id) {
			c.Note += p.say("（最大の数）", " (at most)")
		}
		cards.Cards = append(cards.Cards, c)
	}
	return append(blocks, cards)
}

// reporters are those who handed in and those who have not, by code.
func (p *paper) reporters() []content.Block {
	t := &content.Table{ID: "reporters", Caption: p.say("提出した自治体", "Municipalities that reported"),
		Columns: []content.Column{{Head: p.say("団体コード", "Code"), Width: 14}, {Head: p.say("自治体", "Municipality"), Width: 24},
			{Head: p.say("都道府県", "Prefecture"), Width: 16}, {Head: p.say("基準日", "As of"), Width: 16},
			{Head: p.say("台帳の誤り", "Errors open"), Align: content.Right, Width: 14}, {Head: p.say("注", "Notes"), Width: 30}}}
	left := 0
	for _, m := range p.Rollup.Municipalities {
		note := ""
		if slices.ContainsFunc(p.Rollup.Late, func(l result.Reporter) bool { return l.Code == m.Code }) {
			note = p.say("基準日が前のもの", "of an earlier day")
		}
		if m.Revision > 1 {
			note += fmt.Sprintf(p.say("　%d 回目の提出", " number %d"), m.Revision)
		}
		if note == "" && m.Findings.Errors == 0 && len(p.Rollup.Municipalities) > mostStrips {
			left++
			continue
		}
		t.Rows = append(t.Rows, []string{m.Code, nameOf(m.Place), p.prefecture(m.Place), m.AsOf,
			fmt.Sprint(m.Findings.Errors), note})
	}
	if left > 0 {
		t.Notes = []string{fmt.Sprintf(p.say("表にない %d 自治体は、基準日 %s のものが届いていて、台帳に誤りがありません。",
			"The %d that are not listed have reported as of %s, without an error open in their ledgers."), left, p.Clock.AsOf)}
	}
	for _, m := range p.Rollup.Missing {
		t.Rows = append(t.Rows, []string{m.Code, nameOf(m), p.prefecture(m), "―", "",
			p.say("未提出（0ではありません）", "missing (not 0)")})
	}
	slices.SortStableFunc(t.Rows, func(a, b []string) int { return slices.Compare(a[:1], b[:1]) })
	if len(t.Rows) == 0 { // nobody has anything to note
		return []content.Block{content.Paragraph{Text: strings.Join(t.Notes, "")}}
	}
	return []content.Block{t}
}

// figures is the table of all figures, with the municipalities behind each; what is to be said of one stands below.
func (p *paper) figures() []content.Block {
	t := &content.Table{ID: "pooled", Caption: p.say("合計の指標", "Figures of all"), Columns: []content.Column{
		{Head: p.say("指標", "Figure"), Width: 30},
		{Head: p.say("値", "Value"), Align: content.Right, Width: 21},
		{Head: p.say("もと", "Basis"), Align: content.Right, Width: 24},
		{Head: p.say("95 %区間", "95 % interval"), Align: content.Right, Width: 24},
		{Head: p.say("自治体", "From"), Align: content.Right, Width: 9}}}
	without := &content.Table{ID: "without", Caption: p.say("値のない指標", "Figures without a value"),
		Columns: []content.Column{{Head: p.say("理由", "Reason"), Width: 32}, {Head: p.say("指標", "Figures"), Width: 68}}}
	var caveats []string
	for i := range p.Figures {
		f := &p.Figures[i]
		if f.Value == nil && (!f.Suppressed || f.Municipalities == 0) {
			p.unvalued(without, f)
			continue
		}
		interval := ""
		if f.Interval != nil {
			interval = p.env.Quantity(f.Interval[0], f.Unit) + p.say("〜", " to ") + p.env.Quantity(f.Interval[1], f.Unit)
		}
		t.Rows = append(t.Rows, []string{f.Title.In(p.Lang), p.env.Value(f), p.env.Basis(f), interval,
			fmt.Sprint(f.Municipalities)})
		if text := p.caveat(f); text != "" {
			caveats = append(caveats, f.Title.In(p.Lang)+p.say("：", ": ")+text)
		}
	}
	t.Notes = []string{p.say("割合は分子の合計 ÷ 分母の合計です。自治体の値の平均ではありません。「自治体」は、その指標のもとになった自治体の数です。",
		"Ratios are sums divided by sums, never the mean of ratios. From: how many municipalities a figure rests on.")}
	if p.Profile != "" {
		t.Notes = append(t.Notes, p.say("x は、人が特定されないよう示していない値です。", "x: not told, so that nobody can be known."))
	}
	t.Notes = append(t.Notes, caveats...)
	if len(without.Rows) > 0 {
		return []content.Block{t, without}
	}
	return []content.Block{t}
}

// unvalued adds a figure to those of its reason, a line each.
func (p *paper) unvalued(t *content.Table, f *kpi.Figure) {
	reason := f.Reason
	if f.Suppressed || reason.Empty() {
		reason = lang.Text{JA: "この指標のデータを出した自治体がありません", EN: "no municipality has handed in data of this figure"}
	}
	for _, row := range t.Rows {
		if row[0] == reason.In(p.Lang) {
			row[1] += p.say("、", ", ") + f.Title.In(p.Lang)
			return
		}
	}
	t.Rows = append(t.Rows, []string{reason.In(p.Lang), f.Title.In(p.Lang)})
}

// caveat is the first warning of a figure that its line does not say already: how many municipalities it rests on
// stands in a column.
func (p *paper) caveat(f *kpi.Figure) string {
	for _, w := range f.Warnings {
		if w != fewer(len(p.Rollup.Reported), f.Municipalities) {
			return w.In(p.Lang)
		}
	}
	return ""
}

// durations are the curves of all observed times, where they are told.
func (p *paper) durations() []content.Block {
	blocks := p.env.Blocks(plan.Block{Kind: "contract_curve"})
	blocks = append(blocks, p.env.Blocks(plan.Block{Kind: "worker_curve"})...)
	return append(blocks, p.lengths()...)
}
