package ledgers

import "fmt"

// A table is a sheet of a workbook: its columns, and the cells of each row by its number from 0 on.
type table struct {
	sheet string
	heads []string
	rows  int
	first int // the number of the first row
	cells func(n int) []value
	aside bool // the sheet is hidden, so that nothing prints it
}

// A value is what a cell holds: a text, a number, the number of a day, a formula without its result, or nothing.
type value struct {
	text string
	num  float64
	kind byte // 't', 'n', 'd', 'f', 'a' for a formula over arrays; 0 for an empty cell
}

func text(s string) value    { return value{text: s, kind: 't'} }
func number(x float64) value { return value{num: x, kind: 'n'} }
func day(serial int) value   { return value{num: float64(serial), kind: 'd'} }
func yes(v bool) value       { return choose(v, "○") }
func choose(v bool, s string) value {
	if !v {
		return value{}
	}
	return text(s)
}

// dayIf is the day where it is one of the fiscal year, else an empty cell: it is still to come.
func dayIf(serial int) value {
	if serial > lastDay {
		return value{}
	}
	return day(serial)
}

// spread is a number that looks as if it were drawn, from 0 to under below, the same for the same n at every run.
func spread(n, salt, below int) int {
	return int((uint32(n)*2654435761 ^ uint32(salt)*2246822519) >> 8 % uint32(below))
}

// start is the first day of a participant: four intakes in the first half of the year.
func start(p int) int { return firstDay + 45*(p%4) }

func person(p int) string   { return fmt.Sprintf("P%04d", p+1) }
func contract(k int) string { return fmt.Sprintf("A%04d", k+1) }
func client(k int) string   { return fmt.Sprintf("K%03d", k+1) }

// agreements and orderers are how many contracts and clients there are for so many people.
func (s Size) agreements() int { return 5 + s.People/2 }
func (s Size) orderers() int   { return 3 + s.People/8 }

// never is the day of what does not come to pass.
const never = lastDay + 1

// exit is the day on which a participant leaves, after their first 60 days; the first one stays.
func (s Size) exit(p int) int {
	if p == 0 || spread(p, 3, 12) != 0 {
		return never
	}
	return start(p) + 60 + spread(p, 4, 60)
}

// single tells the contracts that are for one job, not recurring ones.
func single(k int) bool { return spread(k, 2, 10) < 4 }

// end is the last day of a contract: all single ones have one, every fifth of the others, but not the first.
func (s Size) end(k int) int {
	if k == 0 || !single(k) && k%5 != 1 {
		return never
	}
	return firstDay + 200 + spread(k, 5, 150)
}

// worker is who does task n on a day: in turn, of those who are trained and have not left.
func (s Size) worker(n, on int) int {
	for p := n % s.People; ; p = (p + 1) % s.People {
		if start(p)+36 <= on && on < s.exit(p) {
			return p
		}
	}
}

// order is the contract of task n on a day, of those that have not ended by then.
func (s Size) order(n, on int) int {
	for k := spread(n, 4, s.agreements()); ; k = (k + 1) % s.agreements() {
		if s.end(k) >= on {
			return k
		}
	}
}

var situations = []string{"子育て", "介護", "シニア", "求職", "副業"}

func (s Size) participants() table {
	heads := []string{"参加者ID", "コホート", "氏名", "性別", "年代", "居住区分", "事情", "開始日", "研修修了日", "離脱日",
		"過去のテレワーク収入", "役割"}
	return table{sheet: "参加者", heads: heads, rows: s.People, cells: func(p int) []value {
		gender, residence, exit := "女性", "住民", value{}
		if spread(p, 1, 10) < 3 {
			gender = "男性"
		}
		if spread(p, 2, 10) == 0 {
			residence = "町外"
		}
		if at := s.exit(p); at < never {
			exit = day(at)
		}
		trained := day(start(p) + 20 + spread(p, 5, 15))
		return []value{text(person(p)), text(fmt.Sprintf("第%d期", p%4+1)), text(fmt.Sprintf("見本 %d号", p+1)), text(gender),
			text(fmt.Sprintf("%d代", 20+10*spread(p, 6, 5))), text(residence), text(situations[spread(p, 7, len(situations))]),
			day(start(p)), trained, exit, choose(spread(p, 8, 15) == 0, "有"), text("ワーカー")}
	}}
}

func (s Size) clients() table {
	heads := []string{"発注者ID", "名称", "所在", "区分"}
	return table{sheet: "発注者", heads: heads, rows: s.orderers(), cells: func(k int) []value {
		return []value{text(client(k)), text(fmt.Sprintf("発注 %d社", k+1)), text([]string{"域内", "県内", "県外"}[k%3]),
			text([]string{"団体", "企業", "自治体"}[k%3])}
	}}
}

func (s Size) contracts() table {
	heads := []string{"案件ID", "発注者ID", "案件名", "業務区分", "種別", "開始日", "終了日", "月額", "契約額", "受託形態"}
	return table{sheet: "案件", heads: heads, rows: s.agreements(), cells: func(k int) []value {
		kind, monthly, amount, end := "定期", number(float64(30000+1000*spread(k, 1, 60))), value{}, value{}
		if single(k) {
			kind, monthly, amount = "単発", value{}, number(float64(50000+1000*spread(k, 3, 150)))
		}
		if at := s.end(k); at < never {
			end = day(at)
		}
		return []value{text(contract(k)), text(client(k % s.orderers())), text(fmt.Sprintf("依頼 %d番", k+1)),
			text([]string{"データ入力", "広報", "EC"}[k%3]), text(kind), day(firstDay), end, monthly, amount, text("チーム")}
	}}
}

// tasks are the rows of the work log from number first to before end, in order of days.
func (s Size) tasks(first, end int) table {
	heads := []string{"作業日", "参加者ID", "案件ID", "作業名", "時間", "報酬", "納品日", "納期", "支払日", "Wチェック", "手戻り"}
	return table{sheet: "作業ログ", heads: heads, rows: end - first, first: first, cells: func(n int) []value {
		on := firstDay + 60 + n*(lastDay-firstDay-60)/max(s.Rows, 1)
		p := s.worker(n+s.Town, on)
		hours := float64(2+spread(n, 1, 14)) / 4
		pay := number(hours * float64(1100+20*spread(n, 2, 20)))
		if s.Spoilt {
			pay = text(fmt.Sprintf("約 %d 円くらい?", 1000+n%500))
		}
		delivered := on + spread(n, 3, 4)
		return []value{day(on), text(person(p)), text(contract(s.order(n, on))),
			text(fmt.Sprintf("データ入力 %d 件目", n%5000+1)), number(hours), pay, dayIf(delivered), day(on + 2),
			dayIf(delivered + 20 + spread(n, 5, 40)), yes(spread(n, 6, 10) != 0), yes(spread(n, 7, 16) == 0)}
	}}
}
