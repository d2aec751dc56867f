package block

import (
	"fmt"
	"slices"
	"strings"

	"pilot90/kpi"
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
		Columns: []content.Column{{Head: e.Words("数", "Number"), Width: 32},
			{Head: e.Words("版", "Editions"), Width: 18},
			{Head: e.Words("読み手に残る範囲", "Left to a reader"), Width: 50}}}
	at, wide := map[string]int{}, map[string]bool{}
	for _, c := range e.hiddenCells() {
		edition := e.Words(editionNames[c.edition][0], editionNames[c.edition][1])
		key := c.name + c.left
		wide[key] = !c.narrowed
		if i, there := at[key]; there {
			t.Rows[i][1] += e.Words("・", ", ") + edition
			continue
		}
		at[key] = len(t.Rows)
		t.Rows = append(t.Rows, []string{c.name, edition, c.left})
	}
	return e.narrowed(t, wide)
}

// hiddenCell is a figure's value, or a column of a table with its lines, and what is left of it to a reader.
type hiddenCell struct {
	edition, name, left string
	narrowed            bool
}

// hiddenCells puts the lines of a column into one cell.
func (e *Env) hiddenCells() []hiddenCell {
	var all []hiddenCell
	at := map[string]int{}
	for _, h := range e.Hidden {
		c := hiddenCell{h.Edition, e.Say(h.Figure), e.hiddenRange(h), h.Narrowed}
		if !h.Column.Empty() {
			c.name += e.Words("：", ": ") + e.Say(h.Column)
		}
		if !h.Line.Empty() {
			c.left = strings.TrimSuffix(e.Say(h.Line)+" "+c.left, " ")
		}
		key := fmt.Sprint(c.edition, c.name)
		if i, there := at[key]; there {
			all[i].left += e.Words("、", "; ") + c.left
			all[i].narrowed = all[i].narrowed || c.narrowed
			continue
		}
		at[key] = len(all)
		all = append(all, c)
	}
	return all
}

// narrowed keeps a row for each number that a reader can narrow down; the others, which may be whatever such a number
// can be at all, are named in one sentence with that.
func (e *Env) narrowed(t *content.Table, wide map[string]bool) []content.Block {
	var safe []string
	t.Rows = slices.DeleteFunc(t.Rows, func(row []string) bool {
		if !wide[row[0]+row[2]] {
			return false
		}
		left := row[1]
		if row[2] != "" {
			left += e.Words("、", ", ") + row[2]
		}
		safe = append(safe, row[0]+e.Words("（"+left+"）", " ("+left+")"))
		return true
	})
	text := e.Words("示さず、読み手が絞り込めない数（かっこ内は版と、人数のありうる範囲。割合は0〜100%、満足度は1〜5点、金額と長さは0以上）：",
		"Neither told nor to be narrowed down by a reader (with the editions, and what a count can be at all; a share is 0 "+
			"to 100%, a score 1 to 5, an amount or a length 0 or more): ") +
		strings.Join(safe, e.Words("、", "; ")) + e.Words("。", ".")
	switch {
	case len(t.Rows) == 0 && len(safe) == 0:
		return nil
	case len(t.Rows) == 0:
		return []content.Block{content.Paragraph{Text: text, Tone: content.Note}}
	case len(safe) > 0:
		t.Notes = append(t.Notes, text)
	}
	t.Notes = append(t.Notes, e.Words("＝は、ほかの版が示している数です。", "= is a number that another edition tells."))
	return []content.Block{t}
}

// hiddenRange is what a reader can narrow a number down to; "" where that is nothing.
func (e *Env) hiddenRange(h disclose.Hidden) string {
	switch {
	case h.Low == nil:
		return ""
	case h.High == nil:
		return ""
	case *h.Low == *h.High:
		return e.Words("＝", "= ") + e.Quantity(*h.Low, h.Unit)
	case !h.Narrowed && h.Unit != kpi.Count:
		return ""
	}
	return e.Quantity(*h.Low, h.Unit) + e.Words("〜", " to ") + e.Quantity(*h.High, h.Unit)
}
