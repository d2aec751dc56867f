package report

import (
	"fmt"
	"strings"

	"pilot90/kpi"
	"pilot90/report/content"
)

var questionsKind = Kind{
	Name:  "questions",
	About: "想定問答",
	Build: (*Env).questions,
}

// questions answers what assembly members ask, from the figures alone. A question whose figure
// has no value is answered with the reason.
func (e *Env) questions(PlanBlock) []content.Block {
	t := &content.Table{ID: "questions", Caption: e.words("答えはすべて指標から作っています", "Every answer is made from the figures"),
		Columns: []content.Column{
			{Head: e.words("問い", "Question"), Width: 36}, {Head: e.words("答え", "Answer"), Width: 64}}}
	for _, q := range []struct{ ja, en, answer string }{
		{"いくら使って、何人が収入を得たのですか。", "How much was spent, and how many earned?", e.costAnswer()},
		{"続いているのですか。補助金が切れたら終わりませんか。", "Does it last?", e.lastAnswer()},
		{"月にいくらの収入になるのですか。", "What do people earn a month?", e.incomeAnswer()},
		{"最低賃金を下回っていませんか。", "Is pay below the minimum wage?", e.fairAnswer()},
		{"研修だけで終わっていませんか。", "Is it more than training?", e.joined("ojt_transition_ratio", "recurring_connection_ratio")},
		{"町の外のお金は入っているのですか。", "Does money come from outside?", e.joined("outside_revenue_ratio", "revenue_total")},
		{"来年度に続けるとき、いつまでに始めればよいですか。", "When must a cycle start next year?", e.begin() + e.words("。", ".")},
	} {
		t.Rows = append(t.Rows, []string{e.words(q.ja, q.en), strings.TrimSpace(q.answer)})
	}
	return []content.Block{t}
}

// stated prints a figure as "title value (basis)", or its reason.
func (e *Env) stated(id string) string {
	f := e.figure(id)
	switch {
	case f == nil:
		return ""
	case f.Value == nil:
		return e.say(f.Title) + e.words("：", ": ") + e.say(f.Reason)
	case f.Unit == kpi.Ratio:
		return fmt.Sprintf(e.words("%s %s（%s）", "%s %s (%s)"), e.say(f.Title), e.value(f), e.basis(f))
	}
	return e.say(f.Title) + " " + e.value(f)
}

// joined states the figures one after the other. Where none of them has a value, the reason of the
// first stands for all.
func (e *Env) joined(ids ...string) string {
	var texts []string
	var without *kpi.Figure
	told := false
	for _, id := range ids {
		f := e.figure(id)
		switch {
		case f == nil:
			continue
		case f.Value != nil || f.Suppressed:
			told = true
		case without == nil:
			without = f
		}
		texts = append(texts, e.stated(id))
	}
	if !told && without != nil {
		return e.words("まだ答えられる数字がありません（"+e.say(without.Reason)+"）。",
			"No figure answers this yet ("+e.say(without.Reason)+").")
	}
	return strings.Join(texts, e.words("、", "; ")) + e.words("。", ".")
}

func (e *Env) costAnswer() string {
	text := e.joined("first_income_residents", "cost_per_first_income_resident", "cost_per_retained")
	if f := e.figure("budget_by_class"); f != nil && f.Value != nil {
		text = e.words("執行額は合計 "+e.quantity(*f.Value, kpi.Yen)+" です。", "Spent in all: "+e.quantity(*f.Value, kpi.Yen)+". ") +
			text
	}
	return text
}

func (e *Env) lastAnswer() string {
	text := e.joined("recurring_contract_ratio", "average_continuation_months", "worker_continuation_months",
		"self_sustaining_ratio")
	if f := e.figure("average_continuation_months"); f != nil && f.Value != nil && len(f.Warnings) > 0 {
		text += e.words("", " ") + e.say(f.Warnings[0]) + e.words("。", ".")
	}
	return text
}

func (e *Env) incomeAnswer() string {
	return e.joined("monthly_income") + e.lowIncomeAnswer()
}

func (e *Env) lowIncomeAnswer() string {
	switch share := e.lowIncome(); share {
	case none:
		return ""
	case kpi.Mark:
		return e.words("月5,000円以下の割合：秘匿（x）。", " 5,000 yen or less: not shown (x).")
	default:
		return e.words("月5,000円以下は "+share+" です。", " 5,000 yen or less: "+share+".")
	}
}

func (e *Env) fairAnswer() string {
	return e.joined("effective_hourly_pay", "below_reference_workers") +
		e.words("雇用でないテレワークに最低賃金は適用されないため、参考としての比較です。",
			" A comparison for reference: the minimum wage does not apply to non-employed telework.")
}

var rowsKind = Kind{
	Name:  "rows",
	About: "指標の根拠の行（figures が必要。profile = \"hub\" の版だけ）",
	Needs: Figures,
	Build: (*Env).rows,
}

// rows lists the ledger rows behind the chosen figures, record by record.
func (e *Env) rows(b PlanBlock) []content.Block {
	var blocks []content.Block
	for _, id := range b.Figures {
		f := e.figure(id)
		if f == nil || len(f.Rows) == 0 {
			continue
		}
		t := &content.Table{ID: "rows_" + id, Caption: e.say(f.Title), Columns: []content.Column{
			{Head: e.words("記録", "Record"), Width: 18}, {Head: e.words("役割", "Part"), Width: 22},
			{Head: e.words("ファイル", "File"), Width: 28}, {Head: e.words("シート", "Sheet"), Width: 16},
			{Head: e.words("行", "Row"), Align: content.Right, Width: 8}}}
		for _, r := range f.Rows {
			t.Rows = append(t.Rows, []string{r.Record, e.say(r.Note), r.Row.Source.File, r.Row.Source.Sheet,
				fmt.Sprint(r.Row.Number)})
		}
		blocks = append(blocks, t)
	}
	if len(blocks) == 0 {
		return e.keptBack("指標の根拠になった行", "the rows behind the figures")
	}
	return blocks
}
