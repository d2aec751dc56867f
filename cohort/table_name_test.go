package cohort

import "testing"

// TestExampleNames: what is skipped as an example, and what has such a word in its name by chance.
func TestExampleNames(t *testing.T) {
	for _, name := range []string{
		"記入例", "作業ログ（記入例）", "見本", "見本（消さないこと）", "作業ログ（例）", "作業ログ（見本）", "【例】", "サンプル（記入方法）", "書き方", "作業ログの書き方", "テスト", "テスト用",
		"練習用",
		"ひな形", "雛形", "原本", "テンプレート", "作業ログ_テンプレート", "日報ひな形", "ｻﾝﾌﾟﾙ", "Sample", "入力例2", "見本1",
	} {
		if !isExampleName(name) {
			t.Errorf("%s was taken for a sheet of records", name)
		}
	}
	for _, name := range []string{
		"作業ログ", "事例", "条例", "条例の改正", "テストデータ入力", "テスト業務", "見本市", "見本市出展", "サンプル発送", "サンプル商会", "作業ログ（原本）", "原本照合", "練習問題作成",
		"例会", "10月", "凡例集計", "テンプレート作成", "書き方教室",
	} {
		if isExampleName(name) {
			t.Errorf("%s was taken for an example", name)
		}
	}
}

// TestNamesWithPeriods: a month or a term at the end of a name takes nothing from the word before it.
func TestNamesWithPeriods(t *testing.T) {
	for name, key := range map[string]Key{
		"作業ログ5月":    TasksKey,
		"作業ログ R7.5": TasksKey,
		"参加者第1期":    ParticipantsKey,
		"2025年度案件":  ContractsKey,
		"案件(2)":     ContractsKey,
		"5月":        "",
	} {
		if got := tableNamed(name); got.key != key || got.whole != (key != "") {
			t.Errorf("%s: %v, want the whole name of %q", name, got, key)
		}
	}
}
