package cohort

import (
	"slices"
	"strconv"
	"strings"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/layout"
	"pilot90/cohort/pattern"
	"pilot90/cohort/setting"
	"pilot90/cohort/sheet/grid"
)

// codeCopy is the code of a file that is a copy or an earlier state of another.
const codeCopy = "C335"

// stateMark is what the name of a copy, of an earlier or of a later state has besides the ledger's own:
// コピー ～ 台帳, 台帳 - コピー (2), バックアップ_台帳, 台帳_1130, 台帳_20251130, 台帳(1), 台帳_旧, 台帳_最新版.
var stateMark = pattern.New(`のコピー|コピー|複製|バックアップ|控え|旧版?|修正[前後版]|訂正[前後版]|最新版?|最終版?|確定版|更新版|` +
	`backup|bak$|copy(of)?|old$|new$|\([1-9]\)|[-_](20[0-9]{2}[-_.]?)?[01][0-9][-_.]?[0-3][0-9]$`)

// stemOf returns the name without such marks, and whether there were any.
func stemOf(file string) (string, bool) {
	name := lang.CompactLower(layout.FileTitle(file))
	stem := name
	for range 3 { // 台帳 - コピー (2)
		stem = strings.Trim(stateMark.ReplaceAllString(stem, ""), "-_~～〜()[]【】 ")
	}
	return stem, stem != strings.Trim(name, "-_~～〜()[]【】 ")
}

// withoutCopies leaves out the files that are by name and content a copy or an earlier state of another
// file, with a finding for each. Of two that say the same the one without a mark in its name stays.
func withoutCopies(books []*grid.Book, pilot *setting.Pilot) ([]*grid.Book, []finding.Finding) {
	if len(pilot.Pins) > 0 {
		return books, nil
	}
	all := make([]named, len(books))
	byStem := map[string][]named{} // files whose names differ in the mark of a state only
	for i, b := range books {
		all[i].Book, all[i].place = b, i
		all[i].stem, all[i].marked = stemOf(b.File)
		all[i].among = len(byStem[all[i].stem])
		byStem[all[i].stem] = append(byStem[all[i].stem], all[i])
	}
	var kept []*grid.Book
	var findings []finding.Finding
	for _, b := range all {
		alike := b.near(byStem[b.stem])
		original := slices.IndexFunc(alike, func(o named) bool {
			return o.Book != b.Book && b.stem != "" && (b.marked || o.marked) && holds(o.Book, b.Book) &&
				(!holds(b.Book, o.Book) || o.preferred(b))
		})
		if original < 0 {
			kept = append(kept, b.Book)
			continue
		}
		findings = append(findings, copyOf(b.Book, alike[original].Book))
	}
	return kept, findings
}

// named is a book with what its name says: the name without the mark of a state, and whether it has one.
type named struct {
	*grid.Book
	place  int // among the files
	among  int // the place among those of its name
	stem   string
	marked bool
}

// mostStates is with how many files of its name before and behind it, by the order of names, a file is compared; and
// with how many that have no mark. A year of daily files has more that are alike by name.
const mostStates = 60

// near are the files of its name with which this one is compared.
func (o named) near(alike []named) []named {
	if len(alike) <= 2*mostStates {
		return alike
	}
	var near []named
	for _, b := range alike {
		if !b.marked && len(near) < mostStates {
			near = append(near, b)
		}
	}
	return append(near, alike[max(0, o.among-mostStates):min(len(alike), o.among+mostStates+1)]...)
}

// preferred reports that of two files with the same content this one stays: it has no mark, or is the first.
func (o named) preferred(b named) bool {
	if b.marked != o.marked {
		return b.marked
	}
	return o.place < b.place
}

// holds reports whether every sheet of the older book stands in the other with nearly all its rows.
func holds(newer, older *grid.Book) bool {
	rows := 0
	for _, g := range older.Sheets {
		i := slices.IndexFunc(newer.Sheets, func(o *grid.Grid) bool {
			return o.Sheet == g.Sheet || len(newer.Sheets) == 1 && len(older.Sheets) == 1
		})
		if i < 0 {
			return false
		}
		n, ok := rowsIn(newer.Sheets[i], g)
		if !ok {
			return false
		}
		rows += n
	}
	return rows > 0
}

// rowsIn counts the rows of the older sheet that hold a digit; three in four must stand in the newer one,
// where blanks may have been filled in since.
func rowsIn(newer, older *grid.Grid) (rows int, ok bool) {
	byFirst := map[string][]meanings{}
	for _, r := range newer.Rows {
		m := meant(r)
		first := m[r.Cells[0].Col]
		byFirst[first] = append(byFirst[first], m)
	}
	missing := 0
	for _, r := range older.Rows {
		if !slices.ContainsFunc(r.Cells, func(c grid.Cell) bool { return strings.ContainsAny(c.Text, "0123456789") }) {
			continue
		}
		rows++
		m := meant(r)
		candidates := byFirst[m[r.Cells[0].Col]]
		candidates = candidates[:min(len(candidates), mostAlike)]
		if !slices.ContainsFunc(candidates, func(o meanings) bool { return o.fill(m) }) {
			missing++
		}
	}
	return rows, missing*4 <= rows
}

// mostAlike is with how many rows that begin alike a row is compared.
const mostAlike = 2000

// meanings are what the cells of a row say, by column: a day or a number is the same however it is typed.
type meanings map[int]string

func meant(r grid.Row) meanings {
	out := meanings{}
	for _, c := range r.Cells {
		out[c.Col] = meaning(c.Value)
	}
	return out
}

// meaning is what a cell says, in one form.
func meaning(v cell.Value) string {
	if v.Kind == cell.Text && strings.ContainsAny(v.Text, "年月日/.-") || v.Kind == cell.Number && v.Format == cell.Date {
		if day, _, fault := cell.ReadDate(v); fault == nil {
			return day.String()
		}
	}
	if v.Kind == cell.Text && strings.ContainsAny(v.Text, "円¥,") {
		if yen, _, fault := cell.ReadYen(v, cell.Any); fault == nil {
			return strconv.FormatFloat(yen, 'f', -1, 64)
		}
	}
	return lang.Compact(v.Text)
}

// leastCells is the number of cells of a row from which one of them may have been corrected since.
const leastCells = 4

// fill reports that a row says all that the older one does, but for one cell of several: a remark, or a correction.
func (m meanings) fill(older meanings) bool {
	others := 0
	for col, text := range older {
		if m[col] != text {
			others++
		}
	}
	return others == 0 || others == 1 && len(older) >= leastCells
}

// copyOf is the C335 of a file.
func copyOf(b, original *grid.Book) finding.Finding {
	what := lang.Say("写し", "a copy")
	if !holds(b, original) {
		what = lang.Say("前の状態", "an earlier state")
	}
	return finding.Finding{
		Code: codeCopy, Severity: finding.Info, Place: finding.Place{File: b.File},
		Message: lang.Sayf("「%[1]s」の%[2]sのため、読んでいません。", "It is %[3]s of %[1]s and was not read.", original.File,
			what.JA, what.EN),
		Fix: lang.Sayf("このままで構いません。こちらが正しいときは、「%s」を台帳のフォルダーの外に移してください。",
			"Nothing need be done. If it is the right one, move %s out of the ledger's folder.", original.File),
		Related: []finding.Place{{File: original.File}},
	}
}
