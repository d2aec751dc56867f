package cohort_test

import (
	"context"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"pilot90/cohort"
	"pilot90/cohort/cell"
)

// reader reads one folder again and again, and holds what it reads against a reading that knows nothing of before.
type reader struct {
	t       *testing.T
	dir     string
	earlier cohort.Earlier
	opt     cohort.LoadOptions
}

// same reads the folder both ways and fails where anything differs: findings, counts, how each sheet was read, records
// with all that they refer to.
func (r *reader) same(step string) *cohort.Ledger {
	r.t.Helper()
	opt := r.opt
	fresh, clock, err := cohort.Load(context.Background(), r.dir, opt)
	opt.Earlier = &r.earlier
	again, clockAgain, errAgain := cohort.Load(context.Background(), r.dir, opt)
	if (err == nil) != (errAgain == nil) || clock != clockAgain {
		r.t.Fatalf("%s: errors %v and %v, clocks %v and %v", step, err, errAgain, clock, clockAgain)
	}
	if err != nil {
		return nil
	}
	for _, part := range []struct {
		name         string
		fresh, again any
	}{
		{"findings", fresh.Findings, again.Findings}, {"inputs", fresh.Inputs, again.Inputs},
		{"settings", fresh.Pilot, again.Pilot}, {"reading", fresh.Reading(), again.Reading()},
		{"records", fresh.Tables, again.Tables},
	} {
		if !reflect.DeepEqual(part.fresh, part.again) {
			r.t.Errorf("%s: the %s are not those of a reading by itself", step, part.name)
		}
	}
	return again
}

// put writes a file; nil takes it away.
func (r *reader) put(name string, data []byte) {
	r.t.Helper()
	path := filepath.Join(r.dir, filepath.FromSlash(name))
	err := os.Remove(path)
	if data != nil {
		err = os.WriteFile(path, data, 0o600)
	}
	if err != nil {
		r.t.Fatal(err)
	}
}

func (r *reader) get(name string) []byte {
	r.t.Helper()
	data, err := os.ReadFile(filepath.Join(r.dir, filepath.FromSlash(name)))
	if err != nil {
		r.t.Fatal(err)
	}
	return data
}

// TestEarlier: a ledger that is read again after its files were saved, changed back, swapped, renamed or deleted, or
// after its settings or its clock changed, is what it is to somebody who reads it for the first time. A file whose size
// and time say that nothing was changed is read by what it holds.
func TestEarlier(t *testing.T) {
	r := &reader{t: t, dir: folder(t, csvLedger), opt: cohort.LoadOptions{Today: cell.NewDay(2025, 7, 31)}}
	r.same("first")
	r.same("unchanged")
	may := filepath.Join(r.dir, "ログ", "2025-05.csv")
	info, err := os.Stat(may)
	if err != nil {
		t.Fatal(err)
	}
	r.put("ログ/2025-05.csv", []byte(strings.ReplaceAll(csvLedger["ログ/2025-05.csv"], "2,2000", "7,7000")))
	if err := os.Chtimes(may, time.Time{}, info.ModTime()); err != nil {
		t.Fatal(err)
	}
	if c := r.same("same size and time"); c.Tasks.Rows[0].Pay.Value != 7000 {
		t.Errorf("pay %v, want the 7,000 that was typed", c.Tasks.Rows[0].Pay.Value)
	}
	r.put("参加者.csv", []byte("参加者ID,氏名,開始日\nP01,佐藤花子,2025-04-01\nP02,山田一郎,2025-05-01\n"))
	r.same("other participants")
	r.put("ログ/2025-06.csv", []byte("作業日,参加者ID,案件ID,時間,報酬\n2025-06-02,佐藤花子,K1,3,3000\n2025-06-31,P01,K9,x,3000\n"))
	r.same("a name and faults")
	r.put("ログ/勤務表_佐藤花子_2025年6月.csv", []byte("日付,案件ID,時間\n2025-06-03,K1,2\n2025-06-04,K1,3\n"))
	r.same("a sheet of one person")
	r.put("参加者.csv", []byte("参加者ID,氏名,開始日\nP07,佐藤花子,2025-04-01\n"))
	r.same("another id of the person")
	r.put("参加者.csv", nil)
	r.same("no participants")
	r.put("参加者.csv", []byte(csvLedger["参加者.csv"]))
	r.put("pilot.toml", []byte(csvLedger["pilot.toml"]+"\n[period]\nfiscal_year = \"2024\"\n"))
	r.same("another year")
	r.put("reading.toml", []byte("[[table]]\nfile = \"ログ/2025-05.csv\"\nignore = true\n"))
	r.same("a sheet that is not read")
	day := cell.NewDay(2025, 5, 31)
	r.opt.AsOf = &day
	r.same("another day")
	r.opt.Password = "x"
	r.same("another password")
}

// TestEarlierOfOffices does the same with ledgers as offices keep them, whose sheets are turned, cut and named by each
// other: each file is taken away and put back, renamed, and changes its contents with the next.
func TestEarlierOfOffices(t *testing.T) {
	if testing.Short() {
		t.Skip("reads ledgers many times")
	}
	ledgers, err := filepath.Glob("../samples/*/pilot.toml")
	if err != nil {
		t.Fatal(err)
	}
	offices, err := filepath.Glob("../../shared/data/office/seed03/*/pilot.toml")
	if err != nil {
		t.Fatal(err)
	}
	offices = slices.DeleteFunc(offices, func(path string) bool { return strings.Contains(path, "/13-units-") }) // alike
	for _, toml := range slices.Concat(ledgers, offices) {
		t.Run(filepath.Base(filepath.Dir(toml)), func(t *testing.T) {
			r := &reader{t: t, dir: t.TempDir(), opt: cohort.LoadOptions{Today: cell.NewDay(2026, 3, 31)}}
			if err := os.CopyFS(r.dir, os.DirFS(filepath.Dir(toml))); err != nil {
				t.Fatal(err)
			}
			r.same("first")
			r.same("unchanged")
			_, names, err := cohort.Files(r.dir)
			if err != nil {
				t.Fatal(err)
			}
			for i, name := range names {
				if i > 1 && i < len(names)-1 { // of many files the first and the last tell enough
					continue
				}
				next := names[(i+1)%len(names)]
				own, other := r.get(name), r.get(next)
				r.put(name, nil)
				r.same("without " + name)
				if ext := filepath.Ext(name); ext == filepath.Ext(next) && i < 2 {
					r.put(name, other)
					r.put(next, own)
					r.same("swapped " + name)
					r.put(next, other)
				}
				r.put(name, own)
				r.same(name + " back again")
			}
			last := names[len(names)-1]
			data := r.get(last)
			r.put(last, nil)
			renamed := filepath.ToSlash(filepath.Join(filepath.Dir(last), "0"+filepath.Base(last)))
			r.put(renamed, data)
			r.same("renamed " + last)
		})
	}
}

// TestEarlierIsBounded: of a ledger of more rows than are kept nothing is, and it is read all the same.
func TestEarlierIsBounded(t *testing.T) {
	var log strings.Builder
	log.WriteString("作業日,参加者ID,案件ID,時間,報酬\n")
	for i := range cohort.MostKeptRows {
		log.WriteString("2025-05-01,P01,K1,0.01," + string(rune('1'+i%9)) + "\n")
	}
	for _, c := range []struct {
		name  string
		files map[string]string
		keeps bool
	}{
		{"small", csvLedger, true},
		{"large", with(csvLedger, "ログ/2025-05.csv", log.String()), false},
	} {
		r := &reader{t: t, dir: folder(t, c.files), opt: cohort.LoadOptions{Today: cell.NewDay(2025, 7, 31)}}
		for _, step := range []string{c.name, c.name + " again"} {
			opt := r.opt
			opt.Earlier = &r.earlier
			if _, _, err := cohort.Load(context.Background(), r.dir, opt); err != nil {
				t.Fatal(step, err)
			}
			if r.earlier.Keeps() != c.keeps {
				t.Errorf("%s: keeps %v, want %v", step, r.earlier.Keeps(), c.keeps)
			}
		}
	}
}
