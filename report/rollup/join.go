package rollup

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"pilot90/cohort"
	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/cohort/setting"
	"pilot90/kpi"
	"pilot90/kpi/catalog"
	"pilot90/kpi/result"
)

// alliances are the ledgers that say that they have participants' ids in common, those of one alliance, day and period
// together; each of two or more. A ledger of a whole hub is not among them: it has its towns' people already.
func alliances(of []Source) [][]Source {
	by := map[string][]Source{}
	var keys []string
	for _, s := range of {
		if s.Alliance == nil || !s.Alliance.SharedIDs || s.OfHub() {
			continue
		}
		key := fmt.Sprint(s.Alliance.Codes, s.AsOf, s.Period)
		if by[key] == nil {
			keys = append(keys, key)
		}
		by[key] = append(by[key], s)
	}
	var all [][]Source
	for _, key := range keys {
		if len(by[key]) > 1 {
			all = append(all, by[key])
		}
	}
	return all
}

// joined computes what the ledgers of an alliance give together, in which a person who is in several is one.
func joined(ctx context.Context, of []Source, o Reading) (s *Submission, from string, err error) {
	if end := of[0].Period.End; end <= of[0].AsOf && o.Years { // a year that is over
		o = o.at(of[0].FiscalYear)
	}
	var paths []string
	for _, s := range of {
		paths = append(paths, s.From)
	}
	from = strings.Join(paths, " + ")
	all, err := cached(paths, o, func() ([]*Submission, error) {
		var ledgers []*cohort.Ledger
		var clock setting.Clock
		for i, path := range paths {
			c, at, err := load(ctx, path, o)
			if err != nil {
				return nil, err
			}
			setApart(c, fmt.Sprintf("%d\x00", i))
			ledgers, clock = append(ledgers, c), at
		}
		w := kpi.NewWindow(joinLedgers(ledgers), clock)
		s, err := Of(w, result.Compute(catalog.All(), w), o.Tool)
		if err != nil {
			return nil, err
		}
		s.Ledgers, s.Towns = len(ledgers), slices.Clone(s.Alliance.Codes)
		return []*Submission{s}, nil
	})
	if err != nil {
		return nil, from, err
	}
	return all[0], from, nil
}

// own are the columns that hold ids which each ledger gives by itself.
var own = []string{"client_id", "contract_id", "renews"}

// setApart gives the files, contracts and clients of a ledger a prefix: those of one name in another are others.
func setApart(c *cohort.Ledger, prefix string) {
	sources := map[*record.Source]bool{}
	tables := reflect.ValueOf(&c.Tables).Elem()
	for i := range tables.NumField() {
		table := tables.Field(i)
		if table.Kind() != reflect.Struct {
			continue
		}
		for _, rows := range []string{"Rows", "Excluded"} {
			for row := range table.FieldByName(rows).Len() {
				prefixOwn(table.FieldByName(rows).Index(row).Elem(), prefix)
			}
		}
		for _, s := range table.FieldByName("Sources").Interface().([]*record.Source) {
			sources[s] = true
		}
	}
	for s := range sources {
		s.File = prefix + s.File
	}
	for i := range c.Findings {
		c.Findings[i].File = prefix + c.Findings[i].File
	}
	c.Index()
}

func prefixOwn(row reflect.Value, prefix string) {
	for i := range row.NumField() {
		f, ok := row.Field(i).Addr().Interface().(*record.Field[string])
		if ok && f.Known && slices.Contains(own, row.Type().Field(i).Tag.Get("column")) {
			f.Value = prefix + f.Value
		}
	}
}

// joinLedgers is one ledger with the records of all, with the settings of the first without what each has of its own:
// targets, grants, inhabitants.
func joinLedgers(all []*cohort.Ledger) *cohort.Ledger {
	pilot := *all[0].Pilot
	pilot.Targets, pilot.YearTargets, pilot.Grants, pilot.Program.Population = nil, nil, nil, 0
	var lines []record.Line
	var found []finding.Finding
	sheet := slices.ContainsFunc(all, func(c *cohort.Ledger) bool { return c.Clients.Present && !c.Clients.Derived })
	persons := map[string]*record.Participant{}
	for _, c := range all {
		if sheet { // clients that contracts alone name stand beside those of the other's sheet
			c.Clients.Derived = false
		}
		c.Participants.Rows = slices.DeleteFunc(slices.Clone(c.Participants.Rows), func(p *record.Participant) bool {
			first := persons[p.ID.Value]
			if first == nil {
				persons[p.ID.Value] = p
				return false
			}
			becomeOne(first, p)
			return true
		})
		lines = append(lines, c.Lines()...)
		found = append(found, c.Findings...)
	}
	return cohort.Mix(&pilot, found, func(key schema.Key) *cohort.Ledger {
		for _, c := range all {
			if c.HasTable(key) {
				return c
			}
		}
		return nil
	}, lines)
}

// becomeOne puts into the row of a participant what the row of the same person in another ledger says more: of first
// days the earlier; what is blank is filled in; who has not left everywhere has not left.
func becomeOne(p, q *record.Participant) {
	both := func(a, b *record.Field[cell.Day]) {
		switch {
		case !a.Known || !b.Known:
			*a = record.Field[cell.Day]{}
		case b.Value > a.Value:
			*a = *b
		}
	}
	earlier := func(a, b *record.Field[cell.Day]) {
		if b.Known && (!a.Known || b.Value < a.Value) {
			*a = *b
		}
	}
	for _, of := range [][2]*record.Field[cell.Day]{{&p.StartDate, &q.StartDate}, {&p.RegisteredDate, &q.RegisteredDate},
		{&p.TrainedDate, &q.TrainedDate}, {&p.NDADate, &q.NDADate}, {&p.SecurityDate, &q.SecurityDate}} {
		earlier(of[0], of[1])
	}
	both(&p.ExitDate, &q.ExitDate)
	both(&p.ClosedDate, &q.ClosedDate)
	to, from := reflect.ValueOf(p).Elem(), reflect.ValueOf(q).Elem()
	for i := range to.NumField() {
		name := to.Type().Field(i).Tag.Get("column")
		known := to.Field(i).Kind() == reflect.Struct && to.Field(i).FieldByName("Known").IsValid()
		if name != "" && name != "exit_date" && name != "closed_date" && known && !to.Field(i).FieldByName("Known").Bool() {
			to.Field(i).Set(from.Field(i))
		}
	}
}
