package layout

import (
	"slices"
	"strings"
	"testing"

	"pilot90/cohort/lang"
	"pilot90/cohort/schema"
)

// Every heading and synonym names exactly one column of its table.
func TestHeadingsAreUnambiguous(t *testing.T) {
	for _, table := range schema.Tables() {
		owner := map[string]string{}
		for _, c := range table.Columns {
			for _, word := range headingsOf(c) {
				form, _, _ := headingForm(word)
				if other := owner[form]; other != "" && other != c.Key {
					t.Errorf("%s: heading %q is of %s and of %s", table.Key, word, other, c.Key)
				}
				owner[form] = c.Key
			}
		}
	}
}

// Every heading, synonym and the two with a unit or a line break finds its column.
func TestEverySynonymIsFound(t *testing.T) {
	for _, table := range schema.Tables() {
		index := headingIndexes()[table.Key]
		for i, c := range table.Columns {
			if n := len(c.Synonyms) + len(c.Weak); n < 6 {
				t.Errorf("%s.%s has %d synonyms, want 6 or more", table.Key, c.Key, n)
			}
			for _, word := range headingsOf(c) {
				half := len([]rune(word)) / 2
				broken := string([]rune(word)[:half]) + "\n" + string([]rune(word)[half:])
				for _, heading := range []string{word, word + "（必須）", " " + word + "　", broken, "※" + word, strings.ToUpper(word)} {
					if m, ok := index.match(heading); !ok || m.column != i {
						t.Errorf("%s: heading %q is not %s", table.Key, heading, c.Key)
					}
				}
			}
		}
	}
}

func TestSheetNames(t *testing.T) {
	owner := map[string]schema.Key{}
	for _, table := range schema.Tables() {
		if n := len(table.Synonyms); n < 6 {
			t.Errorf("%s has %d sheet synonyms, want 6 or more", table.Key, n)
		}
		for _, word := range append([]string{string(table.Key), table.Sheet.JA, table.Sheet.EN}, table.Synonyms...) {
			form := nameForm(word)
			if other := owner[form]; other != "" && other != table.Key {
				t.Errorf("sheet name %q is of %s and of %s", word, other, table.Key)
			}
			owner[form] = table.Key
			for _, name := range []string{word, word + "_4月", "2025年4月" + word, "R7.4 " + word, word + "（4月分）", "01_" + word} {
				if got := TableNamed(name); got.Key != table.Key || !got.whole {
					t.Errorf("sheet %q names %q (whole %v), want %s", name, got.Key, got.whole, table.Key)
				}
			}
		}
	}
	tests := []struct {
		name string
		want schema.Key
	}{
		{"緑野町 作業ログ", schema.Tasks},
		{"みどりの町テレワーク参加者名簿", schema.Participants},
		{"作業ログ集計", ""}, {"月別グラフ", ""}, {"Sheet1", ""}, {"4月", ""}, {"P01", ""},
		{"参加者研修記録", schema.Trainings}, // the longer word counts
	}
	for _, tt := range tests {
		if got := TableNamed(tt.name).Key; got != tt.want {
			t.Errorf("tableNamed(%q) = %q, want %q", tt.name, got, tt.want)
		}
	}
}

// Every word of a choice names exactly one choice of its column.
func TestChoiceWords(t *testing.T) {
	for _, table := range schema.Tables() {
		for _, c := range table.Columns {
			owner := map[string]string{}
			for _, choice := range c.Choices {
				for _, word := range append([]string{choice.Key, choice.Heading.JA, choice.Heading.EN}, choice.Words...) {
					form := strings.ToLower(lang.Compact(word))
					if other := owner[form]; other != "" && other != choice.Key {
						t.Errorf("%s.%s: %q is of %s and of %s", table.Key, c.Key, word, other, choice.Key)
					}
					owner[form] = choice.Key
				}
			}
		}
	}
}

func TestHeadingMatch(t *testing.T) {
	testHeadings(t, []headingTest{
		{schema.Tasks, "作業時間(h)", "hours"},
		{schema.Tasks, "作業\n時間", "hours"},
		{schema.Tasks, "時間［h］", "hours"},
		{schema.Tasks, "稼働時間（分）", "hours"},
		{schema.Tasks, "報酬（円・税込）", "pay"},
		{schema.Tasks, "報酬円", "pay"},
		{schema.Tasks, "支払（予定）額", "pay"}, // what stands in brackets makes it another column
		{schema.Tasks, "支払額", "paid"},
		{schema.Tasks, "①作業日", "date"},
		{schema.Tasks, "1.作業日", "date"},
		{schema.Tasks, "ﾜｰｶｰID", "participant_id"},
		{schema.Tasks, "備考", ""},
		{schema.Tasks, "曜日", ""},
		{schema.Participants, "【氏名】", "name"},
		{schema.Participants, "氏名（フリガナ）", ""},
		{schema.Participants, "参加者　ＩＤ", "participant_id"},
		{schema.Budget, "予算額（千円）", "planned"},
		{schema.Participants, "参加年月日", "start_date"}, // 参加日
		{schema.Participants, "離脱した日付", "exit_date"},
		{schema.Participants, "退会の日", "exit_date"},
		{schema.Participants, "リーダー就任年月日", "role_date"},
		{schema.Participants, "秘密保持契約締結年月日", "nda_date"},
		{schema.Participants, "生年月日", "birth_year"}, // itself, not 生日
		{schema.Participants, "町民・町外", "residence"},
		{schema.Participants, "受付番号", "participant_id"},
		{schema.Participants, "No.", "participant_id"},
		{schema.Contracts, "No.", "contract_id"},
		{schema.Contracts, "定期/単発", "kind"},
		{schema.Tasks, "お支払年月日", "paid_date"},
		{schema.Tasks, "支払った日", "paid_date"},
		{schema.Tasks, "納品した日", "delivered_date"},
		{schema.Tasks, "支給予定額", "pay"},
		{schema.Tasks, "No.", ""},
		{schema.Publications, "公表の日付", "date"},
		{schema.Trainings, "出欠", "completed"},
		{schema.Support, "支援内容", "kind"},
	})
}

// headingsOf lists every heading of the column.
func headingsOf(c schema.Column) []string {
	return slices.Concat([]string{c.Key, c.Heading.JA, c.Heading.EN}, c.Synonyms, c.Weak, c.Last)
}

// headingTest is a heading and the column of the table that it names; "" for none.
type headingTest struct {
	table         schema.Key
	heading, want string
}

func testHeadings(t *testing.T, tests []headingTest) {
	t.Helper()
	for _, tt := range tests {
		m, ok := headingIndexes()[tt.table].match(tt.heading)
		got := ""
		if ok {
			got = schema.ByKey(tt.table).Columns[m.column].Key
		}
		if got != tt.want {
			t.Errorf("%s %q = %q, want %q", tt.table, tt.heading, got, tt.want)
		}
	}
}
