package xlsx

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"

	"pilot90/cohort"
	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/cohort/sheet"
	"pilot90/cohort/sheet/grid"
	"pilot90/kpi"
	"pilot90/kpi/catalog"
	"pilot90/kpi/result"
	"pilot90/report/content"
)

// sampleOptions write every row of the sample, with links to the ledger.
var sampleOptions = Options{Lang: lang.JA, Rows: true, Ledger: "../samples/midorino"}

func computeSample() (*result.Result, []kpi.Definition, error) {
	asOf := cell.NewDay(2026, 3, 31)
	c, clock, err := cohort.Load(context.Background(), "../../samples/midorino",
		cohort.LoadOptions{AsOf: &asOf, Today: asOf})
	if err != nil {
		return nil, nil, err
	}
	w := kpi.NewWindow(c, clock)
	return result.Compute(catalog.All(), w), kpi.Expanded(catalog.All(), w), nil
}

// sampleResult computes the sample ledger as of 2026-03-31.
func sampleResult(t *testing.T) (*result.Result, []kpi.Definition) {
	t.Helper()
	r, defs, err := computeSample()
	if err != nil {
		t.Fatal(err)
	}
	return r, defs
}

// sampleReport is a report with a card, and a chart of each kind.
func sampleReport() *content.Report {
	n := func(values ...float64) []*float64 {
		var out []*float64
		for _, v := range values {
			out = append(out, &v)
		}
		return out
	}
	charts := []*content.Chart{
		{ID: "funnel", Kind: content.Funnel, Title: "12人のうち7人が定期案件まで進みました", Alt: "段階ごとの人数",
			Categories: []string{"参加", "研修修了", "初収入", "定期"},
			Series:     []content.Series{{Name: "到達した人", Values: n(12, 11, 10, 7)}}},
		{ID: "months", Kind: content.StackedBar, Title: "定期の割合が増えました", YTitle: "案件（件）",
			Categories: []string{"25/4", "25/5", "25/6"},
			Series: []content.Series{{Name: "定期", Values: n(1, 2, 4)},
				{Name: "単発", Values: []*float64{new(3.0), nil, new(2.0)}}}},
		{ID: "line", Kind: content.Line, Title: "売上は2年で2倍になりました", YTitle: "円", Categories: []string{"2024", "2025"},
			Series: []content.Series{{Name: "売上", Values: n(1600000, 3256613)}}},
		{ID: "targets", Kind: content.TargetBar, Title: "2指標のうち1指標が目標に届いています", XTitle: "達成（%）",
			Categories: []string{"定期案件の割合", "初収入"},
			Series:     []content.Series{{Name: "実績", Values: n(109.1, 80), Target: n(100, 100)}}},
		{ID: "curve", Kind: content.StepCurve, Title: "半年後も9割が続いています", XTitle: "月数", YTitle: "続いている割合",
			Curves: []content.Curve{{Name: "働く人",
				Points: []content.CurvePoint{{Time: 0, S: 1, Low: 1, High: 1}, {Time: 3, S: 0.9, Low: 0.5, High: 0.98},
					{Time: 8, S: 0.7, Low: 0.3, High: 0.9, Censored: 2}}}}},
		{ID: "gantt", Kind: content.Gantt, Title: "2人のうち1人に注意の印があります", XTitle: "開始日からの日数",
			Phases: []content.Phase{{From: 1, To: 30, Label: "研修"}, {From: 31, To: 60, Label: "実地"},
				{From: 61, To: 90, Label: "定着"}},
			Lanes: []content.Lane{{Label: "=P001",
				Bars: []content.Bar{{From: 1, To: 30, Style: "training"}, {From: 31, To: 50, Style: "ojt"}}},
				{Label: "P002", Bars: []content.Bar{{From: 1, To: 12, Style: "training"}}}}},
		{ID: "share", Kind: content.Bands, Title: "域外が半分です", Categories: []string{"域外", "域内"},
			Series: []content.Series{{Name: "売上", Values: n(1618387, 1638226)}}},
		{ID: "heat", Kind: content.Heatmap, Title: "作業の記録",
			Twin: &content.Table{Columns: []content.Column{{Head: "月"}, {Head: "時間"}}, Rows: [][]string{{"2025-04", "12"}}}},
	}
	section := content.Section{ID: "s", Title: "図", Blocks: []content.Block{content.Cards{Cards: []content.Card{
		{Figure: "recurring_contract_ratio", Title: "定期案件の割合", Value: "54.5%", Detail: "6 / 11", Target: "目標 50.0%",
			Known: true},
		{Figure: "latest_start_date", Title: "年度内に終えられる最後の開始日", Value: "2026年1月1日", Detail: "対象 0", Known: true},
		{Figure: "revenue_total", Title: "売上", Value: "3,256,613円", Detail: "対象 11", Known: true},
		{Figure: "satisfaction_host", Title: "満足度（受入企業）", Value: "―", Detail: "回答がありません"},
	}}}}
	for _, c := range charts {
		section.Blocks = append(section.Blocks, c)
	}
	return &content.Report{Lang: "ja", Title: "実績報告", Subtitle: "緑野町テレワーク", Marking: "内部限り",
		Meta:     []content.Pair{{Label: "自治体", Value: "=緑野町"}, {Label: "基準日", Value: "令和8年3月31日（2026-03-31）"}},
		Sections: []content.Section{section}}
}

var writeSample = sync.OnceValues(func() ([]byte, error) {
	result, defs, err := computeSample()
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = Write(&b, sampleReport(), result, defs, sampleOptions)
	return b.Bytes(), err
})

// sampleBook is the sample's workbook with every row of the ledger, which takes long to write: the
// tests that only look at it share one.
func sampleBook(t *testing.T) []byte {
	t.Helper()
	data, err := writeSample()
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// made writes a workbook.
func made(t *testing.T, r *content.Report, result *result.Result, defs []kpi.Definition) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, r, result, defs, sampleOptions); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// read reads a workbook with the reader of ledgers.
func read(t *testing.T, data []byte) *grid.Book {
	t.Helper()
	b, findings, err := sheet.Read("made.xlsx", bytes.NewReader(data), int64(len(data)), sheet.Options{})
	if err != nil || b == nil {
		t.Fatalf("reading back: %v %v", findings, err)
	}
	return b
}

func gridOf(t *testing.T, b *grid.Book, name string) *grid.Grid {
	t.Helper()
	for _, g := range b.Sheets {
		if g.Sheet == name {
			return g
		}
	}
	t.Fatalf("there is no sheet %s", name)
	return nil
}

// convert lets LibreOffice open the workbook and save it in another format; opened, it is
// recalculated, as its profile is told to do always.
func convert(t *testing.T, data []byte, format string) []byte {
	t.Helper()
	if testing.Short() {
		t.Skip("starts LibreOffice")
	}
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice (soffice) is not installed: the workbook is not recalculated")
	}
	dir := t.TempDir()
	profile := filepath.Join(dir, "profile", "user")
	if err := os.MkdirAll(profile, 0o755); err != nil {
		t.Fatal(err)
	}
	always := `<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">` +
		`<item oor:path="/org.openoffice.Office.Calc/Formula/Load">` +
		`<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>`
	for name, content := range map[string][]byte{
		filepath.Join(profile, "registrymodifications.xcu"): []byte(always),
		filepath.Join(dir, "made.xlsx"):                     data,
	} {
		if err := os.WriteFile(name, content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	out := filepath.Join(dir, "out")
	cmd := exec.Command(office, "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless",
		"--convert-to", format, "--outdir", out, filepath.Join(dir, "made.xlsx"))
	if text, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v\n%s", err, text)
	}
	converted, err := os.ReadFile(filepath.Join(out, "made."+format))
	if err != nil {
		t.Fatal(err)
	}
	return converted
}
