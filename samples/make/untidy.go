package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"golang.org/x/text/width"
)

// writeUntidy writes the same facts as an office keeps them: a roster with a title block and
// headings on two rows, contracts in era dates and yen signs, one work log a month in three
// formats and with other headings, a total below each month.
func writeUntidy(dir string, f facts) error {
	for _, write := range []func(string, facts) error{untidyRoster, untidyContracts, untidyLogs, untidyRest} {
		if err := write(dir, f); err != nil {
			return err
		}
	}
	toml := pilotHead + "\n[ledger]\nfiles = [\"*.xlsx\", \"作業記録/*\"]\n"
	return os.WriteFile(filepath.Join(dir, "pilot.toml"), []byte(toml), 0o644)
}

// untidyRoster: the table starts at C5, its headings stand on two rows with merged groups.
func untidyRoster(dir string, f facts) error {
	b, err := newBook()
	if err != nil {
		return err
	}
	const s = "登録者名簿"
	b.sheet(s)
	b.put(s, 1, 2, "令和７年度　在宅ワーク推進事業　登録者名簿", b.title)
	b.put(s, 1, 16, "企地第１０７号", 0)
	b.put(s, 2, 16, "令和8年3月31日現在", 0)
	groups := []struct {
		title string
		heads []string
	}{
		{"登録者", []string{"登録者番号", "期", "お名前", "性別", "年代"}},
		{"状況", []string{"居住区分", "事情"}},
		{"経過", []string{"開始日", "研修\n修了日", "離脱日", "離脱理由"}},
		{"収入経験", []string{"過去のテレワーク収入"}},
		{"役割", []string{"役割", "就任日"}},
		{"確認", []string{"NDA締結日", "セキュリティ\n研修日"}},
		{"進路", []string{"進路"}},
	}
	col := 3
	for _, g := range groups {
		b.put(s, 4, col, g.title, b.head)
		if len(g.heads) > 1 {
			b.keep(b.MergeCell(s, ref(4, col), ref(4, col+len(g.heads)-1)))
		}
		for i, h := range g.heads {
			b.put(s, 5, col+i, h, b.head)
		}
		col += len(g.heads)
	}
	for i, p := range f.participants {
		row := 6 + i
		if i >= 6 {
			row++ // a blank row between the cohorts
		}
		for c, v := range p.untidy() {
			b.put(s, row, c+3, v, 0)
		}
	}
	b.put(s, 20, 3, "計", 0)
	b.put(s, 20, 5, "12名", 0)
	b.put(s, 22, 3, "※個人情報につき取扱注意。離脱者は削除せず離脱日を入れること。", 0)
	return b.save(filepath.Join(dir, "参加者名簿.xlsx"))
}

func (p participant) untidy() []any {
	prior := any("無")
	if p.priorIncome {
		prior = "有"
	}
	return []any{" " + p.id, p.cohort, p.name, strings.TrimSuffix(p.gender, "性"), fmt.Sprintf("%d歳代", p.ageBand),
		p.residence,
		strings.ReplaceAll(p.situations, "、", "／"), era(p.start), shortEra(p.trained), era(p.exit), p.exitReason, prior,
		p.role,
		shortEra(p.roleDate), shortEra(p.nda), shortEra(p.security), p.outcome}
}

// untidyContracts: two sheets, amounts as text with yen signs, 月額契約 for 定期.
func untidyContracts(dir string, f facts) error {
	b, err := newBook()
	if err != nil {
		return err
	}
	b.table("取引先", []any{"取引先コード", "取引先名", "所在地区分", "業種区分", "サテライトオフィス(有無)"}, rows(f.clients, func(c client) []any {
		return []any{c.id, c.name, strings.Replace(c.region, "域内", "町内", 1), c.sector,
			map[bool]string{true: "有", false: "無"}[c.satellite]}
	}))
	const s = "契約一覧"
	b.sheet(s)
	b.put(s, 1, 1, "受託契約一覧（R7）", b.title)
	for c, h := range []string{
		"契約番号", "取引先コード", "件名", "業務区分", "契約種別", "契約開始日", "契約終了日", "月額（税込）", "契約金額", "受託形態", "切り出し元業務", "条件明示日", "終了予告日", "備考",
	} {
		b.put(s, 3, c+1, h, b.head)
	}
	b.put(s, 4, 8, "円", 0)
	b.put(s, 4, 9, "円", 0)
	for i, c := range f.contracts {
		kind := map[string]string{"定期": "月額契約", "単発": "スポット"}[c.kind]
		for col, v := range []any{c.id, c.client, c.title, c.category, kind, shortEra(c.start), shortEra(c.end),
			yenText(c.monthly, i), yenText(c.amount, i), c.form, c.parent, era(c.written), era(c.notice)} {
			b.put(s, 5+i, col+1, v, 0)
		}
	}
	b.put(s, 17, 1, "※終了日が空欄のものは継続中", 0)
	return b.save(filepath.Join(dir, "発注者と契約.xlsx"))
}

// untidyLogs: one file a month; November from the worker's software in CP932, January as UTF-8
// with BOM, the others as workbooks with a total row.
func untidyLogs(dir string, f facts) error {
	heads := []any{"日付", "担当者ID", "案件番号", "内容", "作業時間(h)", "報酬額（円）", "納品", "納期", "振込日", "ダブルチェック", "やり直し"}
	byMonth := map[time.Month][]task{}
	for _, t := range f.tasks {
		byMonth[t.date.Month()] = append(byMonth[t.date.Month()], t)
	}
	for d := day(20250601); d.Before(day(20260401)); d = d.AddDate(0, 1, 0) {
		tasks := byMonth[d.Month()]
		name := filepath.Join(dir, "作業記録", d.Format("2006-01"))
		var err error
		switch {
		case len(tasks) == 0:
		case d.Month() == time.November:
			err = writeCSV(name+".csv", heads, rows(tasks, task.row), cp932)
		case d.Month() == time.January:
			err = writeCSV(name+".csv", heads, rows(tasks, task.row), utf8BOM)
		default:
			err = untidyMonth(name+".xlsx", d, heads, tasks)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func untidyMonth(path string, month time.Time, heads []any, tasks []task) error {
	b, err := newBook()
	if err != nil {
		return err
	}
	s := fmt.Sprintf("R%d.%d", month.Year()-2018, month.Month())
	b.sheet(s)
	b.put(s, 1, 1, fmt.Sprintf("作業記録　%s分", era(month)[:strings.Index(era(month), "月")+len("月")]), b.title)
	for c, h := range heads {
		b.put(s, 3, c+1, h, b.head)
	}
	row, pay := 4, 0
	for i, t := range tasks {
		values := t.row()
		values[4] = hoursText(t, i)
		values[5] = yenText(t.pay, i)
		values[9], values[10] = mark(t.checked, "済", "未"), mark(t.rework, "有", "")
		for c, v := range values {
			b.put(s, row, c+1, v, 0)
		}
		pay += t.pay
		if row++; i == len(tasks)/2 {
			row++ // a blank row in the middle
		}
	}
	b.put(s, row+1, 1, "合計", 0)
	b.put(s, row+1, 6, pay, 0)
	b.put(s, row+2, 1, "※締め日は月末", 0)
	return b.save(path)
}

func untidyRest(dir string, f facts) error {
	b, err := newBook()
	if err != nil {
		return err
	}
	b.table("研修受講記録", []any{"受講日", "受講者ID", "講座", "時間数", "修了"}, rows(f.trainings, func(t training) []any {
		return []any{era(t.date), t.participant, t.course, fmt.Sprintf("%g時間", t.hours), mark(t.completed, "修了", "")}
	}))
	b.table("サポート記録", []any{"対応日", "担当者", "対象者ID", "所要時間", "種別"}, rows(f.support, func(s support) []any {
		return []any{s.date, s.staff, s.participant, fmt.Sprintf("%d分", s.minutes), s.kind}
	}))
	b.table("アンケート", []any{"回答日", "回答者", "満足度(5段階)"}, rows(f.surveys, survey.row))
	b.table("予算執行", []any{"費目", "経費区分", "財源", "予算額(円)", "執行額(円)", "執行日"}, rows(f.budget, func(l budgetLine) []any {
		return []any{l.item, l.class, l.fund, yenText(l.planned, 1), fmt.Sprintf("%g万円", float64(l.spent)/10000),
			shortEra(l.date)}
	}))
	b.table("公開記録", []any{"公開日", "件名", "対象"}, rows(f.publications, publication.row))
	return b.save(filepath.Join(dir, "研修・支援・予算.xlsx"))
}

func ref(row, col int) string { return fmt.Sprintf("%c%d", 'A'+col-1, row) }

func mark(b bool, yes, no string) any {
	if b {
		return yes
	}
	return no
}

// era writes a date as 令和7年6月2日.
func era(d time.Time) string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("令和%d年%d月%d日", d.Year()-2018, d.Month(), d.Day())
}

// shortEra writes a date as R7.6.2.
func shortEra(d time.Time) string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("R%d.%d.%d", d.Year()-2018, d.Month(), d.Day())
}

// yenText writes an amount in one of four usual ways.
func yenText(yen, i int) any {
	if yen == 0 {
		return nil
	}
	switch i % 4 {
	case 0:
		return fmt.Sprintf("¥%d,%03d", yen/1000, yen%1000)
	case 1:
		return yen
	case 2:
		return fmt.Sprintf("%d円", yen)
	}
	return width.Widen.String(fmt.Sprint(yen))
}

// hoursText writes the length of a task in one of four usual ways.
func hoursText(t task, i int) any {
	h, m := t.minutes/60, t.minutes%60
	switch {
	case t.hoursText != "":
		return t.hoursText
	case i%4 == 0:
		return fmt.Sprintf("%d:%02d", h, m)
	case i%4 == 1:
		return fmt.Sprintf("%d分", t.minutes)
	case i%4 == 2 && m != 0:
		return fmt.Sprintf("%d時間%d分", h, m)
	}
	return float64(t.minutes) / 60
}
