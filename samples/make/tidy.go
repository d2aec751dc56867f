package main

import (
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/xuri/excelize/v2"
)

const pilotHead = `# みどり野町の90日パイロット（見本。人名・団体名・金額はすべて架空です）
[program]
name = "みどり野町 在宅ワーク90日パイロット"
municipality = "みどり野町"
prefecture = "長野県"
population = 6800
model = "regional_bpo"
department = "企画課 地域振興係"

[period]
fiscal_year = "令和7年度"

[targets]
recurring_contract_ratio = 0.6
recurring_revenue_ratio = 0.6
average_continuation_months = 6
first_income_residents = 8
retention_ratio = 0.8
ojt_transition_ratio = 0.8

[[grant]]
name = "みどり野町 在宅ワーク推進事業"
kind = "新しい地方経済・生活環境創生交付金"

[[grant.kpi]]
figure = "first_income_residents"
title = "初めて収入を得た住民"
unit = "人"
baseline = 0
increments = { 2025 = 8, 2026 = 6, 2027 = 6 }
target_year = 2028
target_month = 3

[[grant.kpi]]
figure = "recurring_contract_ratio"
title = "定期案件の割合"
unit = "割合"
baseline = 0
increments = { 2025 = 0.6, 2026 = 0.1 }
target_year = 2027
target_month = 3

[[grant.kpi]]
figure = "active_workers"
title = "稼働している在宅ワーカー"
unit = "人"
baseline = 2
increments = { 2025 = 6, 2026 = 8, 2027 = 8 }
target_year = 2028
target_month = 3
`

// writeTidy writes the ledger as the workbook template has it: one workbook, and November's work
// log as the CSV (CP932) that a worker's own software exported.
func writeTidy(dir string, f facts) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	var log, november [][]any
	for _, t := range f.tasks {
		if t.date.Year() == 2025 && t.date.Month() == time.November {
			november = append(november, t.row())
		} else {
			log = append(log, t.row())
		}
	}
	b, err := newBook()
	if err != nil {
		return err
	}
	b.table("参加者", participantHeads, rows(f.participants, participant.row))
	b.table("研修", []any{"日付", "参加者ID", "講座名", "時間", "修了"}, rows(f.trainings, training.row))
	b.table("発注者", clientHeads, rows(f.clients, client.row))
	b.table("案件", contractHeads, rows(f.contracts, contract.row))
	b.table("作業ログ", taskHeads, log)
	b.table("伴走記録", []any{"日付", "担当", "参加者ID", "時間", "役割"}, rows(f.support, support.row))
	b.table("満足度", []any{"日付", "回答者区分", "点数"}, rows(f.surveys, survey.row))
	b.table("予算", []any{"費目", "区分", "財源", "予算額", "執行額", "日付"}, rows(f.budget, budgetLine.row))
	b.table("公開記録", []any{"日付", "タイトル", "対象"}, rows(f.publications, publication.row))
	if err := b.save(filepath.Join(dir, "台帳.xlsx")); err != nil {
		return err
	}
	if err := writeCSV(filepath.Join(dir, "作業ログ_2025-11.csv"), taskHeads, november, cp932); err != nil {
		return err
	}
	toml := pilotHead + "\n[ledger]\nfiles = [\"台帳.xlsx\", \"作業ログ_*.csv\"]\n"
	return os.WriteFile(filepath.Join(dir, "pilot.toml"), []byte(toml), 0o644)
}

var (
	clientHeads      = []any{"発注者ID", "名称", "所在", "区分", "サテライトオフィス"}
	participantHeads = []any{"参加者ID", "コホート", "氏名", "性別", "年代", "居住区分", "事情", "開始日", "研修修了日", "離脱日", "離脱理由",
		"過去のテレワーク収入", "役割", "役割就任日", "秘密保持契約日", "セキュリティ研修日", "進路"}
	contractHeads = []any{"案件ID", "発注者ID", "案件名", "業務区分", "種別", "開始日", "終了日", "月額", "契約額", "受託形態", "切り出し元業務", "条件明示日",
		"終了予告日"}
	taskHeads = []any{"作業日", "参加者ID", "案件ID", "作業名", "時間", "報酬", "納品日", "納期", "支払日", "Wチェック", "手戻り"}
)

func (p participant) row() []any {
	return []any{p.id, p.cohort, p.name, p.gender, fmt.Sprintf("%d代", p.ageBand), p.residence, p.situations, p.start,
		p.trained, p.exit,
		p.exitReason, yes(p.priorIncome), p.role, p.roleDate, p.nda, p.security, p.outcome}
}

func (t training) row() []any {
	return []any{t.date, t.participant, t.course, t.hours, yes(t.completed)}
}

func (c client) row() []any { return []any{c.id, c.name, c.region, c.sector, yes(c.satellite)} }

func (c contract) row() []any {
	return []any{c.id, c.client, c.title, c.category, c.kind, c.start, c.end, positive(c.monthly), positive(c.amount),
		c.form, c.parent, c.written, c.notice}
}

func (t task) row() []any {
	var hours any = float64(t.minutes) / 60
	if t.hoursText != "" {
		hours = t.hoursText
	}
	return []any{t.date, t.participant, t.contract, t.title, hours, t.pay, t.delivered, t.due, t.paid, yes(t.checked),
		yes(t.rework)}
}

func (s support) row() []any {
	return []any{s.date, s.staff, s.participant, float64(s.minutes) / 60, s.kind}
}

func (s survey) row() []any { return []any{s.date, s.respondent, s.score} }

func (b budgetLine) row() []any {
	return []any{b.item, b.class, b.fund, b.planned, b.spent, b.date}
}

func (p publication) row() []any { return []any{p.date, p.title, p.audience} }

func rows[T any](records []T, row func(T) []any) [][]any {
	out := make([][]any, len(records))
	for i, r := range records {
		out[i] = row(r)
	}
	return out
}

func yes(b bool) any {
	if b {
		return "○"
	}
	return nil
}

func positive(yen int) any {
	if yen == 0 {
		return nil
	}
	return yen
}

// book writes workbooks; the first error is kept and returned by save.
type book struct {
	*excelize.File
	date, head, title int
	sheets            int
	err               error
}

func newBook() (*book, error) {
	b := &book{File: excelize.NewFile()}
	date := "yyyy/m/d"
	b.date = b.style(&excelize.Style{CustomNumFmt: &date})
	b.head = b.style(&excelize.Style{Font: &excelize.Font{Bold: true},
		Alignment: &excelize.Alignment{WrapText: true, Horizontal: "center", Vertical: "center"},
		Fill:      excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"DDE7EE"}}})
	b.title = b.style(&excelize.Style{Font: &excelize.Font{Bold: true, Size: 14}})
	return b, b.err
}

func (b *book) style(s *excelize.Style) int {
	id, err := b.NewStyle(s)
	b.keep(err)
	return id
}

func (b *book) keep(err error) {
	if b.err == nil {
		b.err = err
	}
}

// sheet adds a sheet; the first one takes the place of the empty sheet of a new workbook.
func (b *book) sheet(name string) {
	if b.sheets++; b.sheets == 1 {
		b.keep(b.SetSheetName("Sheet1", name))
		return
	}
	_, err := b.NewSheet(name)
	b.keep(err)
}

// put writes one cell; a zero time and nil leave it blank.
func (b *book) put(sheet string, row, col int, v any, style int) {
	ref, err := excelize.CoordinatesToCellName(col, row)
	b.keep(err)
	if t, ok := v.(time.Time); ok {
		if t.IsZero() {
			return
		}
		style = b.date
	}
	if v == nil || v == "" {
		return
	}
	b.keep(b.SetCellValue(sheet, ref, v))
	if style != 0 {
		b.keep(b.SetCellStyle(sheet, ref, ref, style))
	}
}

// table writes headings on row 1 and the records below.
func (b *book) table(name string, heads []any, records [][]any) {
	b.sheet(name)
	for c, h := range heads {
		b.put(name, 1, c+1, h, b.head)
	}
	for r, record := range records {
		for c, v := range record {
			b.put(name, r+2, c+1, v, 0)
		}
	}
	b.keep(b.SetColWidth(name, "A", "Q", 13))
	b.keep(b.SetPanes(name, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}))
}

func (b *book) save(path string) error {
	if b.err != nil {
		return b.err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return b.SaveAs(path)
}
