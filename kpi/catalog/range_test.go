package catalog

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"pilot90/cohort"
	"pilot90/cohort/cohorttest"
	"pilot90/cohort/record"
	"pilot90/cohort/setting"
	"pilot90/kpi"
)

// TestRangeHoldsWhateverIsPutRight spoils cells of the goldens' ledgers, takes the ranges, and then
// resolves the errors in many ways: back to what stood there, to other values the cell could
// hold, or by deleting the row. Every figure must lie in the range it was given.
func TestRangeHoldsWhateverIsPutRight(t *testing.T) {
	if testing.Short() {
		t.Skip("spoils and mends a ledger many times")
	}
	t.Parallel()
	random := rand.New(rand.NewPCG(2026, 3))
	all := goldens(t)
	for i := range 20 {
		all[fmt.Sprint("every sheet ", i)] = golden{ledger: everySheet}
	}
	for _, id := range slices.Sorted(maps.Keys(all)) {
		_, sheets := split(all[id].ledger)
		var spoils []spoil
		for range 1 + random.IntN(3) {
			s := random.IntN(len(sheets))
			at, ok := spoilAt(random, sheets, s, random.IntN(100), random.IntN(100), len(spoils))
			if ok && !slices.ContainsFunc(spoils, at.sameRow) {
				spoils = append(spoils, at)
			}
		}
		putRight(t, random, readings{}, all[id].ledger, spoils, 5, map[string]bool{})
	}
}

// TestRangeOfEverySheet spoils cells all over a ledger of all sheets, one at a time. In one case
// or another every figure that has a bearing must be given a range.
func TestRangeOfEverySheet(t *testing.T) {
	if testing.Short() {
		t.Skip("spoils cells all over a ledger, one at a time")
	}
	t.Parallel()
	whole := readings{}
	random := rand.New(rand.NewPCG(2026, 4))
	_, sheets := split(everySheet)
	given := map[string]bool{}
	for s := range sheets {
		columns := len(cellsOf(sheets[s].lines[1]))
		step := min(4, columns/2)
		for row := range sheets[s].rows {
			for col := row % step; col < columns; col += step {
				if at, ok := spoilAt(random, sheets, s, row, col, 0); ok {
					putRight(t, random, whole, everySheet, []spoil{at}, 2, given)
				}
			}
		}
	}
	for _, d := range kpi.Expanded(All(), kpi.NewWindow(cohorttest.Load(t, everySheet))) {
		if d.Bearing != nil && !given[d.ID] {
			t.Errorf("%s: no range was ever given", d.ID)
		}
	}
}

// putRight spoils the ledger and resolves it tries times. It notes the figures that are given a
// range.
func putRight(t *testing.T, random *rand.Rand, read readings, ledger string, spoils []spoil, tries int,
	given map[string]bool) {
	t.Helper()
	head, sheets := split(ledger)
	spoils = leavingOut(t, read, ledger, spoils)
	spoilt := join(head, with(sheets, spoils, spoil.badly))
	open := read.load(t, spoilt)
	if len(spoils) == 0 || anyUsed(open.cohort, spoils) {
		return // no error, or two changes have made each other right
	}
	ranges := kpi.Run(All(), kpi.NewWindow(open.cohort, open.clock))
	for try := range tries {
		resolved := join(head, with(sheets, spoils, func(s spoil) string { return s.resolve(random, try) }))
		right := read.load(t, resolved)
		if !keeps(open.cohort, right.cohort, "Rows") {
			continue // a new error, of a row that was right
		}
		truth := kpi.Run(All(), kpi.NewWindow(right.cohort, right.clock))
		for _, f := range ranges {
			if problem := inRange(f, kpi.Find(truth, f.ID)); problem != "" {
				t.Fatalf("%s: %s\nspoilt\n%s\nput right\n%s", f.ID, problem, spoilt, resolved)
			}
			given[f.ID] = given[f.ID] || f.Range != nil
		}
	}
}

// readings remembers the ledgers that were read, of which many are read again and again.
type readings map[string]reading

type reading struct {
	cohort *cohort.Ledger
	clock  setting.Clock
}

func (r readings) load(t *testing.T, ledger string) reading {
	if _, done := r[ledger]; !done {
		c, clock := cohorttest.Load(t, ledger)
		r[ledger] = reading{c, clock}
	}
	return r[ledger]
}

// leavingOut keeps the cells whose change is an error and leaves rows out.
func leavingOut(t *testing.T, read readings, ledger string, drawn []spoil) []spoil {
	whole := read.load(t, ledger).cohort
	head, sheets := split(ledger)
	var spoils []spoil
	for _, s := range drawn {
		c := read.load(t, join(head, with(sheets, []spoil{s}, spoil.badly))).cohort
		if keeps(whole, c, "Rows") || !keeps(whole, c, "Rows", "Excluded") {
			continue // no error, or no row any more
		}
		s.gone = rowsIn(whole, "Rows")
		for row := range rowsIn(c, "Rows") {
			delete(s.gone, row)
		}
		spoils = append(spoils, s)
	}
	return spoils
}

// anyUsed reports whether a row is in use that a spoilt cell alone has left out.
func anyUsed(c *cohort.Ledger, spoils []spoil) bool {
	used := rowsIn(c, "Rows")
	for _, s := range spoils {
		for row := range s.gone {
			if used[row] {
				return true
			}
		}
	}
	return false
}

// keeps reports whether the rows in use in one reading of a ledger are still among the lists of
// another.
func keeps(before, after *cohort.Ledger, lists ...string) bool {
	there := map[string]bool{}
	for _, list := range lists {
		maps.Copy(there, rowsIn(after, list))
	}
	for row := range rowsIn(before, "Rows") {
		if !there[row] {
			return false
		}
	}
	return true
}

// rowsIn are the rows of one list, Rows or Excluded, of all tables.
func rowsIn(c *cohort.Ledger, list string) map[string]bool {
	places := map[string]bool{}
	tables := reflect.ValueOf(c.Tables)
	for i := range tables.NumField() {
		if tables.Field(i).Kind() != reflect.Struct || !tables.Field(i).FieldByName(list).IsValid() {
			continue
		}
		rows := tables.Field(i).FieldByName(list)
		for j := range rows.Len() {
			row := rows.Index(j).Elem().FieldByName("Row").Interface().(record.Row)
			places[row.Cell(1).String()] = true
		}
	}
	return places
}

// everySheet is a ledger of all sheets without an error.
const everySheet = `
as_of: 2026-03-31
from: 2025-04-01
to: 2026-03-31

# pilot.toml
[program]
prefecture = "長野県"
population = 1000

## 参加者
参加者ID | 性別 | 年代 | 居住区分 | 事情 | 登録日 | 開始日 | 研修修了日 | 離脱日 | 過去のテレワーク収入 | 役割 | 役割就任日 | 秘密保持契約日 | セキュリティ研修日 | 進路
P1 | 女性 | 30代 | 住民 | 子育て | 2025-03-20 | 2025-04-01 | 2025-04-28 | | 無 | リーダー | 2025-09-01 | 2025-04-01 | 2025-04-01 | 継続
P2 | 男性 | 40代 | 移住 | 学生 | | 2025-04-01 | 2025-05-20 | 2025-12-31 | 有 | ワーカー | | | 2025-04-01 | 地元就職
P3 | 女性 | 20代 | 町外 | 学生 | | 2025-06-01 | 2025-06-20 | | 無 | ワーカー | | 2025-08-01 | | 町外就職
P4 | 女性 | 60代 | 住民 | シニア | | 2025-09-01 | | | 無 | ディレクター | 2026-01-01 | 2025-09-01 | 2025-09-01 | 就業移行
P5 | 男性 | 50代 | 移住 | 介護 | | 2025-10-01 | 2025-10-30 | | 無 | ワーカー | | 2025-10-01 | 2025-10-01 |

## 研修
日付 | 参加者ID | 講座名 | 時間 | 修了
2025-09-25 | P4 | 基礎 | 2 | 有
2025-10-20 | P5 | 基礎 | 2 | 無

## 発注者
発注者ID | 名称 | 所在 | 区分 | サテライトオフィス
K1 | 甲 | 域内 | 企業   | 有
K2 | 乙 | 県外 | 自治体 | 無

## 案件
案件ID | 発注者ID | 業務区分 | 種別 | 開始日 | 終了日 | 月額 | 契約額 | 受託形態 | 切り出し元業務
C1 | K1 | 経理 | 定期 | 2025-05-01 |            | 50000 |        | チーム     | 会計
C2 | K2 | 入力 | 定期 | 2025-06-01 | 2025-12-31 | 30000 |        | マッチング |
C3 | K2 | 入力 | 単発 | 2025-07-01 | 2025-08-31 |       | 120000 | チーム     |
C4 | K1 | 広報 | 単発 | 2025-10-01 |            |       | 80000  | ハイブリッド | 広報

## 作業ログ
作業日 | 参加者ID | 案件ID | 時間 | 報酬 | 納品日 | 納期 | 支払日 | 支払額 | Wチェック | 手戻り
2025-05-12 | P1 | C1 | 3   | 4000  | 2025-05-14 | 2025-05-15 | 2025-06-10 | 4000 | 有 | 無
2025-06-16 | P1 | C1 | 4   | 5000  | 2025-06-18 | 2025-06-18 | 2025-07-10 |      | 有 | 無
2025-06-23 | P2 | C2 | 2.5 | 2000  | 2025-06-30 | 2025-06-28 | 2025-07-31 |      | 無 | 有
2025-07-07 | P1 | C3 | 6   | 9000  | 2025-07-08 | 2025-07-10 | 2025-08-29 |      | 有 | 無
2025-07-21 | P3 | C3 | 1   | 800   | 2025-07-22 |            | 2025-10-31 |      | 有 | 無
2025-08-04 | P2 | C2 | 8   | 12000 | 2025-08-05 | 2025-08-05 | 2025-09-10 |      | 有 | 無
2025-09-15 | P2 | C2 | 3   | 3000  | 2025-09-16 | 2025-09-20 | 2025-10-10 |      | 有 | 無
2025-10-20 | P4 | C4 | 5   | 6000  | 2025-10-22 | 2025-10-31 | 2025-11-10 |      | 有 | 無
2025-12-08 | P5 | C1 | 2   | 2500  | 2025-12-09 | 2025-12-10 |            |      | 有 | 無
2026-01-12 | P4 | C1 | 7   | 8000  | 2026-01-14 | 2026-01-20 | 2026-02-10 |      | 有 | 無
2026-03-16 | P1 | C1 | 3   | 4000  | 2026-03-18 | 2026-03-20 |            |      | 有 | 無
2026-03-23 | P5 | C4 | 10  | 0     | 2026-03-24 | 2026-03-31 |            |      | 無 | 有

## 伴走記録
日付 | 担当 | 参加者ID | 時間 | 役割
2025-05-13 | 森 | P1 | 2   | 通訳
2025-05-15 | 森 | P2 | 3   | 伴走
2025-11-04 | 林 | P4 | 1.5 | 段取り

## 満足度
日付 | 回答者区分 | 点数
2025-09-30 | ワーカー   | 4
2025-09-30 | ワーカー   | 5
2025-09-30 | ワーカー   | 2
2025-09-30 | 発注者     | 3
2025-09-30 | 発注者     | 4
2025-09-30 | 地域事業者 | 4
2025-09-30 | 地域事業者 | 3
2025-09-30 | 学生       | 5
2025-09-30 | 学生       | 4
2025-09-30 | 受入企業   | 4
2025-09-30 | 受入企業   | 2

## 予算
費目 | 区分 | 財源 | 予算額 | 執行額 | 日付
委託 | 伴走 | 交付金   | 500000 | 400000 | 2025-10-01
講座 | 研修 | 交付金   | 300000 | 250000 | 2025-10-01
機器 | 機器 | 一般財源 | 100000 | 100000 | 2025-11-01

## 実績値
年月日 | 指標 | 値
2025-06-30 | EC売上 | 300000
2025-12-31 | EC売上 | 200000

## 公開記録
日付 | 件名 | 公開先
2026-03-10 | 広報 | 住民
2025-12-10 | 広報 | 議会
`

// inRange says what is wrong when the true value contradicts what was said of the spoilt ledger.
func inRange(f kpi.Figure, truth *kpi.Figure) string {
	if f.Value == nil || truth == nil || truth.Value == nil {
		return ""
	}
	v := *truth.Value
	hair := 1e-9 * max(1, v, -v)
	switch {
	case f.Range != nil && (v < f.Range[0]-hair || v > f.Range[1]+hair):
		return fmt.Sprintf("%v is outside of %v", v, *f.Range)
	case f.Range == nil && f.RangeReason.Empty() && f.Open.Empty() && v != *f.Value:
		return fmt.Sprintf("%v and not %v, although nothing was said to be open", v, *f.Value)
	}
	return ""
}
