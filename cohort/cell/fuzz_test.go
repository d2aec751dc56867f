package cell

import (
	"math"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pilot90/cohort/lang"
)

// seeds are texts of every kind; each reader is tried on all of them.
var seeds = []string{
	"", " ", "2025-04-01", "2025/4/1", "20250401", "令和7年4月1日", "令和元年5月1日", "R070401", "㋿7.4.1", "平成40年1月1日", "昭和64年1月8日",
	"2025/4/1(火) 10:30", "2025年(令和7年)4月1日", "二〇二五年四月八日", "平成12年2月晦日", "4/1", "2O25/4/1", "April 1, 2025",
	"1,234", "１，２３４", "¥1,234", "3千円", "2万3千円", "1.5万", "△300", "(300)", "1.2E+3", "50%", "1,23,4", "三千円", "1O0", "1e999",
	"2万3", "1.5", "1:30", "1時間30分", "90分", "1h30m", "1時間半", "30:15", "午後3時", "9:00〜10:30", "○", "×", "ー", "✔️", "0012",
	"Ｗ－００１",
	"Wー001", "定期", "ﾘﾃｲﾅｰ", "スポト", "子育て、介護", "髙橋 﨑〜", "か\u3099", "昭和60年", "S60", "1985", "#N/A",
	"\xff\xfe", "\u200b", "½", "10²", "①",
	"9時半", "0930", "翌1:30", "25:30", "午後12時", "9:00～12:00、13:00～15:00", "22:00-1:30", "0.395833333", "45784.9479",
	"2025/5/8 9:00-12:00",
	"2025-03-31T15:00:00.000Z", "2025-03-31 15:00:00-05:00", "Mon Mar 31 2025 15:00:00 GMT+0900 (日本標準時)", "45784.0",
	"PT1H30M",
	"1（木）", "5/1(木)", "R7.8月分", "令和7年度 8月", "Aug-25", "勤務表_202508", "2.02504E+11", "P01、P02", "青木と井上", "上田栞 (0123)",
	"㈱信濃精機",
	"時間（60進）", "※時間は60進（1.30＝1時間30分）", "単位：千円", "満足度（1:とても満足〜5:とても不満）", "1コマ＝90分", "15分単位",
}

// checkShape checks what holds of every result: never both a note and a fault, all texts in
// both languages, at most five suggestions, nothing that breaks a line.
func checkShape(t *testing.T, s string, n *Note, f *Fault) {
	t.Helper()
	var texts []lang.Text
	if n != nil {
		texts = append(texts, n.Text, n.Why)
	}
	if f != nil {
		texts = append(texts, f.Message, f.Expected, f.Fix)
		if n != nil || len(f.Suggest) > MaxSuggestions || !strings.HasPrefix(f.Code, "C1") {
			t.Errorf("%q: %+v %+v", s, n, f)
		}
	}
	for _, text := range texts {
		if text.JA == "" || text.EN == "" || !utf8.ValidString(text.JA+text.EN) ||
			strings.ContainsAny(text.JA+text.EN, "\n\r\x00") {
			t.Errorf("%q: text %+q", s, text)
		}
	}
}

// same checks that white space around a text changes nothing.
func same[T comparable](t *testing.T, s string, read func(Value) (T, *Note, *Fault)) (T, *Note, *Fault) {
	t.Helper()
	got, n, f := read(text(s))
	checkShape(t, s, n, f)
	if len(s) < maxScalarBytes-10 {
		padded, pn, pf := read(text(" " + s + "　\n"))
		if padded != got || (pn == nil) != (n == nil) || (pf == nil) != (f == nil) || f != nil && f.Code != pf.Code {
			t.Errorf("%q: %s, with spaces %s", s, outcome(got, n, f), outcome(padded, pn, pf))
		}
	}
	return got, n, f
}

// again checks that the canonical form of a value reads back as the value, without a note.
func again[T comparable](t *testing.T, s string, want T, canonical string, read func(Value) (T, *Note, *Fault)) {
	t.Helper()
	if got, n, f := read(text(canonical)); got != want || n != nil || f != nil {
		t.Errorf("%q was read as %v; %q reads as %s", s, want, canonical, outcome(got, n, f))
	}
}

func FuzzReadDate(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, s string) {
		d, _, fault := same(t, s, ReadDate)
		if fault != nil {
			return
		}
		if d < MinDay || d > MaxDay {
			t.Errorf("%q = %v", s, d)
		}
		again(t, s, d, d.String(), ReadDate)
		if back, _, fault := ReadDate(text(d.EraString(lang.JA))); fault != nil || back != d {
			t.Errorf("%v: %s reads as %v", d, d.EraString(lang.JA), back)
		}
	})
}

func FuzzReadNumber(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, s string) {
		read := func(v Value) (float64, *Note, *Fault) { return ReadNumber(v, Any) }
		n, _, fault := same(t, s, read)
		if fault == nil {
			if math.IsNaN(n) || math.IsInf(n, 0) || math.Signbit(n) && n == 0 {
				t.Errorf("%q = %v", s, n)
			}
			again(t, s, n, formatNumber(n), read)
		}
		yen, _, fault := same(t, s, func(v Value) (float64, *Note, *Fault) { return ReadYen(v, NonNegative) })
		if fault == nil && (yen != n || yen < 0) {
			t.Errorf("%q = %v yen, %v", s, yen, n)
		}
	})
}

func FuzzReadHours(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, s string) {
		read := func(v Value) (float64, *Note, *Fault) { return ReadHours(v, NonNegative) }
		h, _, fault := same(t, s, read)
		if fault == nil {
			if !(h >= 0) || math.IsInf(h, 0) {
				t.Errorf("%q = %v", s, h)
			}
			again(t, s, h, formatNumber(h), read)
		}
	})
}

func FuzzReadYear(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, s string) {
		y, _, fault := same(t, s, ReadYear)
		if fault == nil {
			if y < MinYear || y > MaxYear {
				t.Errorf("%q = %d", s, y)
			}
			again(t, s, y, formatNumber(float64(y)), ReadYear)
		}
	})
}

func FuzzReadID(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, s string) {
		id, _, fault := same(t, s, ReadID)
		if fault == nil {
			if n := utf8.RuneCountInString(id); n < 1 || n > MaxIDRunes {
				t.Errorf("%q = %q", s, id)
			}
			again(t, s, id, id, ReadID)
		}
	})
}

func FuzzReadWords(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, s string) {
		same(t, s, ReadBool)
		key, _, fault := same(t, s, func(v Value) (string, *Note, *Fault) { return ReadChoice(v, kinds) })
		keys, n, listFault := ReadList(text(s), kinds)
		checkShape(t, s, n, listFault)
		if fault == nil && !slices.Equal(keys, []string{key}) {
			t.Errorf("%q: choice %q, list %q", s, key, keys)
		}
		back, n, listFault := ReadList(text(strings.Join(keys, "、")), kinds)
		if !slices.Equal(keys, back) || n != nil || listFault != nil {
			t.Errorf("%q: %q reads back as %q", s, keys, back)
		}
	})
}

func FuzzReadText(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, s string) {
		clean, n, fault := ReadText(text(s))
		checkShape(t, s, n, fault)
		if fault != nil || !utf8.ValidString(clean) {
			t.Errorf("%q = %q %+v", s, clean, fault)
		}
		again(t, s, clean, clean, ReadText)
	})
}

// FuzzStored tries stored numbers of every format on every reader.
func FuzzStored(f *testing.F) {
	for _, n := range []float64{0, 1, 60, 0.0625, 1.5, 1985, 45748, 45748.4375, 70401, 20250401, -1, 1e15, 1e300,
		math.Inf(1), math.NaN(), math.SmallestNonzeroFloat64} {
		for format := range uint8(3) {
			f.Add(n, format, false)
			f.Add(n, format, true)
		}
	}
	f.Fuzz(func(t *testing.T, n float64, format uint8, epoch1904 bool) {
		v := Value{Kind: Number, Format: Format(format % 3), Text: formatNumber(n), Number: n, Epoch1904: epoch1904}
		d, note, fault := ReadDate(v)
		checkShape(t, v.Text, note, fault)
		if fault == nil && (d < MinDay || d > MaxDay) {
			t.Errorf("%+v = %v", v, d)
		}
		x, note, fault := ReadNumber(v, Any)
		checkShape(t, v.Text, note, fault)
		if fault == nil && (x != n || v.Format != Plain) {
			t.Errorf("%+v = %v", v, x)
		}
		h, note, fault := ReadHours(v, NonNegative)
		checkShape(t, v.Text, note, fault)
		if fault == nil && (!(h >= 0) || math.IsInf(h, 0) || v.Format == Date) {
			t.Errorf("%+v = %v", v, h)
		}
		y, note, fault := ReadYear(v)
		checkShape(t, v.Text, note, fault)
		if fault == nil && (y < MinYear || y > MaxYear) {
			t.Errorf("%+v = %v", v, y)
		}
		_, note, fault = ReadBool(v)
		checkShape(t, v.Text, note, fault)
		_, note, fault = ReadID(v)
		checkShape(t, v.Text, note, fault)
		checkStoredTimes(t, v)
	})
}

func addSeeds(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
}
