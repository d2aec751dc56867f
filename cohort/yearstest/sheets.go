package yearstest

import (
	"fmt"
	"strconv"
	"strings"

	"pilot90/cohort/cell"
)

// Files are the sheets with their settings as the hub has them on a Monday.
func (s Sheets) Files(m cell.Day) map[string][]byte {
	log := s.log(m)
	files := map[string][]byte{
		"pilot.toml": []byte(settings(m)), "参加者.csv": s.roster(m), "作業ログ.csv": log,
		"発注者.csv": []byte("発注者ID,名称,所在,区分\nC1,商工会,域内,団体\nC2,丸一商店,県外,企業\nC3,架空新聞,県外,企業\nC4,町役場,域内,自治体\n"),
		"案件.csv":  s.contracts(), "予算.csv": s.money(), "成果.csv": s.metrics(),
	}
	if copyFrom <= m && m < copyUntil {
		files["作業ログ (1).csv"] = log
	}
	return files
}

// settings is pilot.toml on a Monday: the year of the first is left in it for months, and the targets of the second
// are written over its own.
func settings(m cell.Day) string {
	year, first, wages := "令和7年度", 9, 3
	if m >= targetsOn {
		first, wages = 12, 4
	}
	if m >= turnedOn {
		year = "令和8年度"
	}
	return fmt.Sprintf(`[program]
name = "二年の町"
municipality = "緑野町"
prefecture = "長野県"
population = 5000
model = "regional_bpo"
[period]
fiscal_year = %q
[targets]
first_income_residents = %d
leaders = %d
[ledger]
files = ["*.csv"]
`, year, first, wages)
}

func calledOn(id string, m cell.Day) string {
	if id == "P03" && m >= renamedOn {
		return "R-03"
	}
	return id
}

func typedDay(d cell.Day) string {
	if d == 0 {
		return ""
	}
	return d.String()
}

func typedYen(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func (s Sheets) roster(m cell.Day) []byte {
	var b strings.Builder
	b.WriteString("参加者ID,氏名,コホート,居住区分,過去のテレワーク収入,開始日,研修修了日,離脱日\n")
	for _, p := range s.people {
		prior := "無"
		if p.prior {
			prior = "有"
		}
		fmt.Fprintf(&b, "%s,架空 %s,%s,%s,%s,%s,%s,%s\n", calledOn(p.id, m), p.id, p.cohort, p.home, prior, p.start,
			typedDay(p.trained), typedDay(p.exit))
	}
	return []byte(b.String())
}

func (s Sheets) contracts() []byte {
	var b strings.Builder
	b.WriteString("案件ID,案件名,発注者ID,種別,開始日,終了日,月額,金額\n")
	for _, j := range s.jobs {
		fmt.Fprintf(&b, "%s,%s,%s,%s,%s,%s,%s,%s\n", j.id, j.title, j.client, j.kind, j.start, typedDay(j.end),
			typedYen(j.monthly), typedYen(j.amount))
	}
	return []byte(b.String())
}

func (s Sheets) log(m cell.Day) []byte {
	var b strings.Builder
	b.WriteString("作業日,参加者ID,案件ID,作業名,時間,報酬,納品日,支払日")
	if m >= columnSince {
		b.WriteString(",Wチェック")
	}
	b.WriteString("\n")
	for _, t := range s.works {
		fmt.Fprintf(&b, "%s,%s,%s,作業%d,%g,%d,%s,%s", t.day, calledOn(t.who, m), t.job, t.halves%4, float64(t.halves)/2, t.pay,
			t.delivered, typedDay(t.paid))
		if m >= columnSince {
			b.WriteString("," + t.checked)
		}
		b.WriteString("\n")
	}
	return []byte(b.String())
}

func (s Sheets) money() []byte {
	var b strings.Builder
	b.WriteString("項目,区分,予算額,執行額,支出日,年度\n")
	for _, m := range s.budget {
		fmt.Fprintf(&b, "%s,%s,%s,%s,%s,%s\n", m.item, m.class, typedYen(m.planned), typedYen(m.spent), typedDay(m.day),
			typedYen(m.year))
	}
	return []byte(b.String())
}

func (s Sheets) metrics() []byte {
	var b strings.Builder
	b.WriteString("年月日,指標,値\n")
	for _, v := range s.sales {
		fmt.Fprintf(&b, "%s,%s,%d\n", v.day, v.name, v.yen)
	}
	return []byte(b.String())
}
