package web

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"pilot90/cmd/pilot90/web/gauge"
	"pilot90/cohort/cell"
	"pilot90/kpi"
	"pilot90/report/content"
)

// figuresView is the page 指標.
type figuresView struct {
	Choice   gauge.Choice
	Sections []section
	Shown    int
	Groups   []groupLink
	Missed,
	Open groupLink // filters
	Waiting bool             // the lines are still being computed
	Cohorts []*content.Table // side by side; none: there are fewer than two
	Table   string           // what is shown as lines of a table, to be copied
}

// section is a heading with its cards.
type section struct {
	gauge.Section
	Drawn []drawn
}

// drawn is a card with its line; nil where there is none.
type drawn struct {
	gauge.Card
	Line *gauge.Line
}

// groupLink is a choice of the list at the side, with how many figures it shows.
type groupLink struct {
	Name, Address string
	Count         int
	Chosen        bool
}

func (s *Server) figuresPage(w http.ResponseWriter, r *http.Request, now *reading) {
	q := r.URL.Query()
	view := figuresView{Choice: gauge.Choice{Words: strings.TrimSpace(q.Get("q")), Group: q.Get("group"),
		Only: q.Get("only")}}
	cards := now.cards()
	shown := gauge.Choose(cards, view.Choice)
	months, ready := now.byMonth(r.Context(), s.done, s.fault)
	view.Waiting, view.Shown, view.Table = !ready, len(shown), s.tableOf(shown)
	for _, one := range gauge.Sections(shown, s.lang()) {
		sec := section{Section: one}
		for i := range one.Cards {
			sec.Drawn = append(sec.Drawn, drawn{one.Cards[i], gauge.Draw(&one.Cards[i], months, s.monthWord)})
		}
		view.Sections = append(view.Sections, sec)
	}
	s.sides(&view, cards)
	if side := now.cohorts(); side != nil && view.Choice.Empty() {
		for b := range side.Blocks() {
			if t, ok := b.(*content.Table); ok {
				view.Cohorts = append(view.Cohorts, t)
			}
		}
	}
	s.render(w, http.StatusOK, "figures", s.framed(now, "figures", s.say("指標", "Figures"), view))
}

// monthWord is one month of a line in words.
func (s *Server) monthWord(end cell.Day, value string) string {
	_, m, _ := end.YMD()
	return s.say(strconv.Itoa(int(m))+"月 "+value, end.Time().Format("Jan ")+value)
}

// sides fills in the list at the side: the groups and the two filters, each with its count.
func (s *Server) sides(view *figuresView, cards []gauge.Card) {
	link := func(name string, to gauge.Choice) groupLink {
		q := url.Values{}
		for key, value := range map[string]string{"group": to.Group, "only": to.Only} {
			if value != "" {
				q.Set(key, value)
			}
		}
		return groupLink{name, strings.TrimSuffix("/figures?"+q.Encode(), "?"), len(gauge.Choose(cards, to)),
			view.Choice.Group == to.Group && view.Choice.Only == to.Only}
	}
	view.Groups = []groupLink{link(s.say("すべて", "All"), gauge.Choice{}),
		link(s.say("目標のある指標", "With a target"), gauge.Choice{Group: gauge.Targets})}
	for _, g := range gauge.Groups {
		view.Groups = append(view.Groups, link(g.Name.In(s.lang()), gauge.Choice{Group: g.ID}))
	}
	view.Groups = slices.DeleteFunc(view.Groups, func(l groupLink) bool { return l.Count == 0 && !l.Chosen })
	view.Missed = link(s.say("目標に足りない", "Below target"), gauge.Choice{Only: "missed"})
	view.Open = link(s.say("直すと変わる", "May change once mended"), gauge.Choice{Only: "open"})
}

// tableOf is what is shown as a table that a spreadsheet takes: names and values parted by tabs.
func (s *Server) tableOf(cards []gauge.Card) string {
	var b strings.Builder
	b.WriteString(strings.Join([]string{s.say("指標", "Figure"), s.say("値", "Value"), s.say("単位", "Unit"),
		s.say("もと", "Basis"), s.say("目標・目安", "Target"), s.say("判定", "Verdict"), "id"}, "\t") + "\n")
	for _, c := range cards {
		row := []string{c.Title, c.Number, c.Unit, c.Basis, c.Aim, c.Verdict, c.ID}
		for i := range row {
			row[i] = strings.Join(strings.Fields(row[i]), " ")
		}
		b.WriteString(strings.Join(row, "\t") + "\n")
	}
	return b.String()
}

// figureView is one figure down to its cells.
type figureView struct {
	Card              gauge.Card
	Line              *gauge.Line
	Waiting           bool
	Definition        *kpi.Definition
	Figure            *kpi.Figure
	Interval, Range   string
	Parts             []partLine
	Used, LeftOut     []usedRow
	UsedOf, LeftOutOf int
	All               bool
}

func (s *Server) figurePage(w http.ResponseWriter, r *http.Request, now *reading) {
	f, d := now.figure(r.PathValue("id"))
	if f == nil {
		s.sorry(w, http.StatusNotFound, s.say("この指標はありません。", "There is no such figure."),
			s.say("「指標」の一覧から選んでください。", "Choose one from the list of figures."))
		return
	}
	view := figureView{Definition: d, Figure: f, Parts: lines(f.Parts, "", s.lang()), All: r.URL.Query().Has("all")}
	for _, c := range now.cards() {
		if c.ID == f.ID {
			view.Card = c
		}
	}
	months, ready := now.byMonth(r.Context(), s.done, s.fault)
	view.Line, view.Waiting = gauge.Draw(&view.Card, months, s.monthWord), !ready
	most := mostUsed
	if view.All {
		most = 0
	}
	view.Interval, view.Range = s.pair(f.Interval, f.Unit), s.pair(f.Range, f.Unit)
	rows := f.Evidence()
	view.Used, view.UsedOf = used(rows, false, most, s.lang())
	view.LeftOut, view.LeftOutOf = used(rows, true, most, s.lang())
	s.render(w, http.StatusOK, "figure", s.framed(now, "figures", view.Card.Title, view))
}

func (s *Server) pair(v *[2]float64, unit kpi.Unit) string {
	if v == nil {
		return ""
	}
	lang := string(s.lang())
	return content.Quantity(v[0], string(unit), lang) + s.say("〜", " to ") + content.Quantity(v[1], string(unit), lang)
}
