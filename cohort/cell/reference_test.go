package cell

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// reference reads a table of ../shared/data/ref, its heading row taken off.
func reference(t *testing.T, name string, comma rune) [][]string {
	t.Helper()
	f, err := os.Open(filepath.Join("../../../shared/data/ref", name))
	if err != nil {
		t.Skip("no reference data beside the repository: ", err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comma, r.LazyQuotes, r.FieldsPerRecord = comma, comma == '\t', -1
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows[1:]
}

// ICU counts era years on the proleptic Gregorian calendar back to 1868. We read era dates
// from 明治6年1月1日 (1873-01-01) on, the day Japan took that calendar over; earlier ones, which
// were lunisolar when they were written, are faults.
func TestWarekiOfICU(t *testing.T) {
	read := 0
	for _, row := range reference(t, "wareki_icu.csv", ',') {
		gregorian, name, year, month, day := row[0], row[1], row[2], row[3], row[4]
		for _, s := range []string{row[5], name + year + "年" + month + "月" + day + "日"} {
			d, n, f := ReadDate(text(s))
			switch {
			case gregorian < "1873-01-01":
				if f == nil {
					t.Errorf("%s of the old calendar was read as %v", s, d)
				}
				continue
			case f != nil || d.String() != gregorian || n == nil:
				t.Errorf("ReadDate(%q) = %v %v %+v, want %s with a note", s, d, n, f, gregorian)
			}
			read++
		}
		d, ok := isoDay(gregorian)
		if !ok {
			continue
		}
		if gotName, gotYear := d.Era(); gotName != name || strconv.Itoa(gotYear) != year {
			t.Errorf("%s: Era() = %s %d, want %s %s", gregorian, gotName, gotYear, name, year)
		}
	}
	if read < 5000 {
		t.Errorf("only %d dates were read", read)
	}
}

// The table is of a parser for historians. Where it calls a date valid, we differ on purpose
// in the cases named here.
func TestWarekiParseTable(t *testing.T) {
	strict := map[string]string{
		"令和元年1月1日":   "令和 begins on 1 May 2019",
		"平成元年元日":     "平成 begins on 8 January 1989",
		"10年5月3日":    "neither four digits nor an era",
		"2年12月31日":   "neither four digits nor an era",
		"西暦10年5月3日":  "before 1873",
		"西暦2年12月31日": "before 1873",
		"321年":       "before 1873, no month",
		"西暦321年":     "before 1873, no month",
		"明治5年12月2日":  "lunisolar",
	}
	for _, row := range reference(t, "wareki_parse_expected.csv", ',') {
		in, want, valid := row[0], row[1], row[2] == "valid"
		_, differs := strict[in]
		if valid && (want < "1873" || strings.HasPrefix(want, "-")) {
			differs = true
		}
		d, _, f := ReadDate(text(in))
		switch {
		case valid && !differs && (f != nil || d.String() != want):
			t.Errorf("ReadDate(%q) = %v %+v, want %s", in, d, f, want)
		case (!valid || differs) && f == nil:
			t.Errorf("ReadDate(%q) = %v, want a fault (%s)", in, d, strict[in])
		}
	}
}

// A number, an id and a choice read the folded form and the typed form of each row alike.
func TestZenkakuTable(t *testing.T) {
	for _, row := range reference(t, "zenkaku_nfkc.tsv", '\t') {
		in, nfkc := row[0], row[2]
		if got := norm.NFKC.String(in); got != nfkc {
			t.Errorf("NFKC(%q) = %q, the table says %q", in, got, nfkc)
		}
		id, _, f := ReadID(text(in))
		folded, _, ff := ReadID(text(nfkc))
		if id != folded || (f == nil) != (ff == nil) {
			t.Errorf("ReadID(%q) = %q, ReadID(%q) = %q", in, id, nfkc, folded)
		}
		if got, _, _ := ReadChoice(text(in), []Choice{{Key: "k", Words: []string{nfkc}}}); got != "k" && f == nil {
			t.Errorf("ReadChoice(%q) does not find %q", in, nfkc)
		}
		if got, _, _ := ReadText(text(in)); got != strings.TrimFunc(in, func(r rune) bool { return r == ' ' || r == '　' }) {
			t.Errorf("ReadText(%q) = %q, want it unchanged", in, got)
		}
	}
	// The numbers of the table, by hand.
	for in, want := range map[string]string{
		"１２３": "123*", "１２３．４５": "123.45*", "１，２３４": "1234*", "￥１，２３４": "1234*", "－５": "-5*", "−５": "-5*",
		"‐５": "-5*", "ー５": "-5*", "―５": "-5*", "①": "1*", "⑳": "20*", "½": "!C103", "10²": "!C103", "1½": "!C103", "1人": "1*",
		"３か月": "!C103",
	} {
		if got := outcome(ReadNumber(text(in), Any)); got != want {
			t.Errorf("ReadNumber(%q) = %s, want %s", in, got, want)
		}
	}
}

// Two real columns of era dates: every cell is read but for the slips that stand in them.
func TestRealEraDates(t *testing.T) {
	file, err := os.Open("../../../shared/data/sheets/japan/hokkaido_hospital_wareki_dates_only.csv")
	if err != nil {
		t.Skip("no sheets beside the repository: ", err)
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	slips := map[string]string{"昭65.12.1": CodeEra, "平H27.8.1": CodeDate, "昭5.10": CodeDate, "": CodeBlank}
	read := 0
	for _, row := range rows[1:] {
		for _, s := range row[1:3] {
			_, _, f := ReadDate(text(s))
			want, slip := slips[strings.Trim(s, " 　")]
			switch {
			case f == nil && !slip:
				read++
			case f == nil || f.Code != want:
				t.Errorf("ReadDate(%q) = %+v, want the fault %q", s, f, want)
			}
		}
	}
	if read < 1000 {
		t.Errorf("only %d dates were read", read)
	}
}
