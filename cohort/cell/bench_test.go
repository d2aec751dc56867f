package cell

import "testing"

// The forms that fill a ledger must not allocate, since a ledger may have millions of cells.
func TestCommonFormsDoNotAllocate(t *testing.T) {
	read := map[string]func(){
		"serial":     func() { _, _, _ = ReadDate(dateCell1) },
		"ISO text":   func() { _, _, _ = ReadDate(text("2025-04-01")) },
		"slashes":    func() { _, _, _ = ReadDate(text("2025/4/1")) },
		"number":     func() { _, _, _ = ReadYen(number1, NonNegative) },
		"digits":     func() { _, _, _ = ReadYen(text("12000"), NonNegative) },
		"excel time": func() { _, _, _ = ReadHours(time1, NonNegative) },
		"hours":      func() { _, _, _ = ReadHours(text("1.5"), NonNegative) },
		"1:30":       func() { _, _, _ = ReadHours(text("1:30"), NonNegative) },
		"clock":      func() { _, _, _ = ReadTimeOfDay(text("9:00"), UnknownUnit, Tokyo) },
		"time cell":  func() { _, _, _ = ReadTimeOfDay(time1, UnknownUnit, Tokyo) },
		"month":      func() { _, _, _ = ReadMonth(dateCell1) },
		"yes":        func() { _, _, _ = ReadBool(text("○")) },
		"id":         func() { _, _, _ = ReadID(text("W-0012")) },
		"choice":     func() { _, _, _ = ReadChoice(text("定期"), kinds) },
	}
	for name, f := range read {
		if n := testing.AllocsPerRun(100, f); n != 0 {
			t.Errorf("%s: %v allocations", name, n)
		}
	}
}

var dateCell1, number1, time1 = dateCell(45748), number(12000), timeCell(0.0625)

func BenchmarkReadDate(b *testing.B) {
	for _, v := range []Value{dateCell1, text("2025-04-01"), text("20250401"), text("令和7年4月1日"), text("R7.4.1"),
		text("２０２５／４／１")} {
		b.Run(v.Text, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				_, _, _ = ReadDate(v)
			}
		})
	}
}

func BenchmarkReadYen(b *testing.B) {
	for _, v := range []Value{number1, text("12000"), text("12,000"), text("1.2万円")} {
		b.Run(v.Text, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				_, _, _ = ReadYen(v, NonNegative)
			}
		})
	}
}

func BenchmarkReadWords(b *testing.B) {
	b.Run("choice", func(b *testing.B) {
		for b.Loop() {
			_, _, _ = ReadChoice(text("定期"), kinds)
		}
	})
	b.Run("synonym", func(b *testing.B) {
		for b.Loop() {
			_, _, _ = ReadChoice(text("スポット"), kinds)
		}
	})
	b.Run("id", func(b *testing.B) {
		for b.Loop() {
			_, _, _ = ReadID(text("W-0012"))
		}
	})
}
