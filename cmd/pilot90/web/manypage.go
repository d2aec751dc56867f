package web

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"pilot90/cmd/pilot90/web/towns"
	"pilot90/cohort/setting"
	"pilot90/kpi/result"
	"pilot90/report"
	"pilot90/report/rollup"
)

// manyView is what the pages 一覧, 合計 and of one municipality show.
type manyView struct {
	Reading      bool // still
	Done, Of     int
	Percent      int
	Failure      string
	Program      string
	Year, AsOf   string // as chosen; "" = the newest
	Years, Days  []year
	Reported     int // of what is shown
	Expected     *int
	Titles       []string
	Rows         []towns.Row
	All          int
	Choice       towns.Choice
	States       []groupLink
	Prefectures  []string
	Sorts        []sortLink
	Unread       []result.Unread
	List         string // who should report, as it is on the disk
	ListWhy      string
	Sections     []towns.Section
	Others       []result.OtherSettings
	Goals        []goalLine
	Town         *towns.Row
	Older        []result.Reporter
	Ledger       string // of one municipality, where it is a folder
	Profiles     []formatView
	PaperFormats []formatView
	Database     bool // it is one, and no folder
	Listed       bool // there is a place for the list of who should report
	folder       string
	query        url.Values
}

// At is where a source lies in the folder.
func (v manyView) At(source string) string {
	if _, name, ok := strings.Cut(source, "#"); ok && v.Database {
		return name
	}
	return strings.TrimPrefix(source, v.folder+string(filepath.Separator))
}

// sortLink is a heading that orders the rows.
type sortLink struct {
	Name, Address, Order string // Order is ascending, descending or ""
}

// goalLine is one grant indicator of one municipality.
type goalLine struct{ Name, Title, Target, Actual string }

// severally calls handle with the open folder of many; without one it leads to the start.
func (s *Server) severally(handle func(http.ResponseWriter, *http.Request, *many)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if m := s.desk.openedMany(); m != nil {
			handle(w, r, m)
			return
		}
		http.Redirect(w, r, "/start", http.StatusSeeOther)
	}
}

// manyFrame is the frame of a page about a folder of many.
func (s *Server) manyFrame(m *many, tab, title string, view manyView) frame {
	return frame{Tab: tab, Title: title, Many: true, Open: true, Name: filepath.Base(m.path), Place: m.path,
		Folder: m.path, Database: m.database != "", Body: view}
}

// manyView is what is there of a folder of many; false while it is being read.
func (s *Server) manyView(r *http.Request, m *many) (manyView, *result.Result, bool) {
	view := manyView{Done: int(m.done.Load()), Of: len(m.found), Profiles: s.profiles(), folder: m.path,
		Database: m.database != "", Listed: m.listFile() != "", query: r.URL.Query()}
	view.Percent = 100 * view.Done / max(view.Of, 1)
	select {
	case <-m.ended:
	default:
		view.Reading = true
		return view, nil, false
	}
	if m.failure != nil {
		view.Failure = s.explained(m.failure)
		return view, nil, false
	}
	view.Year, view.AsOf = r.FormValue("year"), r.FormValue("as_of")
	o := rollup.Options{AsOf: view.AsOf}
	o.FiscalYear, _ = strconv.Atoi(view.Year) // what is no number is the newest year
	days, years := m.days()
	for _, y := range years {
		view.Years = append(view.Years, year{fmt.Sprint(y), s.say(fiscalYear(y), fmt.Sprintf("FY %d", y)), y == o.FiscalYear})
	}
	for _, d := range days {
		view.Days = append(view.Days, year{d, d, d == view.AsOf})
	}
	pooled := m.result(o, s.lang())
	view.Program, view.Reported, view.Expected = pooled.Program, len(pooled.Rollup.Reported), pooled.Rollup.Expected
	view.Unread, view.ListWhy = pooled.Rollup.Unread, m.unlisted
	view.Titles, view.Rows = towns.Rows(pooled, s.lang())
	view.All = len(view.Rows)
	return view, pooled, true
}

func (s *Server) profiles() []formatView {
	return []formatView{{"hub", s.say("庁内（全数）", "internal, all"), ""}, {"council", s.say("議会", "council"), ""},
		{"public", s.say("公表", "public"), ""}}
}

// manyPage is the page 一覧.
func (s *Server) manyPage(w http.ResponseWriter, r *http.Request, m *many) {
	s.showMany(w, r, m, http.StatusOK, "")
}

func (s *Server) showMany(w http.ResponseWriter, r *http.Request, m *many, status int, alert string) {
	view, _, ready := s.manyView(r, m)
	if ready {
		q := view.query
		view.Choice = towns.Choice{Words: q.Get("q"), Prefecture: q.Get("prefecture"), State: towns.State(q.Get("state")),
			Sort: q.Get("sort"), Down: q.Has("down")}
		view.Prefectures = towns.Prefectures(view.Rows)
		s.stateLinks(&view)
		s.sortLinks(&view)
		view.Rows = towns.Choose(view.Rows, view.Choice)
		if text, err := setting.ReadPlain(m.listFile(), mostExpected); err == nil {
			view.List = listText(text, m.expected)
		}
	}
	f := s.manyFrame(m, "many", s.say("一覧", "Municipalities"), view)
	f.Alert = alert
	s.render(w, status, "many", f)
}

// listText is the list of who should report as it is written, in UTF-8.
func listText(text []byte, read []rollup.Municipality) string {
	if utf8.Valid(text) {
		return strings.TrimPrefix(string(text), "\ufeff")
	}
	var b strings.Builder
	for _, m := range read {
		b.WriteString(m.Code + "," + m.Name + "\n")
	}
	return b.String()
}

// with is the address of the page with other values in its query; "" takes one out.
func (v *manyView) with(page string, pairs ...string) string {
	q := url.Values{}
	for key, values := range v.query {
		q[key] = values
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		if q.Del(pairs[i]); pairs[i+1] != "" {
			q.Set(pairs[i], pairs[i+1])
		}
	}
	if len(q) == 0 {
		return page
	}
	return page + "?" + q.Encode()
}

// Page is the address of a municipality's page.
func (v manyView) Page(code string) string {
	return v.with("/many/"+url.PathEscape(code), "q", "", "state", "", "sort", "", "down", "", "prefecture", "")
}

// stateLinks are the ways of reporting, each with how many municipalities it has.
func (s *Server) stateLinks(view *manyView) {
	link := func(name string, state towns.State) {
		c := view.Choice
		c.State = state
		n := len(towns.Choose(view.Rows, c))
		if state == "" || n > 0 || view.Choice.State == state {
			view.States = append(view.States, groupLink{name, view.with("/many", "state", string(state)), n,
				view.Choice.State == state})
		}
	}
	link(s.say("すべて", "All"), "")
	for _, x := range towns.States {
		link(x.Name.In(s.lang()), x.State)
	}
}

// sortLinks are the headings that order the rows; pressed again they turn the order round.
func (s *Server) sortLinks(view *manyView) {
	names := map[string]string{"code": s.say("団体コード", "Code"), "name": s.say("自治体", "Municipality"),
		"state": s.say("提出の状況", "Reporting"), "as_of": s.say("基準日", "As of"), "errors": s.say("残る誤り", "Errors left")}
	for _, id := range towns.Sorts {
		l := sortLink{Name: names[id], Address: view.with("/many", "sort", id, "down", "")}
		if view.Choice.Sort == id || view.Choice.Sort == "" && id == "code" {
			l.Order = "ascending"
			if view.Choice.Down {
				l.Order = "descending"
			} else {
				l.Address = view.with("/many", "sort", id, "down", "1")
			}
		}
		view.Sorts = append(view.Sorts, l)
	}
}

// totalPage is the page 合計.
func (s *Server) totalPage(w http.ResponseWriter, r *http.Request, m *many) {
	view, pooled, ready := s.manyView(r, m)
	if ready {
		view.Sections, view.Others = towns.Total(pooled, s.lang()), pooled.Rollup.OtherSettings
		view.Goals = s.goals(pooled, "")
		view.PaperFormats = slices.DeleteFunc(s.formats(), func(f formatView) bool {
			return !slices.Contains(rollup.Formats, f.ID)
		})
	}
	s.render(w, http.StatusOK, "total", s.manyFrame(m, "total", s.say("合計", "All together"), view))
}

// goals are the grant indicators of all, or of one municipality.
func (s *Server) goals(r *result.Result, code string) []goalLine {
	var lines []goalLine
	for _, g := range r.Rollup.Goals {
		if code == "" || g.Code == code {
			lines = append(lines, goalLine{g.Name, g.Title, towns.Amount(g.Target, g.Unit, s.lang()),
				towns.Amount(g.Actual, g.Unit, s.lang())})
		}
	}
	return lines
}

// townPage is the page of one municipality.
func (s *Server) townPage(w http.ResponseWriter, r *http.Request, m *many) {
	view, pooled, ready := s.manyView(r, m)
	if !ready {
		http.Redirect(w, r, "/many", http.StatusSeeOther)
		return
	}
	i := slices.IndexFunc(view.Rows, func(row towns.Row) bool { return row.Code == r.PathValue("code") })
	if i < 0 {
		s.sorry(w, http.StatusNotFound, s.say("この自治体はありません。", "There is no such municipality."),
			s.say("「一覧」から選んでください。", "Choose one from the list."))
		return
	}
	view.Town = &view.Rows[i]
	for j := range pooled.Rollup.Municipalities {
		if one := &pooled.Rollup.Municipalities[j]; one.Code == view.Town.Code {
			view.Sections = towns.Own(pooled, one, s.lang())
		}
	}
	view.Goals = s.goals(pooled, view.Town.Code)
	for _, old := range slices.Concat(pooled.Rollup.Restated, pooled.Rollup.Older, pooled.Rollup.Twice) {
		if old.Code == view.Town.Code {
			view.Older = append(view.Older, old)
		}
	}
	if info, err := os.Stat(view.Town.Source); view.Town.Source != "" && err == nil && info.IsDir() {
		view.Ledger = view.Town.Source
	}
	s.render(w, http.StatusOK, "town", s.manyFrame(m, "many", view.Town.Name, view))
}

// manyAgain reads the folder once more.
func (s *Server) manyAgain(w http.ResponseWriter, r *http.Request, m *many) {
	var found []string
	if m.database == "" {
		var err error
		if found, err = rollup.Find(r.Context(), []string{m.path}); err != nil {
			s.showMany(w, r, m, http.StatusUnprocessableEntity, s.explained(err))
			return
		}
	}
	s.desk.againMany(m, found)
	http.Redirect(w, r, "/many", http.StatusSeeOther)
}

// saveExpected writes the list of who should report into the folder; the one before is kept.
func (s *Server) saveExpected(w http.ResponseWriter, r *http.Request, m *many) {
	text := r.PostFormValue("list")
	_, err := rollup.Expected(text, s.lang())
	if err == nil && m.listFile() == "" {
		err = told("サーバーのデータベースには、一覧を残す場所がありません。", "There is no place for the list beside a server's database.")
	}
	if err == nil {
		err = s.opt.Program.Replace(m.listFile(), []byte(text))
	}
	if err != nil {
		s.showMany(w, r, m, http.StatusUnprocessableEntity, s.explained(err))
		return
	}
	s.manyAgain(w, r, m)
}

// makeMany makes the paper of all, which the browser takes.
func (s *Server) makeMany(w http.ResponseWriter, r *http.Request, m *many) {
	_, pooled, ready := s.manyView(r, m)
	if !ready || !slices.Contains(rollup.Profiles, r.FormValue("for")) ||
		!slices.Contains(rollup.Formats, r.FormValue("format")) {
		s.showMany(w, r, m, http.StatusUnprocessableEntity, s.say("読み終わってから、見せる相手と形式を選んでください。",
			"Choose for whom and the format, once all is read."))
		return
	}
	ctx, end := s.desk.working(w, r, s.say("合計の報告書をつくっています…", "Making the report…"))
	defer end()
	file, err := s.manyFile(ctx, pooled, r.FormValue("for"), r.FormValue("format"))
	if err != nil {
		s.showMany(w, r, m, http.StatusUnprocessableEntity, s.explained(err))
		return
	}
	made := s.desk.keep(made{Title: s.say("合計", "All together"), File: file})
	http.Redirect(w, r, madeAddress(made)+"?keep", http.StatusSeeOther)
}

func (s *Server) manyFile(ctx context.Context, r *result.Result, profile, format string) (report.File, error) {
	files, err := rollup.Files(ctx, rollup.Shown(r, profile), s.lang(), s.opt.Version, []string{format})
	if err != nil {
		return report.File{}, err
	}
	file, err := files[0].Whole()
	if err != nil {
		return report.File{}, err
	}
	name := s.say("合計_", "total_")
	for _, p := range s.profiles() {
		if p.ID == profile {
			name += p.Name
		}
	}
	file.Name = r.Clock.AsOf.String() + "_" + name + path.Ext(file.Name)
	return file, nil
}
