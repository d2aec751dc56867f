package record

import (
	"slices"

	"pilot90/cohort/cell"
	"pilot90/cohort/schema"
)

// dated is the day by which a payment is told from others: that of the payment, else the month.
func (p *Payment) dated() Field[cell.Day] {
	if p.PaidDate.Known {
		return p.PaidDate
	}
	return p.Month
}

// dated is the day by which an invoice is told from others: its own, else the month.
func (v *Invoice) dated() Field[cell.Day] {
	if v.Date.Known {
		return v.Date
	}
	return v.Month
}

// about is whom or what the invoice is for.
func (v *Invoice) about() string {
	if v.ContractID.Known {
		return v.ContractID.Value
	}
	return v.ClientID.Value
}

// Covers is the first day of the month that is paid: the month worked, else that of the payment; false where
// neither is known.
func (p *Payment) Covers() (cell.Day, bool) { return monthOr(p.Month, p.PaidDate) }

// Covers is the first day of the month that is invoiced: as it is stated, else that of the invoice's date; false
// where neither is known.
func (v *Invoice) Covers() (cell.Day, bool) { return monthOr(v.Month, v.Date) }

// monthOr is a month, else that of a day. What stands for a month and cannot be read stands for none.
func monthOr(month, day Field[cell.Day]) (cell.Day, bool) {
	switch {
	case month.Known:
		return month.Value, true
	case day.Known && Blank(month):
		return day.Value.FirstOfMonth(), true
	}
	return 0, false
}

// linkMoney points payments and invoices at the contracts and clients that they name. An invoice that names only a
// client is for the only contract that the client has, or has in that month.
func (all *Tables) linkMoney() {
	register := NewRegister(all)
	for _, p := range all.Payments.Every() {
		register.contract(&p.Contract, &p.ContractID, Field[string]{}, lastDay(p.Covers()))
	}
	for _, v := range all.Invoices.Every() {
		register.client(&v.Client, &v.ClientID)
		register.contract(&v.Contract, &v.ContractID, v.ClientID, lastDay(v.Covers()))
		if v.Contract == nil && Blank(v.ContractID) && v.ClientID.Known {
			v.Contract = register.onlyContract(all.Contracts.Every(), v)
		}
	}
}

// lastDay is the last day of a month, as a field.
func lastDay(month cell.Day, known bool) Field[cell.Day] {
	if !known {
		return Field[cell.Day]{}
	}
	return Field[cell.Day]{Value: month.LastOfMonth(), Known: true}
}

// onlyContract returns the only contract of the client that an invoice names, or its only one with a day in the
// month of the invoice; nil for none or several.
func (r *Register) onlyContract(contracts []*Contract, v *Invoice) *Contract {
	found := slices.DeleteFunc(slices.Clone(contracts), func(c *Contract) bool {
		return !r.sameClient(c, v.ClientID.Value)
	})
	if month, known := v.Covers(); known && len(found) > 1 {
		found = slices.DeleteFunc(found, func(c *Contract) bool {
			return c.StartDate.Known && c.StartDate.Value > month.LastOfMonth() ||
				c.EndDate.Known && c.EndDate.Value < month
		})
	}
	if len(found) != 1 {
		return nil
	}
	return found[0]
}

// payByPaid lets the amounts paid of a log stand for the pay that it has no column of.
func (s *Source) payByPaid() {
	if s.Table != schema.Tasks {
		return
	}
	t := schema.ByKey(s.Table)
	pay, paid := &s.columns[t.Index("pay")], &s.columns[t.Index("paid")]
	if pay.present || paid.col == 0 {
		return
	}
	s.paidAs = paid.col
	*pay, *paid = *paid, sourceColumn{}
}

// PaidAsPay returns the column of amounts paid that was read as the pay, of which the log has no column.
func (s *Source) PaidAsPay() (col int, is bool) { return s.paidAs, s.paidAs > 0 }
