package kpi_test

import (
	"testing"

	"pilot90/cohort/cohorttest"
	"pilot90/kpi"
)

// TestNaming: what names a person, a client, an id of the ledger, a firm or somebody by title is found however it is
// spaced and written; what names nobody is not.
func TestNaming(t *testing.T) {
	w := kpi.NewWindow(cohorttest.Load(t, `
# pilot.toml
[program]
municipality = "みどり野町"

## 参加者
参加者ID | 氏名 | 開始日
P401 | 柊木 澪夏 | 2025-04-01

## 発注者
発注者ID | 名称
K510 | 株式会社鶴巻醸造
K511 | みどり野観光協会
K512 | みどり野町

## 案件
案件ID | 発注者ID | 案件名 | 種別 | 開始日
C1 | K510 | 入力 | 定期 | 2025-04-01

## 伴走記録
日付 | 担当者 | 時間
2025-05-01 | 鶸田 | 1
`))
	names := w.Naming()
	for text, want := range map[string]bool{
		"鶴巻醸造の経費入力": true, "（株）雉子商会 仕訳": true, "㈱雉子 仕訳": true, "観光協会の会報": true, "Ｋ５１０の清書": true,
		"柊木担当分": true, "柊木澪夏": true, "澪夏の分": true, "榊原さん宅の清書": true, "鶸田の手伝い": true, "P401の作業": true,
		"会員事業所の経費入力": false, "観光SNSの投稿と返信": false, "通販サイトの商品登録": false, "みどり野町の広報": false, "C1の更新": false,
		"たくさんの入力": false, "": false,
	} {
		if names(text) != want {
			t.Errorf("%q names somebody: %v, want %v", text, !want, want)
		}
	}
}
