package rule

import (
	"math"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

var ruleC252 = Rule{
	Code: "C252", Severity: finding.Warning,
	Title: lang.Say("請求の合計と案件の金額が1％より違う", "Invoices and price differ by over 1 %"),
	Long: lang.Say(
		"案件に月額か契約額があり、請求もある案件で、請求のある月の合計が案件の金額から計算した額と1％より違います（契約額の案件は、終わってから全体を比べます）。"+
			"売上には請求額を使います。税込と税抜の違い、値上げ、請求のもれや二重でないか確かめてください。",
		"A contract has a price and invoices, and what was invoiced differs by over 1 % from what the price comes to in the "+
			"months invoiced (of a whole amount, once the contract has ended). Revenue is what was invoiced. Look for tax, a "+
			"new price, or an invoice that is missing or there twice.",
	),
	Check: func(all *record.Tables, run Run, report reporter) {
		billed := map[*record.Contract][]*record.Invoice{}
		for _, v := range all.Invoices.Every() {
			if _, known := v.Covers(); known && v.Contract != nil && v.Amount.Known {
				billed[v.Contract] = append(billed[v.Contract], v)
			}
		}
		for _, c := range all.Contracts.Every() {
			invoices := billed[c]
			if len(invoices) == 0 {
				continue
			}
			price, field, known := priceOf(c, invoices, run.AsOf)
			sum := 0.0
			var cells []finding.Place
			for _, v := range invoices {
				sum += v.Amount.Value
				cells = append(cells, record.PlaceOf(v, v.Amount))
			}
			if !known || math.Abs(sum-price) <= price/100 {
				continue
			}
			report(record.About(c, field,
				lang.Sayf("請求の合計は %[1]s円、案件の金額から計算すると %[2]s円です。売上には請求額を使います。",
					"%[1]s yen were invoiced; the price comes to %[2]s yen. Revenue is what was invoiced.", lang.Yen(math.Round(sum)),
					lang.Yen(math.Round(price))),
				lang.Say("税込・税抜の違い、値上げ、請求のもれや二重がないか確かめてください。",
					"Look for tax, a new price, or an invoice that is missing or there twice."), cells...))
		}
	},
}

// priceOf is what the price of a contract comes to where it has invoices: the monthly fee in their months, or the
// whole amount once the contract has ended.
func priceOf(c *record.Contract, invoices []*record.Invoice, asOf cell.Day) (float64, record.Field[float64], bool) {
	if !c.Monthly.Known {
		ended := c.EndDate.Known && c.EndDate.Value <= asOf
		return c.Amount.Value, c.Amount, c.Amount.Known && ended
	}
	months, share := map[cell.Day]bool{}, 0.0
	for _, v := range invoices {
		month, _ := v.Covers()
		if months[month] {
			continue
		}
		months[month] = true
		first, last := month, month.LastOfMonth()
		if c.StartDate.Known && !c.StartSupposed() {
			first = max(first, c.StartDate.Value)
		}
		if c.EndDate.Known {
			last = min(last, c.EndDate.Value)
		}
		share += float64(max(last-first+1, 0)) / float64(month.LastOfMonth()-month+1)
	}
	return float64(c.Monthly.Value * share), c.Monthly, true
}
