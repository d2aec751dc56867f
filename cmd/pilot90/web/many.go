package web

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"pilot90/cohort"
	"pilot90/cohort/lang"
	"pilot90/cohort/setting"
	"pilot90/cohort/sheet"
	"pilot90/kpi/result"
	"pilot90/report/rollup"
)

// many is an open folder with what many municipalities handed in: submissions, ledgers or both; or a database of
// submissions.
type many struct {
	path     string   // of the folder, or what the database is called
	database string   // its address; "" for a folder
	found    []string // what is taken in
	done     atomic.Int64
	ended    chan struct{} // closed when all is read, or reading was stopped

	// set before ended is closed; of each source who handed in what and when
	sources  []rollup.Source
	shut     func() error // of the database that the wholes are read from
	unread   []result.Unread
	expected []rollup.Municipality
	unlisted string // why the list of who should report cannot be read
	failure  error

	mu     sync.Mutex // of what is below
	asked  rollup.Options
	spoken lang.Lang
	pooled *result.Result // of these
}

// expectedFile names who should report; it lies in the folder.
const expectedFile = "対象自治体.csv"

// manyAt lists the submissions and ledgers of a folder that holds those of many, none for a ledger: a folder with a
// pilot.toml or with spreadsheets of its own.
func manyAt(ctx context.Context, path string) ([]string, error) {
	if info, err := os.Stat(path); err != nil || !info.IsDir() {
		return nil, nil // opening it as a ledger says so
	}
	if _, names, err := cohort.Files(path); err != nil || len(names) > 1 || len(names) == 1 && names[0] != expectedFile {
		return nil, nil
	}
	found, err := rollup.Find(ctx, []string{path})
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(found, func(at string) bool { return at == path }), nil
}

// openMany puts a folder or a database of many on the desk, in place of the ledger that is open, and begins to read it.
func (d *desk) openMany(m *many) {
	m.ended = make(chan struct{})
	d.mu.Lock()
	d.watch()
	d.watch = func() {}
	old := d.many
	d.source, d.now, d.many = nil, nil, m
	d.mu.Unlock()
	old.letGo()
	go d.readMany(m)
}

// againMany reads a folder of many that is still open once more.
func (d *desk) againMany(old *many, found []string) {
	m := &many{path: old.path, database: old.database, found: found, ended: make(chan struct{})}
	d.mu.Lock()
	same := d.many == old
	if same {
		d.many = m
	}
	d.mu.Unlock()
	if same {
		old.letGo()
		go d.readMany(m)
	}
}

// letGo closes the database of one that is no longer open, once it is read.
func (m *many) letGo() {
	if m == nil {
		return
	}
	go func() {
		<-m.ended
		m.mu.Lock()
		defer m.mu.Unlock()
		if m.shut != nil {
			m.shut() // nothing was written
		}
	}()
}

// leaveMany lets go of a folder of many when a ledger is open that is not below it.
func (d *desk) leaveMany(ledger string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.many != nil && !strings.HasPrefix(ledger, d.many.path+string(filepath.Separator)) {
		d.many.letGo()
		d.many = nil
	}
}

func (d *desk) openedMany() *many {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.many
}

// readMany takes in all that was found. It goes on while pages are looked at, and can be stopped.
func (d *desk) readMany(m *many) {
	s := d.server
	defer close(m.ended)
	defer func() {
		if trouble := recover(); trouble != nil {
			s.fault("many", trouble)
			m.failure = errors.New(s.unexpected())
		}
	}()
	text := s.say(fmt.Sprintf("%d件を読んでいます…", len(m.found)), fmt.Sprintf("Reading %d of them…", len(m.found)))
	if m.database != "" {
		text = s.say("データベースを読んでいます…", "Reading the database…")
	}
	ctx, end := d.begin(context.Background(), text)
	defer end()
	if m.database != "" {
		if m.sources, m.shut, m.failure = s.opt.Program.Stored(ctx, m.database); m.failure == nil {
			m.expected, m.unlisted = s.expected(ctx, m.listFile())
			m.first(ctx, s.lang())
		}
		return
	}
	opt, err := d.options(s.first())
	if err != nil {
		m.failure = err
		return
	}
	opt.Password = s.opt.Password
	m.sources, m.unread, m.failure = rollup.Collect(ctx, m.found, rollup.Reading{Load: opt, Tool: s.opt.Version,
		Workers: runtime.GOMAXPROCS(0), Done: &m.done, Lang: s.lang(), Heads: true})
	m.expected, m.unlisted = s.expected(ctx, m.listFile())
	if m.failure == nil {
		m.first(ctx, s.lang())
	}
}

// first puts all of it together for the page that is shown first, unless the user stops that.
func (m *many) first(ctx context.Context, l lang.Lang) {
	if m.result(rollup.Options{Context: ctx}, l) == nil {
		m.failure = ctx.Err()
	}
}

// listFile is the file that names who should report: in the folder, or beside the file of a database; "" for a database
// on a server, which has no place for it.
func (m *many) listFile() string {
	switch {
	case m.database == "":
		return filepath.Join(m.path, expectedFile)
	case filepath.IsAbs(m.path):
		return filepath.Join(filepath.Dir(m.path), expectedFile)
	}
	return ""
}

// expected reads the list of who should report as a spreadsheet would; none there is no list.
func (s *Server) expected(ctx context.Context, file string) (all []rollup.Municipality, why string) {
	if file == "" {
		return nil, ""
	}
	data, err := setting.ReadPlain(file, mostExpected)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, ""
	case err != nil:
		return nil, s.explained(err)
	}
	book, _, err := sheet.Read(expectedFile, bytes.NewReader(data), int64(len(data)), sheet.Options{Context: ctx})
	if err != nil {
		return nil, s.explained(err)
	}
	var text strings.Builder
	for _, row := range book.Sheets[0].Rows {
		for text.Len() > 0 && strings.Count(text.String(), "\n") < row.Number-1 {
			text.WriteString("\n") // blank lines count
		}
		for i, c := range row.Cells {
			if i > 0 {
				text.WriteString(",")
			}
			text.WriteString(strings.Join(strings.Fields(c.Text), " "))
		}
	}
	if all, err = rollup.Expected(text.String(), s.lang()); err != nil {
		return nil, err.Error()
	}
	return all, ""
}

// mostExpected is more bytes than a list of all municipalities has.
const mostExpected = 1 << 20

// result is all of it put together as asked for, of which one is kept: what counts is read once more. It may be called
// once all is read. It is nil where the context of the options ended.
func (m *many) result(o rollup.Options, l lang.Lang) *result.Result {
	o.Expected = m.expected
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.pooled == nil || m.spoken != l || m.asked.AsOf != o.AsOf || m.asked.FiscalYear != o.FiscalYear {
		m.asked, m.spoken, m.pooled = o, l, rollup.Pooled(m.sources, m.unread, o, l)
		m.asked.Context = nil
	}
	return m.pooled
}

// days are the as-of dates of all that was handed in, the newest first, and years the fiscal years.
func (m *many) days() (days []string, years []int) {
	for _, s := range m.sources {
		days, years = append(days, s.AsOf), append(years, s.FiscalYear)
	}
	slices.Sort(days)
	slices.Sort(years)
	days, years = slices.Compact(days), slices.Compact(years)
	slices.Reverse(days)
	slices.Reverse(years)
	return days, years
}
