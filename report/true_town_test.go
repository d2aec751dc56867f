package report

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"pilot90/cohort/cell"
)

// randomPilot are the files of a pilot whose people, contracts, money and targets are drawn: of no people up to thirty,
// of a town or a city, of each model, with or without contracts, costs, targets, answers and rows at fault.
func randomPilot(seed uint64) map[string]string {
	r := rand.New(rand.NewPCG(seed, 16))
	p := &pilotDraw{r: r, files: map[string]string{}, people: r.IntN(31)}
	if r.IntN(3) == 0 {
		p.people = r.IntN(4) // few and none
	}
	p.model = choose(r, "regional_bpo", "industry_digital", "education")
	p.settings()
	p.jobs()
	p.persons()
	p.money()
	p.answers()
	return p.files
}

type pilotDraw struct {
	r                 *rand.Rand
	files             map[string]string
	people            int
	model             string
	contracts, starts []int // the first days of each
}

// sometimes is true so often in a hundred.
func (p *pilotDraw) sometimes(percent int) bool { return p.r.IntN(100) < percent }

// settings draw targets of a few figures, some of which are the better the lower they are.
func (p *pilotDraw) settings() {
	var b strings.Builder
	fmt.Fprintf(&b,
		"[program]\nname = \"試しの90日\"\nmunicipality = %q\nprefecture = \"長野県\"\npopulation = 6000\nmodel = %q\n"+
			"[period]\nfiscal_year = 2025\n", choose(p.r, "ためし町", "ためし市", "ためし村"), p.model)
	b.WriteString("[targets]\n")
	easy := p.sometimes(25) // targets that are reached
	upTo := func(n int) int {
		if easy {
			return 1
		}
		return 1 + p.r.IntN(n)
	}
	share := func() string { return fmt.Sprintf("0.%d", upTo(9)) }
	for _, one := range [][2]string{{"first_income_residents", fmt.Sprint(upTo(12))},
		{"average_continuation_months", fmt.Sprint(upTo(9))}, {"recurring_contract_ratio", share()},
		{"retention_ratio", share()}, {"ojt_transition_ratio", share()}, {"rework_ratio", "0." + fmt.Sprint(10-upTo(9))},
		{"on_time_ratio", share()}, {"satisfaction_worker", fmt.Sprint(upTo(5))}, {"satisfaction_host", "4"},
		{"satisfaction_local_business", fmt.Sprint(upTo(5))},
		{"student_participation_ratio", share()}, {"local_retention_ratio", share()},
		{"cost_per_first_income_resident", fmt.Sprint(4_000_000 / upTo(20))},
		{`"metric.EC売上"`, "3000000"}, {`"metric.SNS反響"`, fmt.Sprint(100 * upTo(80))}} {
		if p.sometimes(40) {
			fmt.Fprintf(&b, "%s = %s\n", one[0], one[1])
		}
	}
	p.files["pilot.toml"] = b.String()
}

// jobs are none to eleven contracts; every fifth ends before the year does.
func (p *pilotDraw) jobs() {
	if p.sometimes(15) {
		return
	}
	var clients, list strings.Builder
	clients.WriteString("発注者ID,名称,所在,区分\nK1,あ社,域内,企業\nK2,い社,県外,企業\nK3,う社,県内,団体\n")
	list.WriteString("案件ID,発注者ID,案件名,業務区分,種別,開始日,終了日,月額,契約額\n")
	for i := range 1 + p.r.IntN(11) {
		start, end := 1+p.r.IntN(250), ""
		p.contracts = append(p.contracts, start)
		if p.sometimes(20) {
			end = dayAfter(start + 20 + p.r.IntN(100))
		}
		kind, money := "定期", fmt.Sprintf("%d,", 1000*(20+p.r.IntN(60)))
		if p.sometimes(45) {
			kind, money = "単発", fmt.Sprintf(",%d", 1000*(20+p.r.IntN(200)))
		}
		fmt.Fprintf(&list, "C%d,K%d,仕事%d,%s,%s,%s,%s,%s\n", i+1, 1+p.r.IntN(3), i+1, choose(p.r, "経理", "広報", "EC"), kind,
			dayAfter(start), end, money)
	}
	p.files["発注者.csv"], p.files["案件.csv"] = clients.String(), list.String()
}

// persons come in up to three cohorts, are trained, work, are paid, or leave.
func (p *pilotDraw) persons() {
	var list, log strings.Builder
	list.WriteString("参加者ID,性別,年代,居住区分,事情,登録日,開始日,研修修了日,離脱日,過去のテレワーク収入,進路,コホート\n")
	log.WriteString("作業日,参加者ID,案件ID,時間,報酬,納品日,納期,支払日,手戻り\n")
	cohorts := 1 + p.r.IntN(3)
	lucky := p.r.IntN(101) // how likely each step is, in percent
	for i := range p.people {
		class := p.r.IntN(cohorts)
		start := 10 + 110*class + p.r.IntN(8)
		p.starts = append(p.starts, start)
		trained, left := "", ""
		if p.sometimes(lucky + 20) {
			trained = dayAfter(start + 10 + p.r.IntN(25))
		}
		if p.sometimes(12) {
			left = dayAfter(start + 20 + p.r.IntN(60))
		}
		fmt.Fprintf(&list, "P%02d,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,第%d期\n", i, choose(p.r, "女性", "男性"), choose(p.r, "20代",
			"30代", "40代"),
			choose(p.r, "住民", "住民", "住民", "移住", "町外"), choose(p.r, "", "学生", "学生"), dayAfter(start-5), dayAfter(start), trained,
			left, choose(p.r, "無", "無", "無", "有"), choose(p.r, "", "地元就職", "町外就職"), class+1)
		if left != "" || len(p.contracts) == 0 || !p.sometimes(lucky) {
			continue
		}
		for range 1 + p.r.IntN(8) {
			p.task(&log, i, start+25+p.r.IntN(120))
		}
	}
	if p.people > 0 || p.sometimes(50) {
		p.files["参加者.csv"] = list.String()
		p.files["作業ログ.csv"] = log.String()
	}
}

func (p *pilotDraw) task(log *strings.Builder, person, day int) {
	contract := p.r.IntN(len(p.contracts))
	day = max(day, p.contracts[contract])
	paid := ""
	if p.sometimes(85) {
		paid = dayAfter(day + 20 + p.r.IntN(75))
	}
	hours := fmt.Sprint(1 + p.r.IntN(6))
	if p.sometimes(2) {
		hours = "たくさん" // a row at fault
	}
	fmt.Fprintf(log, "%s,P%02d,C%d,%s,%d,%s,%s,%s,%s\n", dayAfter(day), person, contract+1, hours, 500+100*p.r.IntN(60),
		dayAfter(day+3), dayAfter(day+2+p.r.IntN(3)), paid, choose(p.r, "無", "無", "無", "有"))
}

// money is the budget in some classes, and metrics by month.
func (p *pilotDraw) money() {
	if p.sometimes(75) {
		text := "費目,区分,財源,予算額,執行額,日付\n"
		for _, class := range []string{"伴走", "研修", "機器"} {
			if p.sometimes(75) {
				text += fmt.Sprintf("%s費,%s,%s,%d,%d,2025-06-30\n", class, class, choose(p.r, "交付金", "一般財源"),
					1000*(300+p.r.IntN(2000)), 1000*p.r.IntN(2000))
			}
		}
		p.files["予算.csv"] = text
	}
	if p.model != "industry_digital" || p.sometimes(15) {
		return
	}
	text := "日付,指標,値,単位\n"
	flat, alone := p.sometimes(20), p.sometimes(30) // the same each month; without the year before
	for _, metric := range [][2]string{{"EC売上", "円"}, {"SNS反響", "件"}} {
		for month := range 24 { // the year before too
			value := 100 * (1 + p.r.IntN(60))
			if flat {
				value = 500
			}
			if metric[1] == "円" {
				value *= 100
			}
			if p.sometimes(80) && (month >= 12 || !alone) {
				text += fmt.Sprintf("%s,%s,%d,%s\n", cell.NewDay(2024+(month+3)/12, time.Month((month+3)%12+1), 15),
					metric[0], value, metric[1])
			}
		}
	}
	p.files["実績値.csv"] = text
}

// answers of groups, a few of each.
func (p *pilotDraw) answers() {
	if p.sometimes(30) {
		return
	}
	text := "日付,回答者区分,点数\n"
	for _, who := range []string{"ワーカー", "受入企業", "地域事業者", "学生"} {
		for range p.r.IntN(12) {
			text += fmt.Sprintf("2025-09-30,%s,%d\n", who, 2+p.r.IntN(4))
		}
	}
	p.files["満足度.csv"] = text
}
