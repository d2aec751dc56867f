package rollup

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"pilot90/cohort"
	"pilot90/cohort/lang"
	"pilot90/cohort/setting"
	"pilot90/kpi/merge"
	"pilot90/kpi/result"
	"pilot90/report/draft"
)

// Reading says how sources are taken in.
type Reading struct {
	Load    cohort.LoadOptions // of ledgers
	Tool    string             // version of pilot90
	Workers int                // how many ledgers are computed at a time; each is let go of before the next
	Cache   string             // folder of submissions made of ledgers before, "" = none
	Done    *atomic.Int64      // counts the sources that are through; nil: nobody asks
	Lang    lang.Lang
	// Years computes a ledger for each fiscal year that it holds, as of the year's last day, and not for the last alone.
	Years bool
	// Heads leaves of each only who handed in what and when, and where the whole can be read again (Source.Whole).
	Heads bool
	// Apart leaves ledgers of one alliance by themselves, where a person in two of them counts twice.
	Apart bool
}

// deepest is how many folders below a source submissions and ledgers are looked for.
const deepest = 8

// Find lists the ledgers (folders with a pilot.toml), the folders that hold spreadsheets and nothing to take in, and
// the JSON files below the paths, in the order of their names. Below a ledger nothing more is looked for: it is at hand
// itself. Hidden folders are passed over. A path may be a link. Of links below it, those to files that lie below it too
// stand for these; those that lead out of it are listed as they are, and Collect names them and opens none.
func Find(ctx context.Context, paths []string) ([]string, error) {
	var found []string
	for _, path := range paths {
		path, err := withoutLink(path)
		if err != nil {
			return nil, err
		}
		err = filepath.WalkDir(path, func(at string, d fs.DirEntry, err error) error {
			switch {
			case ctx.Err() != nil:
				return ctx.Err()
			case err != nil:
				found = append(found, at) // it is named where it cannot be taken in
				return fs.SkipDir
			case d.IsDir() && at != path && strings.HasPrefix(d.Name(), "."), depth(path, at) > deepest:
				return fs.SkipDir
			case d.IsDir():
				if _, err := os.Stat(filepath.Join(at, setting.File)); err == nil {
					found = append(found, at)
					return fs.SkipDir
				}
				if sheetsAlone(at) {
					found = append(found, at) // it is named, since it may be a ledger that was not finished
				}
			case isLink(at):
				if to := behind(path, at); to != "" {
					found = append(found, to)
				}
			case strings.EqualFold(filepath.Ext(at), ".json"):
				found = append(found, at)
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	slices.Sort(found)
	return slices.Compact(found), nil
}

// withoutLink is the path, or what it leads to when it is a link itself: whoever names one means that.
func withoutLink(path string) (string, error) {
	if _, err := os.Stat(path); err != nil || !isLink(path) {
		return path, err
	}
	return filepath.EvalSymlinks(path)
}

// isLink reports a link to another place, also a junction of Windows.
func isLink(path string) bool {
	_, err := os.Readlink(path)
	return err == nil
}

// behind is what is listed of a link below a path: the JSON file that lies below the path too, or the link itself where
// it leads out of it; "" for nothing, as for a folder that is met by itself.
func behind(path, link string) string {
	rel, err := filepath.Rel(path, link)
	if err != nil {
		return link
	}
	if out, err := cohort.Outside(path, filepath.ToSlash(rel)); out || err != nil {
		return link
	}
	to, err := filepath.EvalSymlinks(link)
	if err != nil || !strings.EqualFold(filepath.Ext(to), ".json") {
		return "" // it leads nowhere, or to what is found by itself
	}
	return to
}

// sheetsAlone reports whether a folder has spreadsheets, and neither folders nor JSON files beside them.
func sheetsAlone(dir string) bool {
	entries, err := os.ReadDir(dir)
	sheets := false
	for _, e := range entries {
		ext := strings.ToLower(filepath.Ext(e.Name()))
		switch {
		case strings.HasPrefix(e.Name(), "."):
		case e.IsDir(), ext == ".json":
			return false
		default:
			sheets = sheets || slices.Contains(setting.DefaultFiles(), "*"+ext)
		}
	}
	return err == nil && sheets
}

func depth(from, to string) int {
	rel, err := filepath.Rel(from, to)
	if err != nil {
		return 0
	}
	return strings.Count(filepath.ToSlash(rel), "/")
}

// Collect takes in what Find found: submissions are read, ledgers computed. One that cannot be taken in is named with
// the reason and stops nothing; a JSON file that is something else is passed over. What comes back is in the order of
// found, whatever the number of workers. The error is that of ctx alone.
func Collect(ctx context.Context, found []string, o Reading) ([]Source, []result.Unread, error) {
	type outcome struct {
		s   []Source
		err error
	}
	short := &heads{texts: merge.NewTexts()}
	if o.Cache != "" {
		draft.Sweep(o.Cache)
	}
	outcomes := make([]outcome, len(found))
	var next atomic.Int64
	var wait sync.WaitGroup
	for range max(1, min(o.Workers, len(found))) {
		wait.Go(func() {
			for ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= len(found) {
					return
				}
				outcomes[i].s, outcomes[i].err = o.sources(ctx, found[i], short)
				if o.Done != nil {
					o.Done.Add(1)
				}
			}
		})
	}
	wait.Wait()
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	var sources, ledgers []Source
	var unread []result.Unread
	for i, at := range outcomes {
		switch {
		case errors.Is(at.err, errOther):
		case at.err != nil:
			unread = append(unread, result.Unread{Source: found[i], Why: why(at.err, o.Lang)})
		default:
			sources = append(sources, at.s...)
			ledgers = append(ledgers, ofLedger(at.s)...)
		}
	}
	if o.Apart {
		return sources, unread, nil
	}
	more, lost := together(ctx, ledgers, o, short)
	return append(sources, more...), append(unread, lost...), ctx.Err()
}

// ofLedger are the sources that are folders, which have ledgers.
func ofLedger(all []Source) []Source {
	if info, err := os.Stat(all[0].From); err != nil || !info.IsDir() {
		return nil
	}
	return all
}

// together is what the ledgers of each alliance with ids in common give together.
func together(ctx context.Context, ledgers []Source, o Reading, short *heads) (all []Source, unread []result.Unread) {
	for _, of := range alliances(ledgers) {
		s, from, err := joined(ctx, of, o)
		if err == nil {
			var of []Source
			of, err = o.kept([]*Submission{s}, from, false, short)
			all = append(all, of...)
		}
		if err != nil {
			unread = append(unread, result.Unread{Source: from, Why: why(err, o.Lang)})
		}
	}
	return all, unread
}

// sources takes in what is at a path.
func (o Reading) sources(ctx context.Context, path string, short *heads) ([]Source, error) {
	all, isFile, err := take(ctx, path, o)
	if err != nil {
		return nil, err
	}
	return o.kept(all, path, isFile, short)
}

// kept are submissions as they are kept until it is known which count.
func (o Reading) kept(all []*Submission, from string, isFile bool, short *heads) ([]Source, error) {
	var sources []Source
	for _, s := range all {
		if err := s.ahead(o.Load); err != nil {
			return nil, err
		}
		source := Source{Submission: s, From: from}
		if o.Heads {
			source.Submission, source.again = short.of(s), fromFile
			if !isFile {
				var err error
				if source.again, err = packed(s); err != nil {
					return nil, err
				}
			}
		}
		sources = append(sources, source)
	}
	return sources, nil
}

// errOther says that a JSON file is something else, and nothing that was handed in.
var errOther = errors.New("some other JSON file")

func why(err error, l lang.Lang) string {
	var text said
	switch {
	case errors.As(err, &text):
		return lang.Text(text).In(l)
	case errors.Is(err, ErrNoCode):
		return lang.Text{JA: "pilot.toml に団体コード（code）がありません", EN: err.Error()}.In(l)
	case errors.Is(err, ErrCode):
		return lang.Text{JA: "pilot.toml の団体コード（code）の数字が合いません", EN: err.Error()}.In(l)
	case errors.Is(err, ErrPlace):
		return lang.Text{JA: "pilot.toml の団体コードと都道府県が合いません", EN: err.Error()}.In(l)
	case errors.Is(err, ErrAbsurd):
		return lang.Text{JA: "ありえない大きさの金額や時間があります。台帳の点検の結果を見て直してください（" + err.Error() + "）",
			EN: err.Error() + "; see what the check of the ledger says and correct it"}.In(l)
	case errors.Is(err, ErrSubmission):
		return lang.Text{
			JA: "提出用データとして読めません。途中で切れたり書き換えられたりしていないか確かめ、もう一度受け取ってください（" + err.Error() + "）",
			EN: err.Error() + "; see whether it was cut short or altered, and have it handed in again"}.In(l)
	case errors.Is(err, fs.ErrNotExist):
		return lang.Text{JA: "読んでいるあいだに、なくなりました", EN: "it went away while it was read"}.In(l)
	case errors.Is(err, fs.ErrPermission):
		return lang.Text{JA: "読み取りの許可がありません", EN: "there is no permission to read it"}.In(l)
	}
	return err.Error()
}

// NotAhead are the sources without those of a day to come, which are named.
func (o Reading) NotAhead(all []Source) (kept []Source, unread []result.Unread) {
	for _, s := range all {
		if err := s.ahead(o.Load); err != nil {
			unread = append(unread, result.Unread{Source: s.From, Why: why(err, o.Lang)})
			continue
		}
		kept = append(kept, s)
	}
	return kept, unread
}

// ahead is the error of a submission of a day to come: it would be the newest of all, and its year that of everybody.
func (s *Submission) ahead(o cohort.LoadOptions) error {
	last := o.Today
	if o.AsOf != nil {
		last = max(last, *o.AsOf)
	}
	if day, ok := dayOf(s.AsOf); last == 0 || !ok || day <= last {
		return nil
	}
	return said{JA: fmt.Sprintf("基準日 %s がまだ来ていない日です。基準日を確かめて、出し直してもらってください", s.AsOf),
		EN: fmt.Sprintf("its as-of date, %s, is still to come; have the date checked and it handed in again", s.AsOf)}
}

// take reads a submission or computes a ledger. A panic over one of them is an error of it.
func take(ctx context.Context, path string, o Reading) (s []*Submission, isFile bool, err error) {
	defer func() {
		if p := recover(); p != nil {
			s, err = nil, fmt.Errorf("%v\n%s", p, firstLines(debug.Stack()))
		}
	}()
	info, err := os.Stat(path)
	switch {
	case isLink(path):
		return nil, false, said{JA: "フォルダーの外へのリンクのため、開いていません。ファイルそのものを置いてください",
			EN: "it is a link that leads out of the folder, and was not opened; put the file itself there"}
	case err != nil:
		return nil, false, err
	case !info.IsDir():
		s, err = file(path)
		return s, true, err
	case absent(filepath.Join(path, setting.File)):
		return nil, false, said{JA: "表計算のファイルはありますが、pilot.toml がありません",
			EN: "there are spreadsheets, but no pilot.toml"}
	case o.Years:
		s, err = years(ctx, path, o)
	default:
		s, err = ledger(ctx, path, o)
	}
	return s, false, err
}

// file reads a submission; errOther says that a JSON file is something else.
func file(path string) ([]*Submission, error) {
	data, err := setting.ReadPlain(path, largest) // Read refuses what is larger
	if err != nil {
		return nil, err
	}
	var head struct {
		Schema string `json:"schema"`
	}
	if json.Unmarshal(data, &head) == nil && !strings.HasPrefix(head.Schema, "pilot90/submission/") {
		return nil, errOther
	}
	return one(Read(bytes.NewReader(data)))
}

func absent(file string) bool {
	_, err := os.Stat(file)
	return errors.Is(err, fs.ErrNotExist)
}

func one(s *Submission, err error) ([]*Submission, error) {
	if err != nil {
		return nil, err
	}
	return []*Submission{s}, nil
}

func firstLines(stack []byte) []byte {
	lines := bytes.SplitAfterN(stack, []byte("\n"), 12)
	return bytes.Join(lines[:min(len(lines), 11)], nil)
}
