package layout

import (
	"strings"
	"testing"
)

// TestTells: a row is looked at where a cell has a word of a total, a summary or an example.
func TestTells(t *testing.T) {
	words := strings.Fields("合計 8月小計 平均 件数 最大 最高 中央値 Total TOTAL sum SUM Average average 集計 差引 所得税 手数料 総額 前年比 " +
		"翌月繰越 ①+② ①＋② A×B 記入例 見本 サンプル ｻﾝﾌﾟﾙ sample Sample SAMPLE example EXAMPLE")
	for _, word := range words {
		if !likeExample(word) && !saysTotal(word) && !strings.ContainsAny(word, "計数額税差比越+＋×") {
			t.Errorf("%s is none of the words", word)
		}
		if !strings.ContainsFunc(word, tellingLetter) {
			t.Errorf("a row with %s is passed over", word)
		}
	}
	for _, other := range []string{"P001", "C-012", "データ入力", "ホームページ更新", "2025-04-01"} {
		if strings.ContainsFunc(other, tellingLetter) {
			t.Errorf("a row with %s is looked at for nothing", other)
		}
	}
}
