package layout

import (
	"strings"
	"unicode/utf8"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/cohort/pattern"
	"pilot90/cohort/schema"
	"pilot90/cohort/sheet/grid"
)

// idEnds are the words for an id, one as good as the other behind a stem: 参加者CD is the 参加者ID.
var idEnds = lang.Words(`id no cd 番号 コード`)

// idStem cuts the word for an id off a heading.
func idStem(form string) (string, bool) {
	for _, end := range idEnds {
		if stem, ok := strings.CutSuffix(form, end); ok && utf8.RuneCountInString(stem) > 1 {
			return stem, true
		}
	}
	return "", false
}

// idStems returns the stems of the ids of a table, without those that two columns share. 個人番号
// is no id of a hub: it is the number of the person with the state.
func idStems(t *schema.Table) map[string]headingMatch {
	stems := map[string]headingMatch{}
	shared := map[string]bool{"個人": true}
	for i, c := range t.Columns {
		if c.Kind != schema.IDKind {
			continue
		}
		for _, word := range append([]string{c.Key, c.Heading.JA, c.Heading.EN}, c.Synonyms...) {
			form, _, _ := headingForm(word)
			stem, ok := idStem(form)
			if !ok {
				continue
			}
			if old, taken := stems[stem]; taken && old.column != i {
				shared[stem] = true
			}
			stems[stem] = headingMatch{column: i, rank: trimmedRank}
		}
	}
	for stem := range shared {
		delete(stems, stem)
	}
	return stems
}

// idOf matches a heading that is a known id with another word for it.
func (index headingIndex) idOf(r reduced) (headingMatch, bool) {
	for _, form := range append([]string{r.bare}, r.trimmed...) {
		if stem, ok := idStem(form); ok {
			if m, known := index.stems[stem]; known {
				m.rank = max(r.rank, m.rank)
				return m, true
			}
		}
	}
	return headingMatch{}, false
}

// footnote is the mark of a remark at the end of a heading: ※1, ＊2, 注4), (注1), ¹.
var footnote = pattern.New(`([\s　、,，]*([(（\[［]?\s*(※|\*|＊|注)\s*[0-9０-９]+\s*[)）\]］]?|[¹²³⁰⁴-⁹]+\)?))+\s*$`)

// withoutFootnote takes such marks off a heading.
func withoutFootnote(heading string) string {
	if !strings.ContainsAny(heading, "※*＊注¹²³⁰⁴⁵⁶⁷⁸⁹") {
		return heading
	}
	if bare := footnote.ReplaceAllString(heading, ""); strings.TrimSpace(bare) != "" {
		return bare
	}
	return heading
}

// question is what a form on the web adds to the name of a thing to ask for it.
var question = pattern.New(
	`^(?:どの|あなたの|今回の|本日の|全体の|総合的な|全体的な|お)?(.+?)(?:はいつ|は何|はどれ|は何時間|はいくら|はどのくらい)?` +
		`(?:ですか|でしたか|は(?:ありましたか|ありますか|済みましたか|済んでいますか|終わりましたか|しましたか)|` +
		`を?(?:お選び|選択して|選んで|入力して|ご入力|記入して|ご記入|お書き|教えて|お教え|お聞かせ)ください)\??$`)

// asked returns the thing that a heading asks for: 作業日 of 作業日はいつですか.
func asked(bare string) []string {
	if m := question.FindStringSubmatch(bare); m != nil {
		return []string{m[1]}
	}
	if plain, ok := strings.CutSuffix(bare, "?"); ok {
		return []string{plain}
	}
	return nil
}

// nameOf is the name of a thing that asks for it in words of its own: 仕事の名前, あなたの立場を選んでください. What stands in
// brackets behind it may be the column's own name.
var nameOf = pattern.New(`(の名前|の名称|の種類|の区分|ください|ですか|ましたか|\?)$`)

// voidStatus are the words that say so when they are all that stands in a cell, after headingForm.
var voidStatus = func() map[string]bool {
	set := map[string]bool{}
	for _, w := range lang.Words(`キャンセル キャンセル済 キャンセル済み キャンセル待ち 取消 取消し 取り消し 取消済 取消済み 中止 無効 ボツ 没 破棄 却下 欠番 失注 不成立 不採用 落選 未受注
		見込 見込み 商談中 交渉中 提案中 見積中 見積り中 検討中 辞退 辞退済 不参加 欠席 canceled cancelled cancel void lost declined rejected`) {
		whole, _, _ := headingForm(w)
		set[whole] = true
	}
	return set
}()

// listHeadings are headings of lists of words that stand beside a table for its drop-downs.
var listHeadings = []string{"選択肢", "リスト", "凡例", "マスタ"}

// status is the cell of the row, in a column with a heading that is not read, that says that the
// record does not stand: キャンセル, 失注. Only a whole cell counts, so that no remark does.
func (s *Scan) status(row *grid.Row) *grid.Cell {
	for j := range row.Cells {
		c := &row.Cells[j]
		if c.Col > s.to {
			break
		}
		if len(c.Text) > 40 || s.slotOf[c.Col] >= 0 || !(c.Kind == cell.Text &&
			(saysVoid(c.Text) || SaysExpense(c.Text) && s.paysPeople()) || s.ticksVoid(c)) {
			continue
		}
		if heading := s.HeadingOf(c.Col); heading != "" && !containsAny(lang.Compact(heading), listHeadings...) {
			return c
		}
	}
	return nil
}

// ticksVoid reports a tick below a heading that says that records do not stand: ○ below 取消.
func (s *Scan) ticksVoid(c *grid.Cell) bool {
	if !saysVoid(s.HeadingOf(c.Col)) {
		return false
	}
	yes, _, fault := cell.ReadBool(c.Value)
	return fault == nil && yes
}

// paysPeople reports a table whose amounts are taken for the pay of people.
func (s *Scan) paysPeople() bool {
	return s.Schema.Key == schema.Payments || s.Schema.Key == schema.Tasks
}

// expenses are the words of what is paid back and is no pay, as they stand alone in a cell, after headingForm.
var expenses = func() map[string]bool {
	set := map[string]bool{}
	for _, w := range lang.Words(`交通費 旅費 通勤費 通勤手当 出張費 宿泊費 通信費 送料 材料費 消耗品費 備品代 立替 立替金 立替払 立替払い 立替精算 経費 経費精算 実費 実費精算
		精算 駐車場代 ガソリン代 振込手数料 手数料 expense expenses travel reimbursement`) {
		whole, _, _ := headingForm(w)
		set[whole] = true
	}
	return set
}()

// SaysExpense reports a text that says that an amount is paid back, and is no pay: 交通費, 立替金.
func SaysExpense(s string) bool {
	whole, bare, _ := headingForm(s)
	return expenses[whole] || expenses[bare]
}

// saysVoid reports such a word, with or without a note in brackets: 辞退（開始前）.
func saysVoid(s string) bool {
	whole, bare, _ := headingForm(s)
	return voidStatus[whole] || voidStatus[bare]
}
