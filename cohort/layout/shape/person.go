package shape

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/cohort/layout"
	"pilot90/cohort/pattern"
	"pilot90/cohort/schema"
	"pilot90/cohort/sheet/grid"
)

// owner is whose sheet it is.
type owner struct {
	value    cell.Value
	row, col int    // the cell; zeros where the name of the sheet or of the file says so
	from     string // as typed
}

// origin is the cell of a record's person; in other rows there is none.
func (o *owner) origin(record bool) [2]int {
	if !record {
		return [2]int{}
	}
	return [2]int{o.row, o.col}
}

// inBrackets is what stands behind or before a name: an id, a title.
var inBrackets = pattern.New(`\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】|〔[^〔〕]*〕`)

// honorific is what may stand behind a name.
var honorific = pattern.New(`(様|さん|殿|氏)$`)

// ownerOf returns the person whom a sheet of one person names: above the row, or in the name of the
// sheet or of the file. It is nil where none does, or where two differ.
func (t *turner) ownerOf(g *grid.Grid, row int) *owner {
	var found *owner
	for _, s := range layout.PeopleAbove(g, schema.Tasks, row) {
		id, known := t.known(s.Typed)
		switch {
		case s.Weak && (!known || found != nil):
			continue
		case found != nil && found.value.Text != id:
			return nil
		}
		found = &owner{cell.Value{Kind: cell.Text, Text: id}, s.Row, s.Col, g.At(s.Row, s.Col).Text}
	}
	for _, name := range []string{g.Sheet, layout.FileTitle(g.File)} {
		if found != nil {
			break
		}
		if found = t.idIn(name); found != nil {
			break
		}
		if typed := nameIn(name); typed != "" {
			id, known := t.known(typed)
			if !known {
				id = t.bySurname(typed)
			}
			found = &owner{value: cell.Value{Kind: cell.Text, Text: id}, from: name}
		}
	}
	return found
}

// idIn returns the participant whose id is a word of the name of a sheet or file, such as P01_7月; nil for none or two.
func (t *turner) idIn(title string) *owner {
	var found *owner
	for word := range strings.FieldsFuncSeq(norm.NFKC.String(title), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-'
	}) {
		if !idInName.MatchString(word) {
			continue
		}
		who, ok := t.directory()(word)
		switch {
		case ok && found != nil && found.value.Text != who.ID:
			return nil
		case ok:
			found = &owner{value: cell.Value{Kind: cell.Text, Text: who.ID}, from: title}
		}
	}
	return found
}

// bySurname is the participant whose surname a text is, or the text where none or several have it.
func (t *turner) bySurname(typed string) string {
	found := typed
	for _, name := range t.names() {
		surname, given, _ := strings.Cut(name, " ")
		whole := lang.Compact(name)
		if given == "" && len([]rune(whole)) > len([]rune(typed))+mostGiven || given != "" && surname != typed ||
			len([]rune(typed)) < 2 || whole == typed || !strings.HasPrefix(whole, typed) {
			continue
		}
		if found != typed {
			return typed
		}
		if id, known := t.known(name); known {
			found = id
		}
	}
	return found
}

// mostGiven is how long a given name may be that is written without a space before it.
const mostGiven = 3

// names are those of the participants, with one space between their parts.
func (t *turner) names() []string {
	t.directory()
	var all []string
	for _, table := range t.roster {
		col := cmp.Or(column(table, "name"), column(table, "participant_id"))
		for _, row := range table.Grid.Rows {
			if v := row.At(col); row.Number > table.HeadingRange().ToRow && v.Kind == cell.Text && !v.IsBlank() {
				all = append(all, strings.Join(strings.Fields(norm.NFKC.String(v.Text)), " "))
			}
		}
	}
	return all
}

// known returns the id of the participant that a text means, with or without what stands beside a name;
// else the name as it is typed, without those.
func (t *turner) known(typed string) (string, bool) {
	t.asked = true
	if is, asked := t.knownAs[typed]; asked {
		return is.text, is.known
	}
	if len(t.knownAs) >= mostKnown {
		clear(t.knownAs)
	}
	text, known := t.knownAnew(typed)
	t.knownAs[typed] = person{text, known}
	return text, known
}

// mostKnown is of how many texts it is remembered whom they mean: sheets repeat their headings and names.
const mostKnown = 8_192

// person is whom a text means, as known tells it.
type person struct {
	text  string
	known bool
}

// knownAnew works out what known returns.
func (t *turner) knownAnew(typed string) (string, bool) {
	bare := bareName(typed)
	for _, text := range []string{typed, bare} {
		if who, ok := t.directory()(text); ok {
			return who.ID, true
		}
	}
	if bare != "" {
		return bare, false
	}
	return typed, false
}

// bareName takes an id, a title in brackets and an honorific from a name: 上田栞 (0123), 0125 久保舞.
func bareName(typed string) string {
	text := inBrackets.ReplaceAllString(norm.NFKC.String(typed), " ")
	words := slices.DeleteFunc(strings.Fields(text), func(word string) bool {
		return strings.ContainsFunc(word, unicode.IsDigit)
	})
	return honorific.ReplaceAllString(strings.Join(words, " "), "")
}

// formWords are words of the names of forms, in which no person is named.
var formWords = pattern.New(`表|簿|報|誌|実績|記録|一覧|管理|ログ|シート|勤怠|勤務|作業|業務|稼働|集計|` +
	`台帳|就業|個人|テレワーク|コピー|バックアップ|(?i:sheet|book|log|time|work|copy)`)

// idInName is the id of a person in the name of a file: A-001, W002, 0123.
var idInName = pattern.New(`\b[A-Za-z]{1,4}[-_.]?[0-9]{1,8}\b|\b[A-Za-z]{1,4}-?[0-9]{1,8}_`)

// nameIn returns the one person's name in the name of a sheet or file beside a month and the name of the
// form: 勤務表_山田さくら, 作業日報（中村由美）, 西村裕太_R6.6. It is "" for none, or for more than a name.
func nameIn(title string) string {
	words := strings.FieldsFunc(idInName.ReplaceAllString(norm.NFKC.String(title), " "), func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsPunct(r) || unicode.IsSymbol(r)
	})
	words = slices.DeleteFunc(words, func(word string) bool {
		return strings.ContainsFunc(word, unicode.IsDigit) || formWords.MatchString(word) || len([]rune(word)) == 1 &&
			strings.Contains("年月日分期度RH", word) || slices.Contains([]string{"令和", "平成", "年度", "月分"}, word)
	})
	name := honorific.ReplaceAllString(strings.Join(words, " "), "")
	if len(words) == 0 || len(words) > 2 || len([]rune(lang.Compact(name))) < 2 || len([]rune(name)) > 12 {
		return ""
	}
	return name
}
