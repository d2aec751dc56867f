package cell

import (
	"strings"
	"unicode/utf8"

	"pilot90/cohort/pattern"
)

// A TableUnit is the unit that a remark gives to the columns of one measure.
type TableUnit struct {
	Measure Measure
	Unit    Unit
}

// The words of remarks that give units, as unitKey writes them.
var (
	remarkMark    = pattern.New(`^(注|備考)?[0-9]?[).:]?`)
	remarkStated  = pattern.New(`^(?:表示|金額|数値|表中の|表の)?単位[はがを]?[:=]?(.+)$`)
	remarkSubject = pattern.New(`^(.+?)(?:の単位|単位)?(?:は|が|:|=)(?:全て|すべて|いずれも|原則)?(?:として)?(.+)$`)
	remarkScale   = pattern.New(`満足|段階|点満点|最高|最も|良い|nps`)
)

// subjects are the ends of what a remark may speak of, by what it measures.
var subjects = map[Measure]*pattern.Pattern{
	TimeMeasure:  pattern.New(`(時間|時間数|工数|所要|稼働)$`),
	MoneyMeasure: pattern.New(`(金額|額|報酬|料金|費用|予算|価格|代金|謝金|謝礼|支払|請求)$`),
	ScoreMeasure: pattern.New(`(満足度|点数|評価|得点|スコア|回答)$`),
}

// RemarkUnits returns the units that a remark beside a table gives to its columns: 単位：千円, （単位：時間、円）,
// ※金額は千円単位, ※時間は60進（1.30＝1時間30分）, ※満足度は1が最高, （税抜）. Of a remark that gives none it
// returns nothing. A unit whose words are not known has the kind UnknownUnit and is to be asked about.
func RemarkUnits(remark string) []TableUnit {
	if len(remark) > 3*maxNoteBytes {
		return nil
	}
	outside, inside := cutBrackets(foldRemark(remark))
	if utf8.RuneCountInString(strings.Trim(outside, "※*")) == 0 && len(inside) == 1 {
		return bracketedRemark(inside[0])
	}
	units := clauseUnits(outside)
	if len(units) == 0 {
		units = quotedUnit(outside, inside)
	}
	if len(units) == 1 && units[0].Unit.Kind == UnknownUnit && len(inside) == 1 {
		if u := UnitOf(units[0].Measure, inside[0]); u.Kind != UnknownUnit {
			units[0].Unit = u
		}
	}
	return units
}

// remarkWritten is a remark that gives the unit in brackets: 時間欄は「時間.分」で記入.
var remarkWritten = pattern.New(`^(.+?)(?:の?[欄列])?(?:は|が|を|:)で(?:記入|入力|表記|記載|表示|書|お願い)`)

// quotedUnit reads such a remark.
func quotedUnit(outside string, inside []string) []TableUnit {
	parts := remarkWritten.FindStringSubmatch(remarkMark.ReplaceAllString(unitKey(outside), ""))
	if parts == nil {
		return nil
	}
	for m := TimeMeasure; m <= ScoreMeasure; m++ {
		for _, note := range inside {
			if u := UnitOf(m, note); subjects[m].MatchString(parts[1]) && native(m, u.Kind) {
				return []TableUnit{{m, u}}
			}
		}
	}
	return nil
}

// foldRemark brings the stops to one form.
func foldRemark(s string) string {
	return strings.NewReplacer("，", "、", "；", "、", ";", "、", "\n", "、").Replace(s)
}

// bracketedRemark reads （単位：円） and, for money only, （千円） and （税抜）.
func bracketedRemark(s string) []TableUnit {
	if units := clauseUnits(s); len(units) > 0 {
		return units
	}
	u := UnitOf(MoneyMeasure, s)
	if native(MoneyMeasure, u.Kind) {
		return []TableUnit{{MoneyMeasure, u}}
	}
	return nil
}

// clauseUnits reads the clauses of a remark. Behind 単位：時間 a bare 円 is a unit too.
func clauseUnits(s string) []TableUnit {
	var units []TableUnit
	listed := false
	for _, clause := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("、。,", r) }) {
		key := unitKey(clause)
		u, stated, ok := clauseUnit(key, listed)
		if !ok { // ※1 時間は分単位
			u, stated, ok = clauseUnit(remarkMark.ReplaceAllString(key, ""), listed)
		}
		if listed = listed || stated; ok {
			units = append(units, u)
		}
	}
	return units
}

// clauseUnit reads one clause, and reports whether the word 単位 begins it.
func clauseUnit(key string, listed bool) (u TableUnit, stated, ok bool) {
	if m := remarkStated.FindStringSubmatch(key); m != nil {
		key, stated = m[1], true
	}
	if u.Measure, u.Unit, ok = subjectUnit(key, stated); ok {
		return u, stated, true
	}
	u.Measure, u.Unit, ok = bareUnitOf(key)
	told := stated || listed || strings.Contains(key, "単位") || remarkScale.MatchString(key)
	return u, stated, ok && told
}

// subjectUnit reads 金額は千円単位. What it says in words that are not known matters only where it speaks of a unit.
func subjectUnit(key string, stated bool) (Measure, Unit, bool) {
	parts := remarkSubject.FindStringSubmatch(key)
	if parts == nil {
		return 0, Unit{}, false
	}
	for m := TimeMeasure; m <= ScoreMeasure; m++ {
		if !subjects[m].MatchString(parts[1]) {
			continue
		}
		u := UnitOf(m, parts[2])
		asked := u.Kind == UnknownUnit && (stated || strings.Contains(key, "単位"))
		return m, u, native(m, u.Kind) || asked
	}
	return 0, Unit{}, false
}

// bareUnitOf returns the unit that the words alone are, and what it measures.
func bareUnitOf(key string) (Measure, Unit, bool) {
	for m := TimeMeasure; m <= CountMeasure; m++ {
		if u := UnitOf(m, key); native(m, u.Kind) && (m != ScoreMeasure || remarkScale.MatchString(key)) {
			return m, u, true
		}
	}
	return 0, Unit{}, false
}

// native reports a kind that is a unit of the measure itself.
func native(m Measure, k UnitKind) bool {
	switch m {
	case TimeMeasure:
		return k >= UnitHours && k <= UnitDays
	case MoneyMeasure:
		return k >= UnitYen && k <= UnitForeign
	case ScoreMeasure:
		return k >= UnitScale
	}
	return k == UnitCount || k == UnitShare
}
