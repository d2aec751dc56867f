package layout

import (
	"slices"

	"pilot90/cohort/finding"
	"pilot90/cohort/schema"
	"pilot90/cohort/setting"
	"pilot90/cohort/sheet/grid"
)

// planner decides which sheet holds which table.
type planner struct {
	pilot    *setting.Pilot
	tables   []*Table
	failed   []failure
	unused   []*sheetView
	guessed  map[*Table]*sheetView // those of tables that only their headings tell
	findings []finding.Finding
	pinsUsed []bool
	reported map[schema.Key]bool // tables with a finding that says why they could not be read
	hashes   map[string]string   // file -> SHA-256
	where    string              // the ledger's own name, for what no file has
	people   directory
	names    map[string]nameKey // those of sheets and files
}

// directory makes of the tables of participants a search for the one that a text names.
type directory func(participants []*Table) func(typed string) (Person, bool)

// Person is a participant as other sheets name one.
type Person struct {
	ID    string
	Place finding.Place // of the id
}

// sheetView is one sheet with what its name and its headings say.
type sheetView struct {
	grid   *grid.Grid
	known  *lookedAt
	layout *layout
	name   nameMatch
	found  map[schema.Key]*search
	alone  bool // it is the only sheet of its file

	learned *setting.Pin // what reading.toml says about it; nil for nothing
}

// find looks for the table in the sheet, once.
func (p *planner) find(v *sheetView, key schema.Key) *search {
	if v.found[key] == nil {
		v.found[key] = v.known.search(v.grid, schema.ByKey(key), p.pinIn(v, key))
	}
	return v.found[key]
}

// failure is a sheet that is meant to be a table and cannot be read as one.
type failure struct {
	view   *sheetView
	search *search
	sure   bool        // its whole name or a pin says which table it is
	above  []statement // what stands above the table and does not say for certain whose it is
}

// Find finds the tables of all files, and reports what is none or is in doubt. incomplete says that
// some file could not be read: what is missing may be in it. What earlier knows of a sheet is not looked for again; nil
// knows nothing.
func Find(books []*grid.Book, pilot *setting.Pilot, incomplete bool, people directory,
	earlier *Earlier) ([]*Table, []finding.Finding) {
	p := &planner{pilot: pilot, pinsUsed: make([]bool, len(pilot.Pins)), reported: map[schema.Key]bool{},
		names:  map[string]nameKey{},
		hashes: map[string]string{}, where: ledgerName(books), people: people, guessed: map[*Table]*sheetView{}}
	for _, b := range books {
		p.hashes[b.File] = b.SHA256
		made := templateOf(b)
		if f, other := made.finding(); other {
			p.findings = append(p.findings, f)
		}
		for _, g := range b.Sheets {
			if made.owns(g) {
				continue
			}
			known := earlier.of(g)
			v := &sheetView{grid: g, known: known, layout: known.laidOut(g), name: TableNamed(g.Sheet),
				found: map[schema.Key]*search{}, alone: len(b.Sheets) == 1, learned: learnedOf(pilot, b, g)}
			if v.name.Key == "" && v.alone {
				v.name = TableNamed(FileTitle(g.File))
			}
			if g.Holds != "" {
				v.name = nameMatch{schema.Key(g.Holds), true}
			}
			if !p.pinned(v) && !p.taught(v) {
				p.place(v)
			}
		}
	}
	p.takeByValue()
	p.takeStated()
	p.dropGuessed()
	p.dropCopies()
	p.dropSecond()
	p.reportFailures()
	if !incomplete && len(books) > 0 {
		p.reportMissing()
	}
	p.reportUnused()
	p.reportPins()
	p.reportLearned(books)
	for _, t := range p.tables {
		p.findings = append(p.findings, t.headingFindings()...)
	}
	return p.tables, p.findings
}

// ledgerName is what findings about the whole ledger name: its only file, or nothing.
func ledgerName(books []*grid.Book) string {
	if len(books) == 1 {
		return books[0].File
	}
	return ""
}

// place finds out which table the sheet is: by its name, else by its headings.
func (p *planner) place(v *sheetView) {
	if isExampleName(v.grid.Sheet) {
		p.findings = append(p.findings, exampleSheet(v.grid))
		return
	}
	if len(v.grid.Rows) == 0 {
		return
	}
	if mark := divider(v.grid); mark != "" {
		p.reported[v.name.Key] = true
		p.findings = append(p.findings, otherDivider(v.grid, mark))
		return
	}
	if v.name.Key == "" || p.pilot.Located(v.name.Key) {
		if !p.takeByHeadings(v) {
			p.unused = append(p.unused, v)
		}
		return
	}
	p.placeByName(v)
}

// placeByName reads the sheet as the table that its name names. Headings that fit another table
// count for more than a word within the name, or than a name whose headings do not fit at all.
func (p *planner) placeByName(v *sheetView) {
	s := p.find(v, v.name.Key)
	if s.found() && v.name.whole {
		p.take(v, s)
		return
	}
	if len(s.alike) == 0 {
		if other := p.byHeadings(v); other != nil && (!s.found() || other.best.score > s.best.score) {
			p.guess(v, other)
			return
		}
	}
	if s.found() {
		p.take(v, s)
		return
	}
	if s.schema.Instead && (s.best == nil || s.best.score < fewestOfInstead) {
		p.unused = append(p.unused, v) // a summary of the log: 月別報酬, 売上
		return
	}
	p.failed = append(p.failed, failure{view: v, search: s, sure: v.name.whole})
}

// fewestOfInstead is how many columns of a table that stands in for columns of others make a sheet that table.
const fewestOfInstead = 3

// take makes a table of a successful search.
func (p *planner) take(v *sheetView, s *search) {
	p.tables = append(p.tables, v.layout.table(s, p.pinIn(v, s.schema.Key), p.pilot.Zone))
}

// takeByHeadings reads a sheet whose name says nothing. It is false when the headings say
// nothing either.
func (p *planner) takeByHeadings(v *sheetView) bool {
	fits := p.fitting(v)
	switch {
	case len(fits) == 0:
		return p.almost(v)
	case len(fits) > 1:
		for _, s := range fits {
			p.reported[s.schema.Key] = true
		}
		p.findings = append(p.findings, twoTables(v.grid, fits))
	case !fits[0].found():
		p.failed = append(p.failed, failure{view: v, search: fits[0], sure: true})
	default:
		p.guess(v, fits[0])
	}
	return true
}

// guess makes a table of a sheet that only its headings tell.
func (p *planner) guess(v *sheetView, s *search) {
	p.take(v, s)
	p.guessed[p.tables[len(p.tables)-1]] = v
}

// dropGuessed gives up the lists of names that only their headings tell, where another sheet is that table by
// its name: the export of a time tracker names client and project in each row, and is a list of neither.
func (p *planner) dropGuessed() {
	named := map[schema.Key]bool{}
	for _, t := range p.tables {
		if p.guessed[t] == nil {
			named[t.Schema.Key] = true
		}
	}
	p.tables = slices.DeleteFunc(p.tables, func(t *Table) bool {
		v := p.guessed[t]
		if v == nil || !named[t.Schema.Key] || !t.hasNamesForIDs() {
			return false
		}
		p.unused = append(p.unused, v)
		return true
	})
}

// hasNamesForIDs reports a table whose records names may tell apart: it has no column that must be their ids.
func (t *Table) hasNamesForIDs() bool {
	for i, c := range t.Schema.Columns {
		if found := &t.Columns[i]; c.ByName != "" && (found.From == 0 || found.rank >= weakRank) {
			return true
		}
	}
	return false
}

// almost remembers a sheet that lacks one required column of the table it resembles, such as the
// log of one worker whose id stands outside the table. A sheet without dates is a summary, and
// no failure if the table is there.
func (p *planner) almost(v *sheetView) bool {
	var best *search
	for _, t := range schema.Tables() {
		s := p.find(v, t.Key)
		if s.best == nil || len(s.best.missing) != 1 || s.best.score < 3 || !s.telling() || p.pilot.Located(t.Key) {
			continue
		}
		if best == nil || s.best.score > best.best.score {
			best = s
		}
	}
	if best == nil || containsAny(nameForm(v.grid.Sheet), derivedName...) {
		return false
	}
	sure := best.schema.Column(best.best.missing[0]).Kind != schema.DateKind
	p.failed = append(p.failed, failure{view: v, search: best, sure: sure})
	return true
}

// byHeadings returns the table that the sheet's headings fit best and without doubt, or nil.
func (p *planner) byHeadings(v *sheetView) *search {
	if fits := p.fitting(v); len(fits) == 1 && fits[0].found() {
		return fits[0]
	}
	return nil
}

// fitting returns the tables that the sheet's headings fit best: those with every required
// column and the most columns. Two that fit alike are settled by the file's name if it can.
func (p *planner) fitting(v *sheetView) []*search {
	var best []*search
	for _, t := range schema.Tables() {
		if p.pilot.Located(t.Key) {
			continue
		}
		s := p.find(v, t.Key)
		if s.best == nil || !s.best.full() || !s.telling() {
			continue
		}
		switch {
		case len(best) == 0 || s.best.score > best[0].best.score:
			best = []*search{s}
		case s.best.score == best[0].best.score:
			best = append(best, s)
		}
	}
	if i := slices.IndexFunc(best, func(s *search) bool { return v.layout.logsClock(s) }); len(best) > 1 && i >= 0 {
		return best[i : i+1]
	}
	if len(best) > 1 { // a log names clients and contracts in each row, and is a list of neither
		best = slices.DeleteFunc(best, func(s *search) bool {
			return (&Table{Schema: s.schema, candidate: s.best}).hasNamesForIDs()
		})
	}
	if len(best) > 1 {
		named := TableNamed(FileTitle(v.grid.File)).Key
		if i := slices.IndexFunc(best, func(s *search) bool { return s.schema.Key == named }); i >= 0 {
			best = best[i : i+1]
		}
	}
	return best
}

// listsPayments reports a list of payments: the day of the payment, and what only such a list has, stand beside
// whom it went to.
func (s *search) listsPayments() bool {
	reads := func(key string) bool { return s.best.Columns[s.schema.Index(key)].From > 0 }
	return s.schema.Key == schema.Payments && reads("paid_date") && (reads("month") || reads("withheld"))
}

// logsWork reports a log of work: hours and pay, pay and the day of delivery, or the times of start and end, stand
// beside the day and whoever worked.
func (s *search) logsWork() bool {
	reads := func(key string) bool { return s.best.Columns[s.schema.Index(key)].From > 0 }
	return s.schema.Key == schema.Tasks && (reads("hours") &&
		(reads("pay") || reads("paid") || reads("delivered_date")) || reads("pay") && reads("delivered_date") ||
		reads("start") && reads("end"))
}

// logsClock reports a log of work with times of start and end: no other table has those of a day.
func (l *layout) logsClock(s *search) bool {
	return s.logsWork() && (&Table{Schema: s.schema, Grid: l.grid, candidate: s.best}).holdsClock(
		s.best.Columns[s.schema.Index("start")].From)
}

// telling reports whether the headings found say enough to know the table without a name: one
// that only this table has, or two that at most one other table has. A mere No. says nothing.
func (s *search) telling() bool {
	if len(s.schema.Telling) > 0 && !slices.ContainsFunc(s.schema.Telling, func(key string) bool {
		return s.best.Columns[s.schema.Index(key)].From > 0
	}) {
		return false
	}
	rare := 0
	for i, c := range s.best.Columns {
		switch {
		case c.rank == lastRank && s.schema.Columns[i].Required && !s.logsWork() && !s.listsPayments() &&
			!s.best.hasNames(s.schema, &s.schema.Columns[i]):
			return false
		case c.From == 0 || c.rank == lastRank:
			continue
		}
		tables := 0
		for _, index := range headingIndexes() {
			if _, ok := index.match(c.Heading); ok {
				tables++
			}
		}
		switch {
		case tables <= 1:
			return s.best.score > 1
		case tables == 2:
			rare++
		}
	}
	return rare >= 2
}
