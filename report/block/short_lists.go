package block

import (
	"fmt"
	"slices"
	"strings"

	"pilot90/cohort/record"
	"pilot90/kpi"
	"pilot90/kpi/state"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var shortListsKind = Kind{
	Name:  "short_lists",
	About: "納期・未払い・終わる契約の短い一覧（profile = \"hub\" の版だけ）",
	Build: (*Env).shortLists,
}

// mostShort is how many lines each short list has; the rest is counted. Below a long list of people there is room for
// one less, below a handful for twice as many, behind a list of many pages for three times as many.
const (
	mostShort  = 3
	fewPeople  = 6
	longPeople = 9
)

// shortLists sets what is due, unpaid and ending side by side; a list that has nothing is said in words.
func (e *Env) shortLists(plan.Block) []content.Block {
	if !e.Profile.Open() || e.nobodyYet() {
		return nil
	}
	agenda := state.ThisWeek(e.Window)
	var tables []*content.Table
	var empty []string
	add := func(known bool, t *content.Table, name string) {
		switch {
		case !known:
		case len(t.Rows) == 0:
			empty = append(empty, name)
		default:
			tables = append(tables, t)
		}
	}
	due := e.dueShort(agenda)
	add(agenda.HasDue, due, e.Words("7日以内の納期", "deliveries due within 7 days"))
	week := state.WeekOf(e.Window, e.Result.States)
	add(week.HasPaid, e.oldShort(week), e.Words("30日を過ぎた未払い", "pay waited for over 30 days"))
	add(e.Cohort.Contracts.Present, e.endingShort(agenda), e.Words("30日以内に終わる契約", "contracts ending within 30 days"))
	if len(tables) == 1 {
		return e.spread(tables[0])
	}
	var blocks []content.Block
	if len(tables) > 0 {
		var parts [][]content.Block
		for _, t := range tables {
			parts = append(parts, headed(e.cutShort(t, 1)))
		}
		blocks = append(blocks, content.Beside{Parts: parts, Shares: sharesOf(tables)})
	}
	if len(empty) > 0 && len(tables) == 0 { // beside others that there is nothing goes without saying
		blocks = append(blocks, content.Paragraph{Tone: content.Note,
			Text: e.Words(strings.Join(empty, "、")+"はない。", "None: "+strings.Join(empty, ", ")+".")})
	}
	return blocks
}

// sharesOf gives each list its part of the width by its longest line, none less than half as much as the widest.
func sharesOf(tables []*content.Table) []float64 {
	out, most := make([]float64, len(tables)), 0.0
	for i, t := range tables {
		for _, row := range t.Rows {
			first, second, _ := strings.Cut(row[0], "\n")
			out[i] = max(out[i], 2+float64(1.2*roughly(first)), 2+roughly(second))
		}
		most = max(most, out[i])
	}
	for i := range out {
		out[i] = max(out[i], most/2)
	}
	return out
}

// roughly is about how wide a text is: one for a character of Japanese, half of it for one of ASCII.
func roughly(text string) float64 {
	n := 0.0
	for _, r := range text {
		n += 0.5
		if r >= 0x80 {
			n += 0.5
		}
	}
	return n
}

// shortList begins a list of lines of two texts, the second a detail.
func shortList(id, caption string) *content.Table {
	return &content.Table{ID: id, Caption: caption, Columns: []content.Column{{Width: 1}},
		Dress: &content.Dressing{Bare: true}}
}

// line adds one, unless the list is long enough; cut counts what it has left out.
func line(t *content.Table, mark content.Tone, first, second string) {
	t.Rows = append(t.Rows, []string{lines(first, second)})
	t.Dress.Cells = append(t.Dress.Cells, []content.Dress{{Sign: mark, Strong: true, Below: content.Note}})
}

// spread sets the only list there is in columns, read downwards, for it has the whole width.
func (e *Env) spread(t *content.Table) []content.Block {
	const columns = 2
	e.cutShort(t, columns)
	long := (len(t.Rows) + columns - 1) / columns
	if len(t.Rows) <= columns {
		return headed(t)
	}
	var parts [][]content.Block
	for from := 0; from < len(t.Rows); from += long {
		to := min(from+long, len(t.Rows))
		part := shortList(fmt.Sprintf("%s%d", t.ID, len(parts)+1), "")
		part.Rows, part.Dress.Cells = t.Rows[from:to], t.Dress.Cells[from:to]
		parts = append(parts, []content.Block{part})
	}
	blocks := []content.Block{content.Heading{Text: t.Caption}, content.Beside{Parts: parts}}
	for _, note := range t.Notes {
		blocks = append(blocks, content.Paragraph{Text: note, Tone: content.Note})
	}
	return blocks
}

// cutShort keeps the first lines of a list in so many columns and counts the others; one alone takes no more room than
// to be counted.
func (e *Env) cutShort(t *content.Table, columns int) *content.Table {
	n, most := len(t.Rows), mostShort
	switch all, _ := e.standings(); {
	case len(all) <= fewPeople:
		most *= 2
	case len(all) > mostDrawnOut: // on a page of their own
		most *= 3
	case len(all) > longPeople:
		most--
	}
	most *= columns
	t.Caption += e.Words(" "+content.Round(float64(n), 0)+"件", ": "+content.Round(float64(n), 0))
	if n > most+1 {
		t.Rows, t.Dress.Cells = t.Rows[:most], t.Dress.Cells[:most]
		t.Notes = append(t.Notes,
			e.Words("ほか"+content.Round(float64(n-most), 0)+"件", "and "+content.Round(float64(n-most), 0)+" more"))
	}
	return t
}

// dueShort are deliveries that are overdue or due within a week.
func (e *Env) dueShort(agenda state.Agenda) *content.Table {
	const week = 7
	t := shortList("due", e.Words("納期（7日以内）", "Due in 7 days"))
	if slices.ContainsFunc(agenda.Due, func(k *record.Task) bool { return e.Window.Clock.AsOf-k.DueDate.Value > week }) {
		t.Caption = e.Words("納期（7日以内と、過ぎたもの）", "Due in 7 days, or overdue")
	}
	for _, k := range agenda.Due {
		mark, when := content.Plain, ""
		switch days := int(e.Window.Clock.AsOf - k.DueDate.Value); {
		case days > 0:
			mark, when = content.Bad, e.Words(fmt.Sprintf("%d日過ぎ", days), plural(days, "day late", "days late"))
		case days == 0:
			mark, when = content.Watch, e.Words("今日まで", "due today")
		default:
			mark, when = content.Watch, e.Words(fmt.Sprintf("あと%d日", -days), plural(-days, "day left", "days left"))
		}
		who := k.ParticipantID.Value
		if p := e.Window.Participant(who); p != nil {
			who = e.fullName(p)
		}
		line(t, mark, e.shortDay(k.DueDate.Value)+e.Words("　", "  ")+who, joined(e.Words("　", "  "), k.Title.Value, when))
	}
	return t
}

// joined puts the texts that are there one behind the other.
func joined(between string, texts ...string) string {
	var there []string
	for _, t := range texts {
		if t != "" {
			there = append(there, t)
		}
	}
	return strings.Join(there, between)
}

// oldShort is pay that is waited for longer than 30 days, the longest first.
func (e *Env) oldShort(week state.Week) *content.Table {
	t := shortList("unpaid", e.Words("30日を過ぎた未払い", "Unpaid over 30 days"))
	for i := range week.Waiting {
		w := &week.Waiting[i]
		if !w.Old() {
			continue
		}
		who := w.Participant()
		if p := e.Window.Participant(who); p != nil {
			who = e.fullName(p)
		}
		what, amount := e.Say(w.For(e.shortDay)), e.yen(w.Pay)
		gap := e.Words("　", "  ")
		mark := content.Watch
		if w.Over {
			mark = content.Bad
		}
		line(t, mark, strings.TrimPrefix(strings.TrimSuffix(what, "分"), "delivered ")+gap+who+gap+amount, e.waited(w))
	}
	return t
}

// waited says how long somebody has waited, and how that lies to the limits.
func (e *Env) waited(w *state.Waiting) string {
	days := e.Words(fmt.Sprintf("%d日", w.Days), plural(w.Days, "day", "days"))
	if w.Task == nil {
		return e.Words("対象月の終わりから"+days, days+" since the month's end")
	}
	const limit = 60
	switch left := limit - w.Days; {
	case w.Over:
		return joined(e.Words("　", "  "), days, e.Words("翌月末も60日も過ぎた", "past both limits"))
	case left >= 0:
		return joined(e.Words("　", "  "), days, e.Words(fmt.Sprintf("60日まであと%d日", left),
			fmt.Sprintf("%d left until 60", left)))
	}
	return joined(e.Words("　", "  "), days, e.Words("60日を過ぎた（翌月末まで）", "over 60 days, within the month's limit"))
}

// endingShort are the contracts that end within 30 days.
func (e *Env) endingShort(agenda state.Agenda) *content.Table {
	t := shortList("ending", e.Words("終わる契約", "Ending"))
	for _, c := range agenda.Ending {
		kind := ""
		switch {
		case kpi.Recurring(c):
			kind = e.Words("定期", "recurring")
		case c.Kind.Known:
			kind = e.Words("単発", "one-off")
		}
		who := c.ClientID.Value
		if k := e.Window.Client(c.ClientID.Value); k != nil && k.Name.Known {
			who = k.Name.Value
		}
		when := e.Words("今日まで", "today")
		if days := int(c.EndDate.Value - e.Window.Clock.AsOf); days > 0 {
			when = e.Words(fmt.Sprintf("あと%d日", days), plural(days, "day left", "days left"))
		}
		gap := e.Words("　", "  ")
		title := c.Title.Value
		if title == "" {
			title = c.ID.Value
		}
		line(t, content.Away, e.shortDay(c.EndDate.Value)+gap+title, joined(gap, who, kind, when))
	}
	return t
}
