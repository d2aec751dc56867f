package report

import (
	"fmt"
	"strings"

	"pilot90/cohort/finding"
	"pilot90/kpi"
	"pilot90/kpi/result"
	"pilot90/report/content"
)

var checklistKind = Kind{
	Name:  "checklist",
	About: "つまずきを防ぐチェックリスト",
	Build: (*Env).checklist,
}

// checklist prints each point with its computed answer and the figures it rests on.
func (e *Env) checklist(PlanBlock) []content.Block {
	t := &content.Table{ID: "checklist", Caption: e.words("数字から自動で判定しています（手で印を付けることはできません）",
		"Computed from the figures, never ticked by hand"),
		Columns: []content.Column{{Head: e.words("項目", "Point"), Width: 29},
			{Head: e.words("判定", "Answer"), Align: content.Center, Width: 15},
			{Head: e.words("もとの数字（実績と目安）", "Figures and limits"), Width: 56}}}
	for _, c := range e.Result.Checklist {
		var lines []string
		for _, cond := range c.Conditions {
			lines = append(lines, e.condition(cond))
		}
		t.Rows = append(t.Rows, []string{e.say(c.Title), e.answer(c), strings.Join(lines, "\n")})
		t.Tones = append(t.Tones, verdictTone(c.Status))
	}
	return []content.Block{t}
}

// condition prints one comparison: 定期案件への接続率 72.7 %（目安 50.0 %以上）.
func (e *Env) condition(c result.Condition) string {
	name, unit, counter := c.Figure, kpi.Ratio, ""
	if f := e.figure(c.Figure); f != nil {
		name, unit = e.say(f.Title), f.Unit
		counter = e.counter(f.ID)
		for _, p := range f.Parts {
			if p.Key == c.Part {
				name, unit = name+e.words("：", ": ")+e.say(p.Title), p.Unit
			}
		}
	}
	if unit != kpi.Count {
		counter = ""
	}
	limit := e.quantity(c.Limit, unit) + counter + e.words("以下", " or less")
	if c.Least {
		limit = e.quantity(c.Limit, unit) + counter + e.words("以上", " or more")
	}
	value := none
	switch {
	case c.Suppressed:
		value = kpi.Mark
	case c.Value != nil:
		value = e.quantity(*c.Value, unit) + counter
	case !c.Reason.Empty():
		value = e.say(c.Reason)
	}
	return fmt.Sprintf("%s　%s%s", name, value, e.words("（目安 "+limit+"）", " (limit "+limit+")"))
}

// answer is the verdict on a point, or the mark where it rests on something hidden.
func (e *Env) answer(c result.Check) string {
	if c.Suppressed {
		return kpi.Mark
	}
	return e.verdict(c.Status)
}

func (e *Env) verdict(v result.Verdict) string {
	return e.say(map[result.Verdict]finding.Text{
		result.OK: {JA: "できている", EN: "ok"}, result.Warn: {JA: "一部注意", EN: "warn"},
		result.Fail: {JA: "できていない", EN: "fail"}, result.Unknown: {JA: "データなし", EN: "no data"},
	}[v])
}

func verdictTone(v result.Verdict) content.Tone {
	return map[result.Verdict]content.Tone{result.OK: content.Good, result.Warn: content.Watch, result.Fail: content.Bad,
		result.Unknown: content.Note}[v]
}

// mostFindings is how many findings a report lists; check lists them all.
const mostFindings = 40

var findingsKind = Kind{
	Name:  "findings",
	About: "台帳の点検結果",
	Build: (*Env).findings,
}

// findings lists the open errors and warnings, each at its cell with the way to mend it.
func (e *Env) findings(PlanBlock) []content.Block {
	if !e.Profile.Open() {
		return []content.Block{content.Paragraph{Text: e.open(), Tone: content.Note}} // findings quote cells
	}
	return append(e.findingTable(), e.undrawnTable()...)
}

func (e *Env) findingTable() []content.Block {
	var open []finding.Finding
	for _, f := range e.Cohort.Findings {
		if f.Severity != finding.Info {
			open = append(open, f)
		}
	}
	if len(open) == 0 {
		return []content.Block{content.Paragraph{Text: e.words("台帳に直すところは見つかりませんでした。",
			"Nothing to mend was found in the ledger."), Tone: content.Good}}
	}
	t := &content.Table{ID: "findings", Caption: e.words("要修正の行は、直すまで指標の計算から除いています",
		"Rows with errors are left out of the figures until they are mended"),
		Columns: []content.Column{{Head: e.words("重さ", "Severity"), Width: 9}, {Head: e.words("場所", "Place"), Width: 24},
			{Head: e.words("内容", "What"), Width: 34}, {Head: e.words("直し方", "How to mend it"), Width: 33}}}
	for i, f := range open {
		if i == mostFindings {
			t.Notes = append(t.Notes, e.words(fmt.Sprintf("%d 件中 %d 件を表示しています。全部は pilot90 check で見られます。", len(open),
				mostFindings),
				fmt.Sprintf("%d of %d shown; pilot90 check lists them all.", mostFindings, len(open))))
			break
		}
		t.Rows = append(t.Rows, []string{e.say(f.Severity.Word()), f.Place.String(), e.say(f.Message),
			e.say(f.Fix) + e.words("（", " (") + f.Code + e.words("）", ")")})
		t.Tones = append(t.Tones, map[finding.Severity]content.Tone{finding.Error: content.Bad,
			finding.Warning: content.Watch}[f.Severity])
	}
	return []content.Block{t}
}

var leakKind = Kind{
	Name:  "leak",
	About: "いちばん人が減っている段階",
	Build: (*Env).leak,
}

// leak names the step of the funnel that loses the most people, and who is stuck there.
func (e *Env) leak(PlanBlock) []content.Block {
	l := e.Result.Attrition
	if l == nil && e.nobodyYet() {
		return nil
	}
	if l == nil {
		return []content.Block{content.Paragraph{Text: e.words("もったいないループ：いま止まっている段階は見当たりません。",
			"No step of the funnel is losing people."), Tone: content.Good}}
	}
	text := e.words("もったいないループ：", "Leak: ") + e.say(l.Text) + e.words("。", ".")
	if len(l.Stuck) > 0 {
		var ids []string
		for _, p := range l.Stuck {
			ids = append(ids, e.person(p))
		}
		text += e.words("止まっている人：", " Stuck: ") + strings.Join(ids, e.words("、", ", "))
	}
	return []content.Block{content.Paragraph{Text: text, Tone: content.Watch}}
}
