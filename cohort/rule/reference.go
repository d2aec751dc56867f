package rule

import (
	"strings"
	"unicode/utf8"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

// similar returns the cells of the ids that differ from id only in case, hyphens or leading
// zeros (P-4, p004), and the ids themselves; at most five.
func similar[T any, P record.RecordOf[T]](t *record.Table[T], id string,
	of func(*T) record.Field[string]) (ids []string, places []finding.Place) {
	want := looseID(id)
	for _, r := range t.Every() {
		f := of(r)
		if f.Known && looseID(f.Value) == want && len(ids) < 5 {
			ids = append(ids, f.Value)
			places = append(places, record.PlaceOf(P(r), f))
		}
	}
	return ids, places
}

// looseID drops what people write differently in one id: case, separators, leading zeros, and
// letters that look like digits.
func looseID(id string) string {
	var out strings.Builder
	inNumber := false
	id = strings.ReplaceAll(strings.ToLower(id), "i", "I") // whatever its case, it may look like 1
	for _, r := range lang.LikeDigits(id) {
		if strings.ContainsRune("-_ ./‐－ー", r) {
			inNumber = false
			continue
		}
		if r == '0' && !inNumber {
			continue
		}
		inNumber = '0' <= r && r <= '9'
		out.WriteRune(r)
	}
	return out.String()
}

// named returns the only row whose name is the text, or nil.
func named[T any, P record.RecordOf[T]](t *record.Table[T], text string, name func(*T) record.Field[string]) *T {
	var found *T
	for _, r := range t.Every() {
		if f := name(r); f.Known && record.NameKey(f.Value) == record.NameKey(text) {
			if found != nil {
				return nil
			}
			found = r
		}
	}
	return found
}

// nearest returns the only name of the table that differs from the text by one character, in the form of its kanji or
// of the firm, or that lacks the given name, with its cell; "" when there is none or more than one.
func nearest[T any, P record.RecordOf[T]](t *record.Table[T], text string,
	name func(*T) record.Field[string]) (near string, at finding.Place) {
	key := record.NameKey(text)
	if utf8.RuneCountInString(key) < 2 || utf8.RuneCountInString(key) > longestName {
		return "", at
	}
	for _, r := range t.Every() {
		f := name(r)
		other := record.NameKey(f.Value)
		if !f.Known || utf8.RuneCountInString(other) > longestName || near == f.Value ||
			!strings.HasPrefix(other, key) && !strings.HasPrefix(key, other) && lang.Distance(key, other) > 1 &&
				!cell.NearName(text, f.Value) && !cell.NearClient(text, f.Value) {
			continue
		}
		if near != "" {
			return "", at
		}
		near, at = f.Value, record.PlaceOf(P(r), f)
	}
	return near, at
}

// longestName is how many characters a name may have to be compared with others.
const longestName = 60

// unknownID is the finding of a reference to an id that the table does not have. A name in its
// place is told with the id of its only bearer.
func unknownID[T any, P record.RecordOf[T]](r record.Record, id record.Field[string], t *record.Table[T], of,
	name func(*T) record.Field[string]) finding.Finding {
	sheet := sheetOf(t)
	message := lang.Sayf("「%s」は「%s」シートにありません。", "“%s” is not on the sheet “%s”.", lang.Quote(id.Text), sheet)
	fix := lang.Sayf("番号の書き間違いを直すか、「%s」シートに行を足してください。", "Correct the id, or add its row to the sheet “%s”.", sheet)
	ids, places := similar[T, P](t, id.Value, of)
	if bearer := named[T, P](t, id.Value, name); bearer != nil && len(ids) == 0 {
		own := of(bearer)
		message = lang.Sayf("「%[1]s」は番号ではなく名前です。「%[2]s」シートでは「%[3]s」です。",
			"“%[1]s” is a name, not an id; on the sheet “%[2]s” it is “%[3]s”.", lang.Quote(id.Text), sheet,
			lang.Quote(own.Value))
		fix = lang.Sayf("名前の代わりに番号（「%[1]s」なら「%[2]s」）を書いてください。", "Write the id instead of the name (“%[2]s” for “%[1]s”).",
			lang.Quote(id.Text), lang.Quote(own.Value))
		places = append(places, record.PlaceOf(P(bearer), name(bearer)))
	} else if near, at := nearest[T, P](t, id.Value, name); near != "" && len(ids) == 0 {
		message = lang.Sayf("「%[1]s」は「%[2]s」シートにありません。似た名前に「%[3]s」があります。",
			"“%[1]s” is not on the sheet “%[2]s”. Similar: %[3]s.", lang.Quote(id.Text), sheet, lang.Quote(near))
		fix = lang.Sayf("「%[1]s」のことであれば、そのとおりに書き直してください。ちがうときは、「%[2]s」シートに行を足してください。",
			"If %[1]s is meant, write it exactly so; otherwise add a row to the sheet “%[2]s”.", lang.Quote(near), sheet)
		places = append(places, at)
	} else if len(ids) > 0 {
		list := strings.Join(ids, "、")
		message = lang.Sayf("「%s」は「%s」シートにありません。似た番号に「%s」があります。", "“%s” is not on the sheet “%s”. Similar: %s.",
			lang.Quote(id.Text),
			sheet, list)
		fix = lang.Sayf("「%s」のことであれば、そのとおりに書き直してください（先頭の0も番号の一部です）。",
			"If %s is meant, write it exactly so (leading zeros are part of an id).", list)
	}
	return record.About(r, id, message, fix, places...)
}

// sheetOf names the sheet of a table as the ledger does.
func sheetOf[T any](t *record.Table[T]) string {
	if len(t.Sources) == 0 {
		return ""
	}
	return t.Sources[0].Sheet
}
