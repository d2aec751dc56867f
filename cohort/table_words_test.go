package cohort

import "testing"

// Ids by any word for an id, questions of a form on the web, marks of remarks.
func TestHeadingsInOtherWords(t *testing.T) {
	testHeadings(t, []headingTest{
		{TasksKey, "ワーカーCD", "participant_id"},
		{TasksKey, "受講生No", "participant_id"},
		{TasksKey, "受講生Ｎｏ．", "participant_id"},
		{TasksKey, "在宅ワーカーID", "participant_id"},
		{TasksKey, "在宅ワーカー番号（必須）", "participant_id"},
		{TasksKey, "参加者IDを選択してください", "participant_id"},
		{TasksKey, "参加者コードを入力してください。", "participant_id"},
		{TasksKey, "受注CD", "contract_id"},
		{TasksKey, "受託No", "contract_id"},
		{TasksKey, "仕事No.", "contract_id"},
		{TasksKey, "案件CD", "contract_id"},
		{TasksKey, "どの案件ですか？", "contract_id"},
		{ContractsKey, "クライアントNo", "client_id"},
		{ContractsKey, "得意先CD", "client_id"},
		{ContractsKey, "継続・単発の別", "kind"},
		{ParticipantsKey, "個人番号", ""}, // マイナンバー is no id of a hub
		{ParticipantsKey, "電話番号", ""},
		{ParticipantsKey, "郵便番号", ""},
		{ParticipantsKey, "金融機関コード", ""},
		{ParticipantsKey, "口座番号", ""},
		{TasksKey, "伝票No", ""},
		{ParticipantsKey, "入所日", "start_date"},
		{ParticipantsKey, "登録解除日", "exit_date"},
		{TasksKey, "作業日はいつですか", "date"},
		{TasksKey, "何時間かかりましたか？", "hours"},
		{TasksKey, "作業時間を入力してください", "hours"},
		{TasksKey, "作業時間計", "hours"},
		{TasksKey, "実績(h)", "hours"},
		{TasksKey, "実稼働(h)", "hours"},
		{TasksKey, "所要", "hours"},
		{TasksKey, "報酬の額", "pay"},
		{TasksKey, "報酬合計", "pay"},
		{TasksKey, "お礼", "pay"},
		{TasksKey, "業務の内容", "title"},
		{TasksKey, "謝礼支払年月日", "paid_date"},
		{TasksKey, "時間※1", "hours"},
		{TasksKey, "報酬＊2", "pay"},
		{TasksKey, "報酬（円）※1、※2", "pay"},
		{TasksKey, "納品日 注4)", "delivered_date"},
		{TasksKey, "支払日(注3)", "paid_date"},
		{TasksKey, "報酬¹", "pay"},
		{TasksKey, "注1", ""},
	})
}

// No id of one column of a table is a stem of another: the ending alone would decide.
func TestIDStemsAreOfOneColumn(t *testing.T) {
	for _, table := range Tables() {
		owner := map[string]string{}
		for _, c := range table.Columns {
			for _, word := range headingsOf(c) {
				form, _, _ := headingForm(word)
				stem, ok := idStem(form)
				if !ok || c.Kind != IDKind && headingIndexes[table.Key].stems[stem].rank == 0 {
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
