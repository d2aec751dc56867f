package setting

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/sheet/delimited"
	"pilot90/cohort/tomlplace"
)

// Read reads a pilot.toml. Whatever is wrong in it is a finding with line and column, and
// the default holds in its place; file is the name that findings give.
func Read(file string, data []byte) (*Pilot, []finding.Finding) {
	p := Default()
	p.source = file
	if !utf8.Valid(data) {
		return p, []finding.Finding{notUTF8(file)}
	}
	doc := strings.TrimPrefix(string(data), "\ufeff")
	var values map[string]any
	if err := tomlplace.Decode(doc, &values); err != nil {
		return p, []finding.Finding{syntaxFinding(file, err)}
	}
	p.positions = keyPositions(doc)
	r := &tomlReader{file: file, positions: p.positions}
	root := &section{tomlReader: r, values: values}
	root.program(&p.Program)
	root.period(&p.Period)
	root.cycle(&p.Cycle)
	root.rule(&p.TenRule)
	root.settings(&p.Settings)
	root.privacy(&p.Privacy)
	root.alliance(&p.Alliance)
	p.Thresholds.fit(p.Cycle)
	root.thresholds(&p.Thresholds)
	root.targets(p)
	root.ledger(p)
	root.cohorts(p)
	root.words(p)
	for _, t := range root.list("table") {
		if pin, ok := t.pin(); ok {
			p.Pins = append(p.Pins, pin)
		}
	}
	for _, g := range root.list("grant") {
		p.Grants = append(p.Grants, g.grant())
	}
	for _, s := range root.list("scale") {
		p.Scales = append(p.Scales, s.scale())
	}
	for _, w := range root.list("minimum_wage") {
		if wage, ok := w.wage(); ok {
			p.Wages = append(p.Wages, wage)
		}
	}
	root.done()
	return p, r.findings
}

// ledger reads which files there are and how they are written.
func (s *section) ledger(p *Pilot) {
	ledger := s.sub("ledger")
	if files := ledger.globs("files"); len(files) > 0 {
		p.Files = files
	}
	ledger.str("encoding", &p.Encoding)
	if !delimited.KnownEncoding(p.Encoding) {
		ledger.wrong("encoding", p.Encoding, "utf-8、utf-16、cp932 のどれか", "one of utf-8, utf-16 and cp932")
		p.Encoding = ""
	}
	p.Begins = ledger.day("begins")
	zone := ""
	if ledger.str("timezone", &zone); zone != "" {
		ok := false
		if p.Zone, ok = cell.ParseZone(zone); !ok {
			p.Zone = cell.Tokyo
			ledger.wrong("timezone", zone, "Asia/Tokyo や +09:00 のような時間帯（夏時間のあるものは除く）",
				"a zone without summer time, such as Asia/Tokyo or +09:00")
		}
	}
	ledger.done()
}

// cohorts reads [cohort."第1期"] start.
func (s *section) cohorts(p *Pilot) {
	all := s.sub("cohort")
	for _, name := range slices.Sorted(maps.Keys(all.values)) {
		t := all.sub(name)
		if day := t.day("start"); day != nil {
			p.Cohorts = append(p.Cohorts, CohortStart{Name: name, Start: *day, Key: join(t.path, "start")})
		}
		t.done()
	}
}

// notUTF8 is the P101 of a file saved in the encoding of an older editor.
func notUTF8(file string) finding.Finding {
	return finding.Finding{
		Code: codeSyntax, Severity: finding.Error, Place: finding.Place{File: file},
		Message: lang.Say("文字コードが UTF-8 ではないため、設定を読めません。", "The file is not in UTF-8; the settings were not read."),
		Fix: lang.Say("メモ帳などで開き、「名前を付けて保存」で文字コードに UTF-8 を選んで保存し直してください。",
			"Open it in an editor and save it again with the encoding UTF-8."),
	}
}

// syntaxFinding is the P101 of a document that is not TOML.
func syntaxFinding(file string, err error) finding.Finding {
	var at position
	reason := lang.Say("", err.Error())
	if e, ok := errors.AsType[toml.ParseError](err); ok {
		at = position{e.Position.Line, max(e.Position.Col, 1)}
		reason = tomlReason(cmp.Or(e.Message, strings.TrimPrefix(e.Error(), "toml: ")))
	}
	if e, ok := errors.AsType[*tomlplace.TooMuch](err); ok {
		return placeInTOML(file, position{e.Line, e.Col}, finding.Finding{
			Code: codeSyntax, Severity: finding.Error,
			Message: lang.Sayf("設定を読めません：%[1]s。", "The settings were not read: %[2]s.", e.Why.JA, e.Why.EN),
			Fix: lang.Say("設定のファイルかどうか、その行のあたりの . や [ の数を確かめてください。",
				"See whether it is a file of settings, and how many . or [ there are near that line."),
		})
	}
	return placeInTOML(file, at, finding.Finding{
		Code: codeSyntax, Severity: finding.Error,
		Message: lang.Sayf("TOML の書き方に誤りがあり、設定を読めません%[1]s。", "This is not valid TOML; the settings were not read (%[2]s).",
			reason.JA, reason.EN),
		Fix: lang.Say("その行のあたりで、\" の閉じ忘れ、全角の記号、= や ] の抜けがないか確かめてください。",
			"Near that line, look for a missing quote, a full-width sign, a missing = or ]."),
	})
}

func (s *section) program(p *Program) {
	t := s.sub("program")
	t.str("name", &p.Name)
	t.str("municipality", &p.Municipality)
	t.str("prefecture", &p.Prefecture)
	t.code("code", &p.Code)
	t.whole("population", &p.Population, 0, maxPopulation)
	t.oneOf("model", &p.Model, "", "regional_bpo", "industry_digital", "education")
	t.str("department", &p.Department)
	t.str("contact", &p.Contact)
	t.str("document_number", &p.DocumentNumber)
	t.str("logo", &p.Logo)
	t.yes("share_practice", &p.SharePractice)
	t.done()
}

// code reads a municipality's code, which may be written as a number.
func (s *section) code(key string, to *string) {
	if n, ok := s.values[key].(int64); ok {
		s.known = append(s.known, key)
		*to = fmt.Sprintf("%05d", n)
		return
	}
	s.str(key, to)
}

func (s *section) period(p *Period) {
	t := s.sub("period")
	p.AsOf, p.From, p.To = t.day("as_of"), t.day("from"), t.day("to")
	if v, ok := t.get("fiscal_year"); ok {
		year, isYear := ReadFiscalYear(toText(v))
		switch {
		case !isYear:
			t.wrong("fiscal_year", v, "2025 や「令和7年度」のような年度", "a fiscal year such as 2025")
		case p.From != nil || p.To != nil:
			t.inconsistent("fiscal_year", "fiscal_year と from・to の両方が書かれています。", "Both fiscal_year and from or to are given.",
				"どちらか一方だけを書いてください。", "Keep one of them.")
		default:
			from, to := fiscalYear(year)
			p.From, p.To = &from, &to
		}
	}
	switch {
	case p.From != nil && p.To != nil && *p.From > *p.To:
		t.inconsistent("from", "期間の始まりが終わりより後です。", "The period begins after its end.", "from と to を確かめてください。",
			"Check from and to.")
		p.From, p.To = nil, nil
	case p.From != nil && p.AsOf != nil && *p.From > *p.AsOf:
		t.inconsistent("as_of", "基準日が期間の始まりより前です。", "The as-of date lies before the period.", "as_of と期間を確かめてください。",
			"Check as_of and the period.")
		p.From, p.To = nil, nil
	}
	t.done()
}

// inconsistent reports a P106.
func (s *section) inconsistent(key, ja, en, fixJA, fixEN string) {
	s.report(codePeriod, join(s.path, key), nil, lang.Say(ja, en), lang.Say(fixJA, fixEN))
}

func toText(v any) string { return fmt.Sprint(v) }

// The most that settings may say, so that a slip of the finger cannot make the figures walk
// over millions of days.
const (
	maxPhaseDays  = 366     // a phase of the cycle
	maxWindowDays = 3660    // ten years
	maxCount      = 100_000 // candidates, hours, projects of the 10-10-10 rule
	maxPopulation = 200_000_000
)

func (s *section) cycle(c *Cycle) {
	t := s.sub("cycle")
	t.whole("training", &c.Training, 1, maxPhaseDays)
	t.whole("ojt", &c.OJT, 1, maxPhaseDays)
	t.whole("retention", &c.Retention, 1, maxPhaseDays)
	t.done()
}

func (s *section) rule(r *TenRule) {
	t := s.sub("rule")
	t.oneOf("hours_basis", &r.HoursBasis, "project", "person", "total")
	t.whole("candidates", &r.Candidates, 1, maxCount)
	t.positive("hours", &r.Hours, maxCount)
	t.whole("projects", &r.Projects, 1, maxCount)
	t.done()
}

// positive reads a number above 0 and not above most.
func (s *section) positive(key string, to *float64, most float64) {
	before := *to
	if s.number(key, to) && (*to <= 0 || *to > most) {
		s.wrong(key, *to, fmt.Sprintf("0より大きい%.0f以下の数", most), fmt.Sprintf("a number above 0 and at most %.0f", most))
		*to = before
	}
}

func (s *section) settings(to *Windows) {
	t := s.sub("settings")
	t.whole("inactive_after_days", &to.InactiveAfterDays, 1, maxWindowDays)
	t.whole("active_window_days", &to.ActiveWindowDays, 1, maxWindowDays)
	t.moved("public_k", "[privacy] k = { public = 5 }")
	t.whole("publication_days", &to.PublicationDays, 1, maxWindowDays)
	t.whole("renewal_gap_days", &to.RenewalGapDays, 0, maxWindowDays)
	renewals := "joined"
	t.oneOf("renewals", &renewals, "joined", "separate")
	to.SeparateRenewals = renewals == "separate"
	t.done()
}

func (s *section) thresholds(to *Thresholds) {
	t := s.sub("thresholds")
	t.within("ojt_transition", &to.OJTTransition, 0, 1)
	t.within("recurring_connection", &to.RecurringConnection, 0, 1)
	t.within("staff_week_hours", &to.StaffWeekHours, 0, 168)
	t.within("accompaniment_budget", &to.AccompanimentBudget, 0, 1)
	t.within("w_check", &to.WCheck, 0, 1)
	t.within("rework", &to.Rework, 0, 1)
	t.whole("training_watch_day", &to.TrainingWatchDay, 1, 3*maxPhaseDays)
	t.whole("training_late_day", &to.TrainingLateDay, 1, 3*maxPhaseDays)
	t.whole("task_watch_day", &to.TaskWatchDay, 1, 3*maxPhaseDays)
	t.whole("task_late_day", &to.TaskLateDay, 1, 3*maxPhaseDays)
	t.whole("income_watch_day", &to.IncomeWatchDay, 1, 3*maxPhaseDays)
	t.whole("income_late_day", &to.IncomeLateDay, 1, 3*maxPhaseDays)
	t.done()
}

// ReadFiscalYear reads 2025, 2025年度, 令和7年度, R7, FY2025; false for anything else.
func ReadFiscalYear(s string) (int, bool) {
	bare := strings.TrimSuffix(strings.TrimPrefix(strings.ToUpper(lang.Compact(s)), "FY"), "度")
	y, _, fault := cell.ReadYear(cell.Value{Kind: cell.Text, Text: bare})
	return y, fault == nil
}
