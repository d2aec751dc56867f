package layout

import (
	"testing"

	"pilot90/cohort/schema"
)

// Ids by any word for an id, questions of a form on the web, marks of remarks.
func TestHeadingsInOtherWords(t *testing.T) {
	testHeadings(t, []headingTest{
		{schema.Tasks, "ワーカーCD", "participant_id"},
		{schema.Tasks, "受講生No", "participant_id"},
		{schema.Tasks, "受講生Ｎｏ．", "participant_id"},
		{schema.Tasks, "在宅ワーカーID", "participant_id"},
		{schema.Tasks, "在宅ワーカー番号（必須）", "participant_id"},
		{schema.Tasks, "参加者IDを選択してください", "participant_id"},
		{schema.Tasks, "参加者コードを入力してください。", "participant_id"},
		{schema.Tasks, "受注CD", "contract_id"},
		{schema.Tasks, "受託No", "contract_id"},
		{schema.Tasks, "仕事No.", "contract_id"},
		{schema.Tasks, "案件CD", "contract_id"},
		{schema.Tasks, "どの案件ですか？", "contract_id"},
		{schema.Contracts, "クライアントNo", "client_id"},
		{schema.Contracts, "得意先CD", "client_id"},
		{schema.Contracts, "継続・単発の別", "kind"},
		{schema.Participants, "個人番号", ""}, // マイナンバー is no id of a hub
		{schema.Participants, "電話番号", ""},
		{schema.Participants, "郵便番号", ""},
		{schema.Participants, "金融機関コード", ""},
		{schema.Participants, "口座番号", ""},
		{schema.Tasks, "伝票No", ""},
		{schema.Participants, "入所日", "start_date"},
		{schema.Participants, "登録解除日", "exit_date"},
		{schema.Tasks, "作業日はいつですか", "date"},
		{schema.Tasks, "何時間かかりましたか？", "hours"},
		{schema.Tasks, "作業時間を入力してください", "hours"},
		{schema.Tasks, "作業時間計", "hours"},
		{schema.Tasks, "実績(h)", "hours"},
		{schema.Tasks, "実稼働(h)", "hours"},
		{schema.Tasks, "所要", "hours"},
		{schema.Tasks, "報酬の額", "pay"},
		{schema.Tasks, "報酬合計", "pay"},
		{schema.Tasks, "お礼", "pay"},
		{schema.Tasks, "業務の内容", "title"},
		{schema.Tasks, "謝礼支払年月日", "paid_date"},
		{schema.Tasks, "時間※1", "hours"},
		{schema.Tasks, "報酬＊2", "pay"},
		{schema.Tasks, "報酬（円）※1、※2", "pay"},
		{schema.Tasks, "納品日 注4)", "delivered_date"},
		{schema.Tasks, "支払日(注3)", "paid_date"},
		{schema.Tasks, "報酬¹", "pay"},
		{schema.Tasks, "注1", ""},
	})
}

// No id of one column of a table is a stem of another: the ending alone would decide.
func TestIDStemsAreOfOneColumn(t *testing.T) {
	for _, table := range schema.Tables() {
		owner := map[string]string{}
		for _, c := range table.Columns {
			for _, word := range headingsOf(c) {
				form, _, _ := headingForm(word)
				stem, ok := idStem(form)
				if !ok || c.Kind != schema.IDKind && headingIndexes()[table.Key].stems[stem].rank == 0 {
					continue
				}
				if other := owner[stem]; other != "" && other != c.Key {
					t.Errorf("%s: %q is a stem of %s and of %s", table.Key, stem, other, c.Key)
				}
				owner[stem] = c.Key
			}
		}
	}
}
