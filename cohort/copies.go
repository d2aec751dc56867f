package cohort

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/layout"
	"pilot90/cohort/setting"
	"pilot90/cohort/sheet/grid"
)

// codeCopy is the code of a file that is a copy or an earlier state of another.
const codeCopy = "C335"

// stateMark is what the name of a copy, of an earlier or of a later state has besides the ledger's own:
// コピー ～ 台帳, 台帳 - コピー (2), バックアップ_台帳, 台帳_1130, 台帳_20251130, 台帳(1), 台帳_旧, 台帳_最新版.
var stateMark = regexp.MustCompile(`のコピー|コピー|複製|バックアップ|控え|旧版?|修正[前後版]|訂正[前後版]|最新版?|最終版?|確定版|更新版|` +
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
	var kept []*grid.Book
	var findings []finding.Finding
	for i, b := range books {
		original := slices.IndexFunc(books, func(o *grid.Book) bool {
			return o != b && related(b.File, o.File) && holds(o, b) && (!holds(b, o) || preferred(books, o, i))
		})
		if original < 0 {
			kept = append(kept, b)
			continue
		}
		findings = append(findings, copyOf(b, books[original]))
	}
	return kept, findings
}

// related reports two files of one folder whose names differ in the mark of a state only.
func related(a, b string) bool {
	stemA, markedA := stemOf(a)
	stemB, markedB := stemOf(b)
	return (markedA || markedB) && stemA == stemB && stemA != ""
}

// preferred reports that of two files with the same content o stays, not the i-th: it has no mark, or is
// the first.
func preferred(books []*grid.Book, o *grid.Book, i int) bool {
	_, marked := stemOf(o.File)
	if _, own := stemOf(books[i].File); own != marked {
		return own
	}
	return slices.Index(books, o) < i
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

// fill reports that a row says all that the older one does.
func (m meanings) fill(older meanings) bool {
	for col, text := range older {
		if m[col] != text {
			return false
		}
	}
	return true
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
