package setting

import (
	"maps"
	"slices"
	"strconv"

	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

// farYears is how many years a table of targets may lie from the period before it is asked about.
const farYears = 10

// targets reads figure ids and their targets; which ids exist is for package kpi to say. Ids with a dot
// (metric.EC売上) may be written as a table or in quotes. [targets] is about the period of pilot.toml,
// [targets.2026] about that fiscal year.
func (s *section) targets(p *Pilot) {
	t := s.sub("targets")
	for _, key := range slices.Sorted(maps.Keys(t.values)) {
		_, isTable := t.values[key].(map[string]any)
		switch year, isYear := ReadFiscalYear(key); {
		case isTable && isYear:
			t.targetsOfYear(key, year, p)
		case isTable && key+"." != metricPrefix:
			t.sub(key)
			t.report(codeTargetsYear, join(t.path, key), key,
				lang.Sayf("[targets.%[1]s] の「%[1]s」は年度ではありません。", "[targets.%[1]s]: “%[1]s” is no fiscal year.", key),
				lang.Say("[targets.2026] や [targets.R8] のように年度を書いてください。", "Write a year, as in [targets.2026] or [targets.R8]."))
		case isTable:
			t.sub(key).collectTargets(key, p.Targets)
		default:
			t.target("", key, p.Targets)
		}
	}
	t.twice(p)
}

// targetsOfYear reads one table of a fiscal year.
func (s *section) targetsOfYear(key string, year int, p *Pilot) {
	t := s.sub(key)
	if _, given := p.YearTargets[year]; given {
		s.report(codeTargetsTwice, t.path, key,
			lang.Sayf("%d年度の目標が2か所に書かれています。", "The targets of fiscal %d are given twice.", year),
			lang.Say("1つの表にまとめてください。", "Put them into one table."))
		return
	}
	first, last := p.Period.years()
	if first > 0 && (year < first-farYears || year > last+farYears) {
		f := s.about(codeTargetsFar, t.path,
			lang.Sayf("[targets.%s] は%d年度の目標ですが、対象期間から%d年以上離れています。",
				"[targets.%s] is about fiscal %d, %d years or more from the period.", key, year, farYears),
			lang.Say("年度の数字を確かめてください。正しければ、このままで構いません。", "Check the year; leave it if it is right."))
		f.Severity = finding.Warning
		s.findings = append(s.findings, f)
	}
	p.YearTargets[year], p.yearKeys[year] = map[string]float64{}, t.path
	t.collectTargets("", p.YearTargets[year])
}

func (s *section) collectTargets(prefix string, to map[string]float64) {
	for _, key := range slices.Sorted(maps.Keys(s.values)) {
		if _, isTable := s.values[key].(map[string]any); isTable {
			s.sub(key).collectTargets(join(prefix, key), to)
			continue
		}
		s.target(prefix, key, to)
	}
}

func (s *section) target(prefix, key string, to map[string]float64) {
	var n float64
	if s.number(key, &n) {
		to[join(prefix, key)] = n
	}
}

// twice reports targets of the period's year in a table of its own as well, where they differ.
func (s *section) twice(p *Pilot) {
	_, year := p.Period.years()
	for _, id := range slices.Sorted(maps.Keys(p.YearTargets[year])) {
		n, both := p.Targets[id]
		if of := p.YearTargets[year][id]; both && n != of {
			s.report(codeTargetsDiffer, join(p.yearKeys[year], id), of,
				lang.Sayf("%[3]s の目標が、[targets] では %[1]s、%[4]d年度の表では %[2]s です。",
					"The target of %[3]s is %[1]s in [targets] and %[2]s in the table of fiscal %[4]d.", lang.Plain(n),
					lang.Plain(of), id, year),
				lang.Say("[targets] は対象期間の年度の目標です。どちらか一方だけを残してください。",
					"[targets] is about the year of the period. Keep one of the two."))
		}
	}
}

// years are the first and the last fiscal year of the period that pilot.toml gives; 0 where it gives none.
func (p Period) years() (first, last int) {
	if p.From == nil && p.To == nil && p.AsOf == nil {
		return 0, 0
	}
	c := NewClock(Asked{}, p)
	return c.From.FiscalYear(), c.End.FiscalYear()
}

// TargetsOf returns the targets for a run: those of the fiscal year in which its period ends, else [targets], if the
// period of pilot.toml (without one, the fiscal year of the as-of date) has that year. Where the run's year has none,
// while [targets] or other years do, missing says so.
func (p *Pilot) TargetsOf(c Clock) (targets map[string]float64, missing lang.Text) {
	year := c.End.FiscalYear()
	if of, given := p.YearTargets[year]; given {
		return of, lang.Text{}
	}
	first, last := p.Period.years()
	if first == 0 {
		first, last = c.AsOf.FiscalYear(), c.AsOf.FiscalYear()
	}
	switch {
	case len(p.Targets) > 0 && first <= year && year <= last:
		return p.Targets, lang.Text{}
	case len(p.Targets)+len(p.YearTargets) == 0:
		return nil, lang.Text{}
	}
	return nil, lang.Sayf("%[1]d年度の目標が pilot.toml にないため、目標と比べていません"+
		"（[targets.%[1]d] に書けます。[targets] は%[2]s年度の目標として読みます）",
		"pilot.toml has no targets for fiscal %[1]d, so there is nothing to compare with (write "+
			"[targets.%[1]d]; [targets] is read as that of fiscal %[2]s)", year, yearSpan(first, last))
}

func yearSpan(first, last int) string {
	if first == last {
		return strconv.Itoa(first)
	}
	return strconv.Itoa(first) + "–" + strconv.Itoa(last)
}

// TargetIDs are the figures that have a target in any year, sorted.
func (p *Pilot) TargetIDs() []string {
	ids := slices.Collect(maps.Keys(p.Targets))
	for _, of := range p.YearTargets {
		ids = slices.AppendSeq(ids, maps.Keys(of))
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}
