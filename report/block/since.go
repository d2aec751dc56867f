package block

import (
	"fmt"
	"strings"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/report/content"
)

// Since is what was written into the ledger after an edition that tells of the time before it.
type Since struct {
	Kind      string // of the edition: hub, grant
	AsOf      string
	Unknown   bool     // the ledger that it was made from is not kept, or cannot be opened
	New       int      // rows of the days after it
	Late      []string // rows that came late, in words
	Corrected []string // rows that read otherwise now, were removed or renamed
	Figures   []Moved
}

// Moved is a figure at the edition's date, as it was and as the ledger gives it now.
type Moved struct {
	Title    lang.Text
	Unit     kpi.Unit
	Old, New *float64
	Causes   []lang.Text
}

// mostSince is how many rows of a kind are listed; the rest is counted.
const mostSince = 12

// since tells what was written after the last weekly edition and after the last grant report, late entries and
// corrections apart.
func (e *Env) since() []content.Block {
	var all []content.Block
	for _, s := range e.Since {
		day := s.AsOf
		if d, _, fault := cell.ReadDate(cell.Value{Kind: cell.Text, Text: day}); fault == nil {
			day = e.Day(d)
		}
		name := e.Words("前回の週次版（"+day+"現在）", "the last weekly edition (as of "+day+")")
		if s.Kind == "grant" {
			name = e.Words("交付金の版（"+day+"現在）", "the grant report (as of "+day+")")
		}
		all = append(all, e.sinceOne(&s, name)...)
	}
	return all
}

func (e *Env) sinceOne(s *Since, name string) []content.Block {
	if s.Unknown {
		return []content.Block{content.Paragraph{Tone: content.Note, Text: e.Words(
			name+"のあとに台帳のどこが変わったかは、そのときの台帳が残っていないため分かりません。",
			"What of the ledger changed after "+name+" cannot be told, since the ledger of then is not kept.")}}
	}
	head := e.Words(fmt.Sprintf("%sのあと：その日より後の行 %d、その日までの分のあとからの記入 %d、訂正など %d", name, s.New, len(s.Late),
		len(s.Corrected)),
		fmt.Sprintf("After %s: rows of later days %d, late entries for the time before %d, corrections %d", name, s.New,
			len(s.Late), len(s.Corrected)))
	blocks := []content.Block{content.Paragraph{Text: head}}
	if rows := e.firstOf(append(append([]string{}, s.Corrected...), s.Late...)); len(rows) > 0 {
		blocks = append(blocks, content.List{Items: rows})
	}
	if t := e.movedTable(s, name); t != nil {
		blocks = append(blocks, t)
	}
	return blocks
}

// firstOf keeps the first rows and counts the rest.
func (e *Env) firstOf(rows []string) []string {
	if n := len(rows) - mostSince; n > 0 {
		return append(rows[:mostSince], e.Words(fmt.Sprintf("ほか%d行", n), fmt.Sprintf("and %d more rows", n)))
	}
	return rows
}

// movedTable lists the figures at the edition's date that are others now; nil when there is none.
func (e *Env) movedTable(s *Since, name string) *content.Table {
	if len(s.Figures) == 0 {
		return nil
	}
	t := &content.Table{ID: "since_" + s.Kind, Caption: e.Words(name+"の数字で、いまの台帳では変わるもの",
		"Figures of "+name+" that the ledger gives otherwise now"),
		Columns: []content.Column{{Head: e.Words("指標", "Figure"), Width: 36},
			{Head: e.Words("そのとき", "Then"), Align: content.Right, Width: 18},
			{Head: e.Words("いま", "Now"), Align: content.Right, Width: 18},
			{Head: e.Words("理由", "Why"), Width: 28}}}
	for _, f := range s.Figures {
		var causes []string
		for _, c := range f.Causes {
			causes = append(causes, e.Say(c))
		}
		t.Rows = append(t.Rows, []string{e.Say(f.Title), e.known(f.Old, f.Unit), e.known(f.New, f.Unit),
			strings.Join(causes, e.Words("、", ", "))})
	}
	return t
}

func (e *Env) known(v *float64, unit kpi.Unit) string {
	if v == nil {
		return None
	}
	return e.Quantity(*v, unit)
}
