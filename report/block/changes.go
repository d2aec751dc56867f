package block

import (
	"fmt"
	"slices"
	"strings"

	"pilot90/kpi"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var changesKind = Kind{
	Name:  "changes",
	About: "前回残した週次版からの変化（profile = \"hub\" の版だけ）",
	Build: (*Env).changes,
}

// changes tells what was written after the last editions, and which figures are others.
func (e *Env) changes(b plan.Block) []content.Block { return append(e.changed(b), e.since()...) }

// changed lists which of the plan's figures have another value than in the last sealed edition of
// the kind, and counts the others that have.
func (e *Env) changed(b plan.Block) []content.Block {
	last := e.Previous
	if last == nil {
		return []content.Block{content.Paragraph{Tone: content.Note, Text: e.Words(
			"残した週次版はまだありません。この版を残しておくと、次回からここに変化が出ます。",
			"No weekly edition is kept yet; once this one is, the changes stand here next time.")}}
	}
	t := &content.Table{ID: "changes", Caption: e.Words("前回（基準日 "+last.AsOf.String()+"）からの変化",
		"Changes since the last edition (as of "+last.AsOf.String()+")"),
		Columns: []content.Column{{Head: e.Words("指標", "Figure"), Width: 40},
			{Head: e.Words("前回", "Before"), Align: content.Right, Width: 20},
			{Head: e.Words("今回", "Now"), Align: content.Right, Width: 20},
			{Head: e.Words("差", "Change"), Align: content.Right, Width: 20}}}
	others := 0
	for i := range e.Result.Figures {
		f := &e.Result.Figures[i]
		was := last.Find(f.ID)
		if f.Suppressed || was == nil || was.Suppressed || sameValue(was.Value, f.Value) {
			continue
		}
		if len(b.Figures) > 0 && !slices.Contains(b.Figures, f.ID) {
			others++
			continue
		}
		before := *f
		before.Value, before.Unit = was.Value, was.Unit
		t.Rows = append(t.Rows, []string{e.Say(f.Title), e.Value(&before), e.Value(f), e.difference(was.Value, f)})
	}
	more := e.Words(fmt.Sprintf("ほかに %d の指標が変わっています。変わった理由は、残した版と今の台帳を比べると、行とセルまで分かります。", others),
		fmt.Sprintf("%d other figures have changed; comparing the kept edition with the ledger tells why, down to rows and "+
			"cells.", others))
	if len(t.Rows) == 0 {
		text := e.Words("前回（基準日 "+last.AsOf.String()+"）から、主な指標に変化はありません。",
			"No main figure has changed since the last edition (as of "+last.AsOf.String()+"). ")
		if others > 0 {
			text += more
		}
		return []content.Block{content.Paragraph{Text: text, Tone: content.Note}}
	}
	t.Notes = []string{more}
	if last.From != e.Window.Clock.From {
		t.Notes = append(t.Notes, e.Words("前回とは対象期間が違います（前回は "+last.From.String()+" から）。",
			"The period differs: the last edition's began on "+last.From.String()+"."))
	}
	return []content.Block{t}
}

func sameValue(a, b *float64) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}

// difference prints now − before as the difference of the two printed values, so that the line
// adds up as it stands: +3.8 ポイント, −1.
func (e *Env) difference(before *float64, f *kpi.Figure) string {
	if before == nil || f.Value == nil {
		return None
	}
	if f.Unit == kpi.Date {
		return signed(content.Difference(*before, *f.Value, "count")) + e.Words("日", " days")
	}
	text := signed(content.Difference(*before, *f.Value, string(f.Unit)))
	if f.Unit == kpi.Ratio {
		return text + e.Words("ポイント", " points")
	}
	return text
}

// signed puts a sign before a difference; the minus is the typographic one.
func signed(text string) string {
	if strings.HasPrefix(text, "−") {
		return text
	}
	if strings.Trim(text, "0.") == "" {
		return "±" + text
	}
	return "+" + text
}
