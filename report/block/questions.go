package block

import (
	"fmt"
	"strings"

	"pilot90/kpi"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var questionsKind = Kind{
	Name:  "questions",
	About: "想定問答",
	Build: (*Env).questions,
}

// questions answers what assembly members ask, from the figures alone. A question whose figure
// has no value is answered with the reason.
func (e *Env) questions(plan.Block) []content.Block {
	t := &content.Table{ID: "questions", Caption: e.Words("答えはすべて指標から作っています", "Every answer is made from the figures"),
		Columns: []content.Column{
			{Head: e.Words("問い", "Question"), Width: 36}, {Head: e.Words("答え", "Answer"), Width: 64}}}
	for _, q := range []struct{ ja, en, answer string }{
		{"いくら使って、何人が収入を得たのですか。", "How much was spent, and how many earned?", e.costAnswer()},
		{"続いているのですか。補助金が切れたら終わりませんか。", "Does it last?", e.lastAnswer()},
		{"月にいくらの収入になるのですか。", "What do people earn a month?", e.incomeAnswer()},
		{"最低賃金を下回っていませんか。", "Is pay below the minimum wage?", e.fairAnswer()},
		{"研修だけで終わっていませんか。", "Is it more than training?", e.joined("ojt_transition_ratio", "recurring_connection_ratio")},
		{"町の外のお金は入っているのですか。", "Does money come from outside?", e.joined("outside_revenue_ratio", "revenue_total")},
		{"来年度に続けるとき、いつまでに始めればよいですか。", "When must a cycle start next year?", e.begin() + e.Words("。", ".")},
	} {
		t.Rows = append(t.Rows, []string{e.Words(q.ja, q.en), strings.TrimSpace(q.answer)})
	}
	return []content.Block{t}
}

// stated prints a figure as "title value (basis)", or its reason.
func (e *Env) stated(id string) string {
	f := e.figure(id)
	switch {
	case f == nil:
		return ""
	case f.Coded != nil:
		return e.Say(f.Title) + " " + e.Value(f)
	case f.Value == nil:
		return e.Say(f.Title) + e.Words("：", ": ") + e.Say(f.Reason)
	case f.Unit == kpi.Ratio && e.Basis(f) != "":
		return fmt.Sprintf(e.Words("%s %s（%s）", "%s %s (%s)"), e.Say(f.Title), e.Value(f), e.Basis(f))
	}
	return e.Say(f.Title) + " " + e.Value(f)
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
		return e.Words("まだ答えられる数字がありません（"+e.Say(without.Reason)+"）。",
			"No figure answers this yet ("+e.Say(without.Reason)+").")
	}
	return strings.Join(texts, e.Words("、", "; ")) + e.Words("。", ".")
}

func (e *Env) costAnswer() string {
	text := e.joined("first_income_residents", "cost_per_first_income_resident", "cost_per_retained")
	if f := e.figure("budget_by_class"); f != nil && f.Value != nil {
		text = e.Words("執行額は合計"+e.Quantity(*f.Value, kpi.Yen)+"です。", "Spent in all: "+e.Quantity(*f.Value, kpi.Yen)+". ") +
			text
	}
	return text
}

func (e *Env) lastAnswer() string {
	text := e.joined("recurring_contract_ratio", "average_continuation_months", "worker_continuation_months",
		"self_sustaining_ratio")
	if f := e.figure("average_continuation_months"); f != nil && f.Value != nil && len(f.Warnings) > 0 {
		text += e.Words("", " ") + e.Say(f.Warnings[0]) + e.Words("。", ".")
	}
	return text
}

func (e *Env) incomeAnswer() string {
	return e.joined("monthly_income") + e.lowIncomeAnswer()
}

func (e *Env) lowIncomeAnswer() string {
	share := e.lowIncome()
	if share == "" {
		return ""
	}
	return e.Words("月5,000円以下は"+share+"です。", " 5,000 yen or less: "+share+".")
}

func (e *Env) fairAnswer() string {
	return e.joined("effective_hourly_pay", "below_reference_workers") +
		e.Words("雇用でないテレワークに最低賃金は適用されないため、参考としての比較です。",
			" A comparison for reference: the minimum wage does not apply to non-employed telework.")
}
