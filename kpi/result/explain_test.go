package result

import (
	"bytes"
	"errors"
	"testing"

	"pilot90/cohort/cohorttest"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/cohort/setting"
	"pilot90/kpi"
)

func TestExplain(t *testing.T) {
	c, clock := cohorttest.Load(t, `
as_of: 2026-03-31
from: 2025-04-01
to: 2026-03-31
# pilot.toml
[targets]
share = 0.5

## 案件
案件ID | 発注者ID | 種別 | 開始日
C1 | A | 定期 | 2025-04-01
C2 | A | 都度 | R7.5.1
C3 | A | 定期 | 来月
`)
	d := kpi.Definition{
		ID: "share", Title: lang.Text{JA: "割合", EN: "Share"}, Unit: kpi.Ratio,
		Formula: lang.Text{JA: "定期 ÷ 全部", EN: "recurring ÷ all"}, Origin: lang.Text{JA: "試験", EN: "a test"},
		Compute: func(w *kpi.Window) kpi.Figure {
			var t kpi.Tally
			for _, c := range w.ActiveContracts() {
				t.Add(kpi.Recurring(c), w.UseContract(c, termCells))
			}
			for _, c := range w.FaultyActive() {
				t.DropFaulty(w.UseContract(c, startCell))
			}
			return t.Ratio(lang.Text{JA: "なし", EN: "none"})
		},
	}
	f := kpi.Run([]kpi.Definition{d}, kpi.NewWindow(c, clock))[0]
	var out bytes.Buffer
	if err := Explain(&out, d, f, clock, lang.JA); err != nil {
		t.Fatal(err)
	}
	// 1 of 2; Wilson for one half of two: 0.5 ∓ 1.959963985·√(0.5 + 0.960364705)/5.841458821.
	want := `share  割合
定義: 定期 ÷ 全部
出典: 試験
基準日: 2026-03-31
対象期間: 2025-04-01 – 2026-03-31
計算: 1 ÷ 2 = 0.5
値: 0.5 割合（1が100％）
件数: 2
除外: 1
95％区間: 0.09453120573423074 – 0.9054687942657693
目標: 0.5 割合（1が100％）
使ったセル:
  C1  分子・分母
    台帳.xlsx 案件!A2  案件ID  「C1」
    台帳.xlsx 案件!C2  種別  「定期」
    台帳.xlsx 案件!D2  開始日  「2025-04-01」
  C2  分母のみ
    台帳.xlsx 案件!A3  案件ID  「C2」
    台帳.xlsx 案件!C3  種別  「都度」
    台帳.xlsx 案件!D3  開始日  「R7.5.1」
除いた行:
  C3  誤りのある行のため除外
    台帳.xlsx 案件!A4  案件ID  「C3」
    台帳.xlsx 案件!D4  開始日  「来月」
`
	if out.String() != want {
		t.Errorf("got\n%s", out.String())
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestExplainReportsAWriteError(t *testing.T) {
	if err := Explain(full{}, kpi.Definition{}, kpi.Figure{}, setting.Clock{}, lang.JA); err == nil {
		t.Error("want the error of the writer")
	}
}

func termCells(c *record.Contract) []kpi.Cell {
	return []kpi.Cell{kpi.CellOf(c.Kind), kpi.CellOf(c.StartDate), kpi.CellOf(c.EndDate)}
}

func startCell(c *record.Contract) []kpi.Cell { return []kpi.Cell{kpi.CellOf(c.StartDate)} }
