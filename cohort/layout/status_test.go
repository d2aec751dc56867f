package layout_test

import "testing"

// TestVoidStatus: whole cells in columns that have a heading and are not read.
func TestVoidStatus(t *testing.T) {
	const head = "作業日 | 参加者ID | 案件ID | 作業名 | 時間 | 報酬 | 状況"
	for word, want := range map[string]string{
		"キャンセル": "C330 G2", " 取 消 ": "C330 G2", "【中止】": "C330 G2", "ボツ": "C330 G2", "Cancelled": "C330 G2", "欠席": "C330 G2",
		"辞退（開始前）": "C330 G2",
		"完了":      "", "中止なし": "", "見込み客の名簿": "", "取消しの件": "", "": "",
	} {
		if got, kept := log(t, head, "2025-05-01 | P01 | K1 | 入力 | 2 | 2000 | \""+word+"\"\n"); got != want || kept != "2" {
			t.Errorf("%q: findings %q, records %q; want %q and 2", word, got, kept, want)
		}
	}
	for _, other := range []string{
		"作業日 | 参加者ID | 案件ID | 作業名 | 時間 | 報酬 | 選択肢", // a list for drop-downs
		"作業日 | 参加者ID | 案件ID | 作業名 | 時間 | 報酬 |",
	} {
		if got, _ := log(t, other, "2025-05-01 | P01 | K1 | 入力 | 2 | 2000 | 中止\n"); got != "" {
			t.Errorf("%s: findings %q, want none", other, got)
		}
	}
	for tick, want := range map[string]string{
		"○": "C330 G2", "1": "C330 G2", "はい": "C330 G2", "×": "", "0": "", "": "", "6/13": "",
	} {
		const ticked = "作業日 | 参加者ID | 案件ID | 作業名 | 時間 | 報酬 | 取消"
		if got, _ := log(t, ticked, "2025-05-01 | P01 | K1 | 入力 | 2 | 2000 | "+tick+"\n"); got != want {
			t.Errorf("%q below 取消: findings %q, want %q", tick, got, want)
		}
	}
	const merged = "作業日 | 参加者ID | 作業 | ← | 状況\n↑ | ↑ | 名 | 時間 | ↑"
	if got, _ := log(t, merged, "2025-05-01 | P01 | 入力 | 2 | 中止\n"); got != "C330 E3" {
		t.Errorf("under a merged heading: findings %q, want C330 E3", got)
	}
	if got, _ := log(t, head, "2025-05-01 | P01 | K1 | 中止 | 2 | 2000 |\n"); got != "" {
		t.Errorf("a title that is read: findings %q, want none", got)
	}
}
