package finding

import (
	"fmt"
	"strings"

	"pilot90/cohort/lang"
)

// Word is the severity in words for people: 誤り, 注意, 参考.
func (s Severity) Word() lang.Text {
	return [...]lang.Text{{JA: "誤り", EN: "error"}, {JA: "注意", EN: "warning"}, {JA: "参考", EN: "info"}}[s]
}

// Meaning says what findings of the severity do to the figures.
func (s Severity) Meaning() lang.Text {
	return [...]lang.Text{
		{JA: "誤りのある行は、直るまで集計から外しています。", EN: "Rows with an error are left out of the figures until they are corrected."},
		{JA: "注意の行は集計に入っています。内容をお確かめください。", EN: "Rows with a warning are part of the figures. Please check them."},
		{JA: "参考は、読み取り方のお知らせです。直さなくてもかまいません。", EN: "Infos tell how the ledger was read. Nothing needs to be done."},
	}[s]
}

// Summary is the list in one line: how many errors, warnings and infos.
func Summary(fs []Finding) lang.Text {
	e, w, i := Counts(fs)
	return lang.Text{
		JA: fmt.Sprintf("誤り %d件・注意 %d件・参考 %d件", e, w, i),
		EN: fmt.Sprintf("%s, %s, %s", plural(e, "error"), plural(w, "warning"), plural(i, "info")),
	}
}

// Clean is what is said of a ledger with nothing to correct.
var Clean = lang.Text{
	JA: "直すところは見つかりませんでした。このまま集計に進めます。",
	EN: "Nothing needs correcting. The ledger is ready for the figures.",
}

// comma stands between the names of a list.
var comma = lang.Text{JA: "、", EN: ", "}

func plural(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}

// where is the cell address with the number of folded cells: "D9:D22 の14か所".
func (f Finding) where(l lang.Lang) string {
	place := f.Place.String()
	if f.Cells() == 1 {
		return place
	}
	inside := "の"
	if a := f.area(); a.toRow-a.fromRow+1 != f.Cells() {
		inside = "のうち"
	}
	if l == lang.EN {
		return fmt.Sprintf("%s (%d cells)", place, f.Cells())
	}
	return fmt.Sprintf("%s %s%dか所", place, inside, f.Cells())
}

// subject is the record and date a finding is about: "0004 2025-07-03".
func (f Finding) subject() string {
	return strings.TrimSpace(f.Record + " " + f.Date)
}
