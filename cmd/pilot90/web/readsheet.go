package web

import (
	"context"
	"fmt"
	"math"
	"net/http"
	"slices"

	"pilot90/cmd/pilot90/web/sheetview"
	"pilot90/cohort"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/schema"
	"pilot90/cohort/setting"
	"pilot90/cohort/sheet/grid"
)

// readView is the page 読み取り.
type readView struct {
	Files               []sheetFile
	Good, Bad, Aside    int
	File, Sheet         string
	Sheets              sheetview.View
	Why                 string // the sheet cannot be shown
	Tables, Rows        []sheetview.Option
	Shapes              []sheetview.Option
	Table, Row, Shape   string
	Was                 sheetview.Choice
	Trouble, Done, Note string
	Tried, Undo, Read   bool
	Sum                 string
	General             []finding.Finding // of files that cannot be read, and of reading.toml
	Openable            bool
}

// All is how many sheets there are.
func (v readView) All() int { return v.Good + v.Bad + v.Aside }

func (s *Server) readingPage(w http.ResponseWriter, r *http.Request, now *reading) {
	q := r.URL.Query()
	c := now.run.Cohort
	file, sheet := q.Get("file"), q.Get("sheet")
	t := newTrial(c)
	if file == "" {
		file, sheet = firstSheet(sheetsOf(c, t.reading, "", ""))
	}
	view := s.readView(r.Context(), now, t, sheetview.Choice{File: file, Sheet: sheet}, q.Has("all"))
	switch {
	case q.Has("saved"):
		view.Done = s.say("この読み方を保存しました。同じ形の翌月のシートにも効きます。", "Saved. Next month's sheet of the same form is read so too.")
	case q.Has("undone"):
		view.Done = s.say("ひとつ前の読み方に戻しました。", "The sheets are read as before.")
	case unfamiliar(c):
		view.Note = s.say("人も作業も、まだ読めていません。下の「このシートは」で何の表かを選び、列の札で項目を選んでください。",
			"No people and no work could be read yet. Say below which table the sheet is, and what its columns are.")
	}
	s.renderReading(w, http.StatusOK, now, view)
}

func (s *Server) renderReading(w http.ResponseWriter, status int, now *reading, view readView) {
	f := s.framed(now, "reading", s.say("読み取り", "Reading"), view)
	f.Live, f.Alert = false, view.Trouble // the form keeps what the sheet was read as when it was shown
	s.render(w, status, "reading", f)
}

// readView builds the page of a sheet as a trial reads it.
func (s *Server) readView(ctx context.Context, now *reading, t *trial, c sheetview.Choice, all bool) readView {
	view := readView{Files: sheetsOf(t.base, t.reading, c.File, c.Sheet), File: c.File, Sheet: c.Sheet, Tried: t.changed,
		General: t.reading.General, Openable: !now.source.inMemory()}
	for _, f := range view.Files {
		for _, e := range f.Sheets {
			switch {
			case e.Bad():
				view.Bad++
			case e.Records:
				view.Good++
			default:
				view.Aside++
			}
		}
	}
	dir, err := s.settingsFolder(now)
	if err == nil {
		text, err := kept(dir, setting.ReadingFile)
		view.Undo, view.Sum = err == nil && canTakeBack(dir, setting.ReadingFile, text), sumOf(text)
	} else if !now.source.inMemory() {
		view.Note = s.explained(err)
	}
	g, err := s.sheetGrid(ctx, now, t.base, c.File, c.Sheet)
	if err != nil {
		view.Why = s.explained(err)
		return view
	}
	tables := t.after.ReadingOf(c.File, c.Sheet, math.MaxInt)
	var found []finding.Finding
	for _, f := range t.after.Findings {
		if f.File == c.File && f.Sheet == c.Sheet && (f.Severity != finding.Info || len(tables) == 0) {
			found = append(found, f)
		}
	}
	slices.SortStableFunc(found, func(a, b finding.Finding) int { return int(a.Severity) - int(b.Severity) })
	view.Read = len(tables) > 0
	view.Sheets = sheetview.New(sheetview.Source{Grid: g, Tables: tables, Saved: t.mid.ReadingOf(c.File, c.Sheet, 0),
		Findings: found, All: all, Draft: t.draft, Choice: c})
	s.choices(&view, t, c, g, tables)
	return view
}

// choices are what can be chosen for the sheet as a whole, and what is.
func (s *Server) choices(view *readView, t *trial, c sheetview.Choice, g *grid.Grid, tables []cohort.TableReading) {
	view.Tables = []sheetview.Option{{Value: "", Label: lang.Say("（選ぶ）", "(choose)")}}
	for _, table := range schema.Tables() {
		view.Tables = append(view.Tables, sheetview.Option{Value: string(table.Key), Label: table.Sheet})
	}
	view.Tables = append(view.Tables, sheetview.Option{Value: sheetview.NotRead, Label: lang.Say("読まない", "not read")})
	auto := lang.Say("見つける", "find it")
	if len(tables) > 0 {
		if at, ok := grid.ParseRange(tables[0].Headings); ok {
			auto = lang.Sayf("%d行目", "row %d", at.FromRow)
		}
	}
	if t.draft {
		auto = lang.Say("1行目", "row 1")
		if len(g.Rows) > 0 {
			auto = lang.Sayf("%d行目", "row %d", g.Rows[0].Number)
		}
	}
	for _, row := range sheetview.HeadingRows(g) {
		view.Rows = append(view.Rows, sheetview.Option{Value: row, Label: lang.Sayf("%s行目に決める", "set to row %s", row)})
	}
	view.Rows = slices.Insert(view.Rows, 0, sheetview.Option{Value: "0", Label: auto})
	view.Shapes = []sheetview.Option{{Value: "", Label: lang.Say("自動", "find it")}}
	for _, shape := range setting.Shapes() {
		view.Shapes = append(view.Shapes, sheetview.Option{Value: shape, Label: shapeLabels[shape]})
	}
	was := t.saved(c.File, c.Sheet)
	view.Was, view.Table, view.Row, view.Shape = was, was.Table, was.Row, was.Shape
	if c.Table != "" || t.changed {
		view.Table, view.Row, view.Shape = c.Table, c.Row, c.Shape
	}
}

// shapeLabels are the shapes of a sheet in words.
var shapeLabels = map[string]lang.Text{
	setting.RowsShape:   lang.Say("1行に1件", "a record a row"),
	setting.MonthShape:  lang.Say("1か月のシート", "a month with its days"),
	setting.MatrixShape: lang.Say("人 × 日の表", "persons by days"),
	setting.PayShape:    lang.Say("人 × 月の支払の表", "payments by persons and months"),
}

// sheetGrid is the sheet as it is in the file that was read; the error says that there is none.
func (s *Server) sheetGrid(ctx context.Context, now *reading, c *cohort.Ledger, file,
	sheet string) (*grid.Grid, error) {
	i := slices.IndexFunc(c.Inputs, func(in cohort.Input) bool { return in.File == file && file != "" })
	if i < 0 {
		return nil, told("台帳に、このファイルはありません。", "The ledger has no such file.")
	}
	book, err := now.source.book(ctx, file)
	if err != nil {
		return nil, err
	}
	if book == nil || book.SHA256 != c.Inputs[i].SHA256 {
		return nil, told("ファイルが保存し直されています。もう一度開いてください。", "The file was saved again; open it once more.")
	}
	for _, g := range book.Sheets {
		if g.Sheet == sheet {
			return g, nil
		}
	}
	return nil, told(fmt.Sprintf("「%s」というシートはありません。", sheet), fmt.Sprintf("There is no sheet %q.", sheet))
}
