package report

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"pilot90/cohort/cell"
	"pilot90/report/term"
)

// person is one of a town's people, as far as the twins below differ in them.
type person struct {
	name, gender, situation, residence, outcome string
	band                                        int
	works                                       bool // to the end of the period
	pay                                         int  // for each task
}

// townPeople are fourteen. Of the ten women and four men 7 and 3 are at work in the end.
func townPeople() []person {
	all := make([]person, 14)
	for i := range all {
		all[i] = person{name: fmt.Sprintf("仮名 %c子", 'あ'+rune(2*i)), gender: "女性", residence: "住民", band: 30 + 10*(i%2),
			works: i < 10, pay: 2000 + 150*i}
		if i == 2 || i == 5 || i == 7 || i == 12 {
			all[i].gender = "男性"
		}
	}
	all[3].situation, all[4].situation, all[6].residence, all[8].outcome = "障がい", "ひとり親", "移住", "就業移行"
	return all
}

// townOf writes the ledger of the people; scores are what three local businesses answered, staff the hours of the hub.
func townOf(people []person, scores string, staff int) map[string]string {
	var list, log, said strings.Builder
	list.WriteString("参加者ID,氏名,性別,年代,居住区分,事情,開始日,研修修了日,進路\n")
	log.WriteString("作業日,参加者ID,案件ID,時間,報酬,納品日,支払日\n")
	for i, p := range people {
		fmt.Fprintf(&list, "P%02d,%s,%s,%d代,%s,%s,2025-05-01,2025-05-25,%s\n", i, p.name, p.gender, p.band, p.residence,
			p.situation, p.outcome)
		for month := 6; month <= 12; month++ {
			if p.works || month < 10 {
				fmt.Fprintf(&log, "2025-%02d-10,P%02d,C%d,3,%d,2025-%02d-12,2025-%02d-25\n", month, i, 1+i%2, p.pay, month, month)
			}
		}
	}
	said.WriteString("日付,回答者区分,点数\n")
	for _, score := range scores {
		fmt.Fprintf(&said, "2025-11-01,地域事業者,%c\n", score)
	}
	return map[string]string{
		"参加者.csv": list.String(), "作業ログ.csv": log.String(), "満足度.csv": said.String(),
		"案件.csv":   "案件ID,発注者ID,種別,開始日,月額\nC1,A,定期,2025-05-01,90000\nC2,B,単発,2025-05-01,60000\n",
		"発注者.csv":  "発注者ID,名称,所在,区分\nA,甲社,域内,企業\nB,乙社,県外,企業\n",
		"伴走記録.csv": fmt.Sprintf("日付,担当者,時間\n2025-07-01,職員,%d\n", staff),
		"予算.csv":   "費目,区分,予算額,執行額\n伴走,伴走,600000,500000\n",
		"pilot.toml": "[program]\nname = \"町\"\nprefecture = \"長野県\"\n[period]\nfiscal_year = 2025\n" +
			"[targets]\nfirst_income_residents = 20\n[[grant]]\nname = \"交付金\"\n[[grant.kpi]]\n" +
			"figure = \"first_income_residents\"\nincrements = { 2025 = 20 }\ntarget_year = 2026\ntarget_month = 3\n",
	}
}

// TestTwins writes the editions of two towns in every format. The towns differ in what no edition outside the hub may
// tell: names, which of the persons are men, whom a situation, a move, an exit, a rate of pay belongs to, three
// answers, hours of the staff. Every byte of every file must be the same; the hub's own editions differ.
func TestTwins(t *testing.T) {
	if testing.Short() {
		t.Skip("makes every format of every edition")
	}
	t.Parallel()
	people := townPeople()
	one := townOf(people, "245", 7)
	for i := range people {
		people[i].name = fmt.Sprintf("別名 %c美", 'か'+rune(2*i))
	}
	people[2].gender, people[11].gender = people[11].gender, people[2].gender // a man at work, a woman who is not
	people[3].situation, people[4].situation, people[10].situation = "", "障がい", "ひとり親"
	people[6].residence, people[9].residence = "住民", "移住"
	people[8].outcome, people[13].outcome = "", "地元就職"
	people[0].pay, people[9].pay = people[9].pay, people[0].pay
	twin := townOf(people, "453", 9)
	asOf := cell.NewDay(2025, 12, 31)
	for _, edition := range []string{"grant", "council", "public", "hub"} {
		formats := Formats
		if edition == "hub" {
			formats = []string{"html", "json"}
		}
		a, b := written(t, edition, asOf, one, formats), written(t, edition, asOf, twin, formats)
		different := 0
		for name := range a {
			if !bytes.Equal(a[name], b[name]) {
				different++
				if edition != "hub" {
					t.Errorf("%s: %s tells the two towns apart%s", edition, name, whereTheyPart(a[name], b[name]))
				}
			}
			if hash := hexHash.Find(withoutPolicy(a[name])); hash != nil && edition != "hub" {
				t.Errorf("%s: %s has a hash %s", edition, name, hash)
			}
		}
		if len(a) < len(formats) || len(a) != len(b) || edition == "hub" && different < 2 {
			t.Errorf("%s: %d and %d files, %d different", edition, len(a), len(b), different)
		}
	}
}

// hexHash is a hash as manifests and lists of files have them.
var hexHash = regexp.MustCompile(`\b[0-9a-f]{64}\b`)

// withoutPolicy is a file without the hashes by which a page lets its own scripts run.
func withoutPolicy(data []byte) []byte {
	return regexp.MustCompile(`sha256-[A-Za-z0-9+/=]+`).ReplaceAll(data, nil)
}

// written are the files of an edition, and what a terminal shows of it.
func written(t *testing.T, edition string, asOf cell.Day, files map[string]string, formats []string) map[string][]byte {
	t.Helper()
	r, shown := Build(builtin(t, edition), ledgerOf(t, asOf, files))
	made, _, err := Render(t.Context(), r, shown, formats)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]byte{}
	for _, f := range made {
		all[f.Name] = f.Data
	}
	var screen bytes.Buffer
	if err := term.Write(&screen, r, term.Options{}); err != nil {
		t.Fatal(err)
	}
	all["terminal"] = screen.Bytes()
	return all
}

// whereTheyPart shows where two texts part.
func whereTheyPart(a, b []byte) string {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return fmt.Sprintf(" at byte %d: %q, %q", i, a[max(0, i-80):min(len(a), i+40)], b[max(0, i-80):min(len(b), i+40)])
		}
	}
	return " by its length"
}
