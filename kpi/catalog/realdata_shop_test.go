package catalog

import (
	"bufio"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"pilot90/cohort/cell"
)

// purchase is one line of the CDNOW data: what a customer bought on a day.
type purchase struct {
	customer string
	date     cell.Day
	cds      int
	cents    int // of a dollar, which stand for yen in the ledger
}

func cdnow(t *testing.T) []purchase {
	t.Helper()
	var all []purchase
	lines := bufio.NewScanner(openShared(t, "real", "CDNOW_sample.txt"))
	for lines.Scan() {
		// customer in the whole file, customer in this one in ten, date, number of CDs, dollars
		f := strings.Fields(lines.Text())
		if len(f) != 5 || len(f[2]) != 8 {
			t.Fatalf("line %q", lines.Text())
		}
		date, _, fault := cell.ReadDate(cell.Value{Kind: cell.Text, Text: f[2]})
		cds, err := strconv.Atoi(f[3])
		cents, errCents := strconv.Atoi(strings.Replace(f[4], ".", "", 1))
		if fault != nil || err != nil || errCents != nil {
			t.Fatalf("line %q: %v %v %v", lines.Text(), fault, err, errCents)
		}
		all = append(all, purchase{f[1], date, cds, cents})
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return all
}

// The CDNOW customers as a ledger: every customer is a participant who starts on the day of the
// first purchase, with a contract of the customer's own; a purchase is a task paid in cents. Those
// who first bought in January 1997 are the students.
func shopLedger(t *testing.T, all []purchase) string {
	t.Helper()
	people := [][]string{{"参加者ID", "開始日", "事情"}}
	contracts := [][]string{{"案件ID", "発注者ID", "種別", "開始日"}}
	tasks := [][]string{{"作業日", "参加者ID", "案件ID", "報酬"}}
	metrics := [][]string{{"年月日", "指標", "値"}}
	first := firstDays(all)
	for _, id := range slices.Sorted(maps.Keys(first)) {
		situation := ""
		if monthOf(first[id]) == cohort199701 {
			situation = "学生"
		}
		people = append(people, []string{"P" + id, first[id].String(), situation})
		contracts = append(contracts, []string{"C" + id, "K" + id, "単発", first[id].String()})
	}
	for _, p := range all {
		tasks = append(tasks, []string{p.date.String(), "P" + p.customer, "C" + p.customer, strconv.Itoa(p.cents)})
		metrics = append(metrics, []string{p.date.String(), "CD", strconv.Itoa(p.cds)})
	}
	return disk(t, map[string][][]string{"参加者": people, "案件": contracts, "作業ログ": tasks, "実績値": metrics})
}

func monthOf(d cell.Day) [2]int {
	y, m, _ := d.YMD()
	return [2]int{y, int(m)}
}

var cohort199701 = [2]int{1997, 1}

// firstDays are the days of the customers' first purchases.
func firstDays(all []purchase) map[string]cell.Day {
	first := map[string]cell.Day{}
	for _, p := range all {
		if d, seen := first[p.customer]; !seen || p.date < d {
			first[p.customer] = p.date
		}
	}
	return first
}

// TestShopFigures: the reference has the whole file of 23,570 customers only; of the sample of one in
// ten, the expectations are counted here with maps.
func TestShopFigures(t *testing.T) {
	all := cdnow(t)
	first := firstDays(all)
	begin, end := cell.NewDay(1997, time.January, 1), cell.NewDay(1998, time.June, 30)
	dir := shopLedger(t, all)
	w := windowOf(t, dir, end, begin, end)
	for _, want := range []struct {
		id    string
		value float64
	}{
		{"registered_workers", float64(len(first))},
		{"rule_candidates", float64(len(first))},
		{"repeat_client_ratio", repeatCustomers(all)},
		{"monthly_income", medianMonth(all)},
		{"worker_continuation_months", meanMonths(all, end)},
	} {
		if f := figureOf(t, w, want.id); f.Value == nil || !near(*f.Value, want.value) {
			t.Errorf("%s = %v (%s), want %v", want.id, pointed(f.Value), f.Reason.EN, want.value)
		}
	}
}

// TestShopMonths looks at months one by one: how many of the customers of January 1997 bought again,
// who bought for the first time, how many CDs.
func TestShopMonths(t *testing.T) {
	if testing.Short() {
		t.Skip("computes every month of a shop")
	}
	t.Parallel()
	all := cdnow(t)
	first := firstDays(all)
	dir := shopLedger(t, all)
	for _, month := range [][2]int{{1997, 1}, {1997, 12}, {1998, 6}} {
		from := cell.NewDay(month[0], time.Month(month[1]), 1)
		to := cell.NewDay(month[0], time.Month(month[1])+1, 1) - 1
		w := windowOf(t, dir, cell.NewDay(1998, time.June, 30), from, to)
		students, active, cds, yearBefore, paid := 0, map[string]bool{}, 0, 0, map[string]cell.Day{}
		for _, d := range first {
			if monthOf(d) == cohort199701 {
				students++
			}
		}
		for _, p := range all {
			switch monthOf(p.date) {
			case month:
				cds += p.cds
				if monthOf(first[p.customer]) == cohort199701 {
					active[p.customer] = true
				}
			case [2]int{month[0] - 1, month[1]}:
				yearBefore += p.cds
			}
			if d, seen := paid[p.customer]; p.cents > 0 && (!seen || p.date < d) {
				paid[p.customer] = p.date
			}
		}
		earned := 0
		for _, d := range paid {
			if monthOf(d) == month {
				earned++
			}
		}
		f := figureOf(t, w, "student_participation_ratio")
		if f.N != students || *f.Numerator != float64(len(active)) {
			t.Errorf("%v: %v of %d customers of January 1997 bought, want %d of %d", month, *f.Numerator, f.N, len(active),
				students)
		}
		if f := figureOf(t, w, "first_income_residents"); *f.Value != float64(earned) {
			t.Errorf("%v: %v paid for the first time, want %d", month, *f.Value, earned)
		}
		f = figureOf(t, w, "metric.CD")
		before, _ := f.Get("year_before")
		if *f.Value != float64(cds) || before != float64(yearBefore) {
			t.Errorf("%v: %v CDs, %v a year before, want %d and %d", month, *f.Value, before, cds, yearBefore)
		}
	}
}

// repeatCustomers is the share of the customers who bought in three months running.
func repeatCustomers(all []purchase) float64 {
	months := map[string]map[int]bool{}
	for _, p := range all {
		if months[p.customer] == nil {
			months[p.customer] = map[int]bool{}
		}
		m := monthOf(p.date)
		months[p.customer][m[0]*12+m[1]] = true
	}
	repeat := 0
	for _, bought := range months {
		for m := range bought {
			if bought[m+1] && bought[m+2] {
				repeat++
				break
			}
		}
	}
	return float64(repeat) / float64(len(months))
}

// medianMonth is the median of what a customer spent in a month with a purchase above 0.
func medianMonth(all []purchase) float64 {
	type customerMonth struct {
		customer string
		month    [2]int
	}
	spent := map[customerMonth]int{}
	for _, p := range all {
		spent[customerMonth{p.customer, monthOf(p.date)}] += p.cents
	}
	sums := slices.Sorted(maps.Values(spent))
	sums = slices.DeleteFunc(sums, func(cents int) bool { return cents == 0 })
	n := len(sums)
	return float64(sums[(n-1)/2]+sums[n/2]) / 2
}

// meanMonths is the mean time from the first purchase above 0 to the last purchase, or to the last
// day for those who bought within the 60 days before it.
func meanMonths(all []purchase, end cell.Day) float64 {
	from, last := map[string]cell.Day{}, map[string]cell.Day{}
	for _, p := range all {
		if d, seen := from[p.customer]; p.cents > 0 && (!seen || p.date < d) {
			from[p.customer] = p.date
		}
		last[p.customer] = max(last[p.customer], p.date)
	}
	days := 0
	for id, start := range from {
		to := last[id]
		if end-to <= 60 {
			to = end
		}
		days += int(to-start) + 1
	}
	return float64(days) / 30.4375 / float64(len(from))
}
