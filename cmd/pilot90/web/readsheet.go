package web

import (
	"context"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strconv"

	"pilot90/cmd/pilot90/web/sheetview"
	"pilot90/cohort"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/layout"
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
	Unread              []finding.Finding
	Openable            bool
}

// All is how many sheets there are.
func (v readView) All() int { return v.Good + v.Bad + v.Aside }

// trial is the reading of a ledger with what was chosen on the page.
type trial struct {
	base, mid, after *cohort.Ledger // as saved, with the choice of the sheet, with those of its columns too
	pins             []setting.Pin
	changed          bool
	draft            bool // the table is found only by the columns that are chosen for it
}

func (s *Server) readingPage(w http.ResponseWriter, r *http.Request, now *reading) {
	q := r.URL.Query()
	c := now.run.Cohort
	file, sheet := q.Get("file"), q.Get("sheet")
	if file == "" {
		file, sheet = firstSheet(sheetsOf(c, "", ""))
	}
	t := &trial{base: c, mid: c, after: c}
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
	view := readView{Files: sheetsOf(t.base, c.File, c.Sheet), File: c.File, Sheet: c.Sheet, Tried: t.changed,
		Openable: !now.source.inMemory()}
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
	tables := t.after.ReadingOf(c.File, c.Sheet, sheetview.MostRows)
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
	was := savedChoice(t.base, c.File, c.Sheet)
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

// savedChoice is what is saved of a sheet as a whole.
func savedChoice(c *cohort.Ledger, file, sheet string) sheetview.Choice {
	was := sheetview.Choice{Table: string(c.Reading().TableOf(file, sheet)), Row: "0"}
	if pin := c.Pilot.LearnedFor(file, sheet); pin != nil {
		was.Row, was.Shape = strconv.Itoa(pin.HeadingRow), pin.Shape
		if pin.Ignore {
			was.Table = sheetview.NotRead
		}
	}
	return was
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

// try reads the ledger anew, as it is on the disk, with what was chosen. The text says why it cannot be read so.
func (s *Server) try(ctx context.Context, now *reading, c sheetview.Choice) (*trial, lang.Text, error) {
	base, err := s.loadWith(ctx, now, nil)
	if err != nil {
		return nil, lang.Text{}, err
	}
	t := &trial{base: base, mid: base, after: base, pins: base.Pilot.Learned}
	columns := c.OfColumns()
	if ch, ok := c.OfSheet(); ok {
		after, pins, why, err := s.changedBy(ctx, now, base, []cohort.Change{ch})
		switch {
		case err != nil || !why.Empty() && ch.Ignore:
			return t, why, err
		case !why.Empty():
			t.draft = true
			return s.tryDraft(ctx, now, t, append([]cohort.Change{ch}, columns...), why)
		}
		t.mid, t.after, t.pins, t.changed = after, after, pins, true
	}
	if len(columns) > 0 {
		after, pins, why, err := s.changedBy(ctx, now, t.mid, columns)
		if err != nil || !why.Empty() {
			return t, why, err
		}
		t.after, t.pins, t.changed = after, pins, true
	}
	return t, lang.Text{}, nil
}

// tryDraft tries a table together with its columns, for a sheet in which the table is not found without them.
func (s *Server) tryDraft(ctx context.Context, now *reading, t *trial, changes []cohort.Change, why lang.Text) (
	*trial, lang.Text, error) {
	if len(changes) == 1 {
		return t, why, nil
	}
	after, pins, why, err := s.changedBy(ctx, now, t.base, changes)
	if err == nil && why.Empty() {
		t.after, t.pins, t.changed = after, pins, true
	}
	return t, why, err
}

// changedBy is a ledger as it is read with changes; the text says what keeps one of them from being so.
func (s *Server) changedBy(ctx context.Context, now *reading, c *cohort.Ledger, changes []cohort.Change) (
	*cohort.Ledger, []setting.Pin, lang.Text, error) {
	pins, why := c.Changed(changes)
	if !why.Empty() {
		return nil, nil, why, nil
	}
	text, err := setting.WriteReading(pins)
	if err != nil {
		return nil, nil, why, err
	}
	after, err := s.loadWith(ctx, now, text)
	if err != nil {
		return nil, nil, why, err
	}
	for _, f := range after.Findings {
		stale := f.Code == layout.CodeLearnedSheet || f.Code == layout.CodeLearnedColumn ||
			f.File == setting.ReadingFile && f.Severity == finding.Error
		if stale && !slices.ContainsFunc(c.Findings, func(o finding.Finding) bool {
			return o.Code == f.Code && o.Value == f.Value
		}) {
			return nil, nil, f.Message, nil
		}
	}
	shown := after.Reading()
	for _, ch := range changes {
		if why := shown.Denies(ch); !why.Empty() {
			return nil, nil, why, nil
		}
	}
	return after, pins, lang.Text{}, nil
}

// loadWith reads the ledger anew, with another text in place of its reading.toml; nil has its own.
func (s *Server) loadWith(ctx context.Context, now *reading, text []byte) (*cohort.Ledger, error) {
	s.desk.mu.Lock()
	choice := s.desk.choice
	s.desk.mu.Unlock()
	opt, err := s.desk.options(choice)
	if err != nil {
		return nil, err
	}
	src := now.source
	if opt.Reading = text; text != nil && src.inMemory() {
		src = src.withReading(text)
	}
	c, _, err := src.load(ctx, opt)
	return c, err
}

// withReading is a ledger in memory with another reading.toml; none for an empty text.
func (s *source) withReading(text []byte) *source {
	files := maps.Clone(s.files)
	if delete(files, setting.ReadingFile); len(text) > 0 {
		files[setting.ReadingFile] = text
	}
	return &source{name: s.name, files: files, password: s.password}
}
