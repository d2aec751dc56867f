package block

import (
	"slices"
	"strings"

	"pilot90/kpi/disclose"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var disclosureKind = Kind{
	Name:  "disclosure",
	About: "庁外に出す版が示さない数と、読み手が絞り込める範囲（推進ハブ用）",
	Build: (*Env).disclosure,
}

// editionNames are what the editions that leave the hub are called.
var editionNames = map[string][2]string{"grant": {"交付金", "grant"}, "council": {"議会", "council"},
	"public": {"公表", "public"}}

// disclosure lists what the editions of this day that leave the hub do not tell exactly, each with the interval that a
// reader of all of them can still work out. It stands in an edition for the hub alone.
func (e *Env) disclosure(plan.Block) []content.Block {
	if !e.Profile.Open() {
		return nil
	}
	if e.Unread {
		return []content.Block{content.Paragraph{Text: e.Words(
			"前に残した版に読めないものがあるため、庁外に出す版が示さない数は調べられません。", "A sealed edition cannot be read: what the "+
				"editions that leave the hub do not tell cannot be worked out."), Tone: content.Watch}}
	}
	t := &content.Table{ID: "disclosure", Caption: e.Words("庁外に出す版が示さない数と、読み手が絞り込める範囲",
		"What the editions that leave the hub do not tell, and what a reader can work out"), Dense: true,
		Columns: []content.Column{{Head: e.Words("数", "Number"), Width: 48},
			{Head: e.Words("版", "Editions"), Width: 24},
			{Head: e.Words("読み手に残る範囲", "Left to a reader"), Align: content.Right, Width: 28}}}
	at := map[string]int{}
	for _, h := range e.Hidden {
		name, left := e.hiddenName(h), e.hiddenRange(h)
		edition := e.Words(editionNames[h.Edition][0], editionNames[h.Edition][1])
		if i, there := at[name+left]; there {
			t.Rows[i][1] += e.Words("・", ", ") + edition
			continue
		}
		at[name+left] = len(t.Rows)
		t.Rows = append(t.Rows, []string{name, edition, left})
	}
	return e.narrowed(t)
}

// narrowed keeps a row for each number that a reader can narrow down; the others are named in one sentence.
func (e *Env) narrowed(t *content.Table) []content.Block {
	var safe []string
	t.Rows = slices.DeleteFunc(t.Rows, func(row []string) bool {
		if row[2] != "" {
			return false
		}
		safe = append(safe, row[0]+e.Words("（"+row[1]+"）", " ("+row[1]+")"))
		return true
	})
	text := e.Words("示さず、読み手が絞り込むこともできない数：", "Neither told nor to be narrowed down by a reader: ") +
		strings.Join(safe, e.Words("、", "; ")) + e.Words("。", ".")
	switch {
	case len(t.Rows) == 0 && len(safe) == 0:
		return nil
	case len(t.Rows) == 0:
		return []content.Block{content.Paragraph{Text: text, Tone: content.Note}}
	case len(safe) > 0:
		t.Notes = append(t.Notes, text)
	}
	return []content.Block{t}
}

func (e *Env) hiddenName(h disclose.Hidden) string {
	name := []string{e.Say(h.Figure)}
	if !h.Line.Empty() {
		name = append(name, e.Say(h.Line), e.Say(h.Column))
	}
	return strings.Join(name, e.Words("：", ": "))
}

// hiddenRange is what a reader can narrow a number down to; "" where that is nothing.
func (e *Env) hiddenRange(h disclose.Hidden) string {
	if h.Low == nil || h.High == nil {
		return ""
	}
	return e.Quantity(*h.Low, h.Unit) + e.Words("〜", " to ") + e.Quantity(*h.High, h.Unit)
}
