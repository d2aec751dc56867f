package cohort_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"pilot90/cohort"
	"pilot90/cohort/cohorttest"
	"pilot90/cohort/finding"
)

// tidy has every sheet and every column under its own heading.
const tidy = `
as_of: 2026-03-31
## 参加者
参加者ID | コホート | 氏名 | 性別 | 生年 | 年代 | 居住区分 | 事情 | 登録日 | 開始日 | 研修修了日 | 離脱日 | 離脱理由 | 過去のテレワーク収入 | 役割 | 役割就任日 | 秘密保持契約日 | ` +
	`セキュリティ研修日 | 進路
"0012" | 第1期 | 青木 花 | 女性 | 1985 | 40代 | 住民 | 子育て、副業 | 2025-03-20 | 2025-04-01 | 2025-04-30 | | | いいえ | リーダー | ` +
	`2025-07-01 | 2025-04-02 | 2025-04-03 | 継続
P02 | 第1期 | 井上 樹 | 男性 | | 30代 | 移住 | 介護 | 2025-04-01 | 2025-04-01 | | 2025-06-30 | 転居 | はい | ワーカー | | 2025-04-02 | | ` +
	`町外就職
## 研修
日付 | 参加者ID | 講座名 | 時間 | 修了
2025-04-10 | "0012" | 基礎 | 1.5 | はい
2025-04-11 | P02 | 基礎 | 2 | いいえ
## 発注者
発注者ID | 名称 | 所在 | 区分 | サテライトオフィス
C1 | みどり商店 | 域内 | 企業 | いいえ
C2 | 県庁 | 県内 | 自治体 | はい
## 案件
案件ID | 発注者ID | 案件名 | 業務区分 | 種別 | 開始日 | 終了日 | 月額 | 契約額 | 受託形態 | 切り出し元業務 | 条件明示日 | 終了予告日 | 再委託明示
K1 | C1 | 入力 | データ入力 | 定期 | 2025-04-01 | | 30000 | | チーム | 伝票整理 | 2025-03-25 | | いいえ
K2 | C2 | 集計 | 事務 | 単発 | 2025-05-01 | 2025-06-30 | | 120000 | マッチング | | 2025-04-25 | 2025-05-25 | はい
## 作業ログ
作業日 | 参加者ID | 案件ID | 作業名 | 時間 | 報酬 | 納品日 | 納期 | 支払日 | 支払額 | Wチェック | 手戻り
2025-05-01 | "0012" | K1 | 入力 | 1.5 | 1500 | 2025-05-02 | 2025-05-05 | 2025-05-31 | 1500 | はい | 0
2025-05-02 | P02 | K2 | 集計 | 2 | 2400 | 2025-05-10 | 2025-05-09 | | | いいえ | 2
2025-05-03 | "0012" | K1 | 確認 | 0.75 | 800 | | | | | |
## 伴走記録
日付 | 担当 | 参加者ID | 時間 | 役割
2025-05-01 | 佐藤 | "0012" | 0.5 | 通訳
2025-05-02 | 佐藤 | | 1 | 段取り
## 満足度
日付 | 回答者区分 | 点数
2025-06-01 | ワーカー | 4
2025-06-02 | 発注者 | 5
## 予算
費目 | 区分 | 財源 | 予算額 | 執行額 | 日付
支援員 | 伴走 | 交付金 | 3000000 | 1200000 | 2025-09-30
講師 | 研修 | 一般財源 | 500000 | 450000 | 2025-09-30
## 実績値
年月日 | 指標 | 値
2025-09-30 | EC売上 | 125000
2025-10-31 | 前月との差 | -300
## 公開記録
日付 | 件名 | 対象
2026-03-15 | 3月号 | 町民
`

// untidy says the same as an office keeps it.
const untidy = `
as_of: R8.3.31
## 令和7年度 受講者名簿
 | | 緑野町テレワーク推進事業　受講者名簿 | | | | | | | | | | | | | | | | 様式第2号
|
受講者 | ← | 期別 | 男女の別 | 生年月日 | 年齢層 | 町内外 | "参加者の\n事情" | 申込日 | 受講開始日 | 研修 | 離脱 | ← | 過去の収入 | 役職 | 就任日 | NDA締結日 | ` +
	`情報セキュリティ研修 | その後の進路
番号 | お名前 | ↑ | ↑ | ↑ | ↑ | ↑ | ↑ | ↑ | ↑ | 修了日 | 年月日 | 理由 | ↑ | ↑ | ↑ | ↑ | ↑ | ↑
"００１２" | 青木　花 | 第1期 | 女 | S60.8.1 | 40歳代 | 町内 | 育児／副業 | 令和7年3月20日 | R7.4.1 | 2025/4/30(水) | | | 無 | チームリーダー | ` +
	`2025年7月1日 | 20250402 | R7/4/3 | 継続中
|
Ｐ０２ | 井上　樹 | 第1期 | 男 | | 35 | 移住者 | 家族介護 | ２０２５／４／１ | 令和7年4月1日 | | R070630 | 転居 | 有 | メンバー | | 令和7年4月2日 | | 市外就職
※ 個人情報のため取扱注意
## 研修記録
受講日 | 受講者番号 | 研修名 | 受講時間 | 修了の有無
R7.4.10 | "0012" | 基礎 | 1:30 | ○
R7.4.11 | P02 | 基礎 | 120分 | ×
## 取引先一覧
取引先コード | 会社名 | 所在エリア | 業態 | サテライト
C1 | みどり商店 | 町内 | 民間 | 無
C2 | 県庁 | 県内 | 行政 | 有
## 契約台帳
契約番号 | 取引先コード | 契約名 | 業務分類 | 契約形態 | 契約期間 | ← | 月額料金 | 契約金額 | 受託体制 | 切出し元業務 | 発注書交付日 | 契約終了通知日 | 再委託
↑ | ↑ | ↑ | ↑ | ↑ | 自 | 至 | （円） | （千円） | ↑ | ↑ | ↑ | ↑ | ↑
K1 | C1 | 入力 | データ入力 | 月額契約 | R7.4.1 | | 3万円 | | チーム型 | 伝票整理 | R7.3.25 | | ×
K2 | C2 | 集計 | 事務 | スポット | R7.5.1 | R7.6.30 | | 120 | マッチング型 | | R7.4.25 | R7.5.25 | ○
## 5月
 | 日付 | 担当者ID | 契約番号 | 作業内容 | 実働 | 謝礼 | 納品年月日 | 納品期限 | 振込日 | 振込額 | ダブルチェック | 差戻し
1 | R7.5.1 | "0012" | K1 | 入力 | 90分 | 1,500円 | R7.5.2 | R7.5.5 | R7.5.31 | ￥1,500 | ✓ | 0
2 | ↑ | | | | | | | | | | |
 | 小計 | | | | 1.5 | 1500 | | | | | |
3 | R7.5.2 | P02 | K2 | 集計 | 2時間 | 2,400 | R7.5.10 | R7.5.9 | | | － | 2回
4 | R7.5.3 | "0012" | K1 | 確認 | 0:45 | 800円 | | | | | |
 | 合計 | | | | 4:15 | 4,700 | | | | | |
## 支援日報
支援日 | 支援員 | 対象者ID | 支援時間 | 支援区分
R7.5.1 | 佐藤 | "0012" | 30分 | 通訳
R7.5.2 | 佐藤 | | 1時間 | 段取
## アンケート結果
回答日 | 回答者 | 5段階評価
R7.6.1 | 参加者 | ４
R7.6.2 | 取引先 | 5点
## 予算執行状況
 | | | | | （単位：千円）
項目 | 費目区分 | 財源内訳 | 当初予算額 | 支出済額 | 支出日
支援員 | 伴走支援 | 国庫補助金 | 3,000 | 1,200 | R7.9.30
講師 | 研修費 | 町費 | 500 | 450 | R7.9.30
計 | | | 3,500 | 1,650 |
## KPI実績
基準日 | KPI名 | 実績値
R7.9.30 | EC売上 | 12.5万円
R7.10.31 | 前月との差 | △300
## 情報発信記録
公開日 | タイトル | 公開先
R8.3.15 | 3月号 | 町民
`

// facts writes what every record says, without where or how it is written.
func facts(c *cohort.Cohort) []string {
	var out []string
	v := reflect.ValueOf(*c)
	for i := range v.NumField() {
		if v.Field(i).Kind() != reflect.Struct {
			continue
		}
		rows := v.Field(i).FieldByName("Rows")
		for j := range rows.Len() {
			out = append(out, v.Type().Field(i).Name+": "+fact(rows.Index(j).Elem()))
		}
	}
	return out
}

func fact(record reflect.Value) string {
	var b strings.Builder
	for i := range record.NumField() {
		value, known := record.Field(i), reflect.Value{}
		if value.Kind() == reflect.Struct {
			known = value.FieldByName("Known")
		}
		if known.IsValid() {
			fmt.Fprintf(&b, "%s=%v/%v ", record.Type().Field(i).Name, value.FieldByName("Value").Interface(), known.Bool())
		}
	}
	return b.String()
}

// An untidy ledger says what its tidy twin says; only the spelling of free text is its own.
func TestUntidyTwin(t *testing.T) {
	want, _ := cohorttest.Load(t, tidy)
	l := cohorttest.Read(t, untidy)
	same := strings.NewReplacer("　", " ")
	got := facts(l.Cohort)
	if len(got) != 20 {
		t.Errorf("%d records, want 20", len(got))
	}
	for i, w := range facts(want) {
		// The untidy roster gives a birth date and an age; the tidy one the year and the band.
		if i >= len(got) || same.Replace(got[i]) != w {
			t.Errorf("record %d\n%s\nwant\n%s", i, got[min(i, len(got)-1)], w)
		}
	}
	for _, f := range l.Findings {
		if f.Severity == finding.Error {
			t.Errorf("%s %s %s", f.Code, f.Place, f.Message.JA)
		}
	}
	if t.Failed() {
		t.Log(l)
	}
}

// The tidy ledger gives no finding of the reader at all.
func TestTidyHasNoReaderFinding(t *testing.T) {
	c, _ := cohorttest.Load(t, tidy)
	for _, f := range c.Findings {
		if f.Code[0] != 'C' || f.Code[1] != '2' {
			t.Errorf("%s %s %s", f.Code, f.Place, f.Message.JA)
		}
	}
}

// Shuffling the rows of each sheet changes no record.
func TestShuffledRowsChangeNoRecord(t *testing.T) {
	want, _ := cohorttest.Load(t, tidy)
	counts := func(fs []string) map[string]int {
		m := map[string]int{}
		for _, f := range fs {
			m[f]++
		}
		return m
	}
	for seed := range uint64(10) {
		got, _ := cohorttest.Load(t, shuffled(tidy, rand.New(rand.NewPCG(seed, 1))))
		if !reflect.DeepEqual(counts(facts(got)), counts(facts(want))) {
			t.Fatalf("seed %d: records differ\n%s\nwant\n%s", seed, strings.Join(facts(got), "\n"),
				strings.Join(facts(want), "\n"))
		}
	}
}

func shuffled(text string, r *rand.Rand) string {
	sheets := strings.Split(text, "## ")
	for i, s := range sheets[1:] {
		lines := strings.Split(strings.TrimRight(s, "\n"), "\n")
		rows := lines[2:]
		r.Shuffle(len(rows), func(a, b int) { rows[a], rows[b] = rows[b], rows[a] })
		sheets[i+1] = strings.Join(lines, "\n") + "\n"
	}
	return strings.Join(sheets, "## ")
}

// Every value quotes the text of its own cell.
func TestFieldsKnowTheirCells(t *testing.T) {
	l := cohorttest.Read(t, untidy)
	task := l.Tasks.Rows[1]
	if got := task.Cell(task.Hours.Col).Range + " " + task.Hours.Text; got != "F5 2時間" {
		t.Errorf("hours at %s, want F5 2時間", got)
	}
	p := l.Participants.Rows[1]
	if got := p.Cell(p.StartDate.Col).Range + " " + p.StartDate.Text; got != "J7 令和7年4月1日" {
		t.Errorf("start at %s, want J7 令和7年4月1日", got)
	}
	if h := p.Source.Headings[p.StartDate.Col]; h != "受講開始日" {
		t.Errorf("heading %q, want 受講開始日", h)
	}
	if !l.Tasks.Has("paid_date") || l.Tasks.Has("no_such") {
		t.Error("Has must tell the columns that the sheet has")
	}
}
