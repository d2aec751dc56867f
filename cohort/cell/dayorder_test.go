package cell

import "testing"

// The order is that of the whole column: it takes three dates that tell it, none that tells the other, and no date of
// another form. 03/07/2025 is 7 March or 3 July by the others.
func TestDayOrder(t *testing.T) {
	us, de := []string{"07/13/2025", "07/03/2025", "", "08/25/2025", "09/30/2025"}, []string{"13.07.2025", "25.08.2025",
		"03.07.2025", "30.09.2025"}
	for _, c := range []struct {
		texts []string
		want  DayOrder
	}{
		{us, MonthFirst}, {de, DayFirst},
		{[]string{"07/13/2025 9:00", "07/14/2025 10:00", "07/15/2025 11:00"}, MonthFirst},
		{append([]string{"2025-07-01"}, us...), YearFirst},
		{append([]string{"13/07/2025"}, us...), YearFirst},
		{[]string{"07/01/2025", "07/02/2025", "07/03/2025", "07/04/2025"}, YearFirst},
		{[]string{"07/13/2025", "07/14/2025"}, YearFirst}, // two may be a slip
		{nil, YearFirst},
	} {
		if got := OrderOf(c.texts); got != c.want {
			t.Errorf("OrderOf(%q) = %d, want %d", c.texts, got, c.want)
		}
	}
	text := func(s string) Value { return Value{Kind: Text, Text: s} }
	for order, want := range map[DayOrder]string{MonthFirst: "2025-03-07", DayFirst: "2025-07-03"} {
		d, n, fault := ReadDateOrdered(text("03/07/2025"), Tokyo, order)
		if fault != nil || n == nil || d.String() != want {
			t.Errorf("order %d: %s %v %v, want %s and a note", order, d, n, fault, want)
		}
	}
	if _, _, fault := ReadDateOrdered(text("03/07/2025"), Tokyo, YearFirst); fault == nil {
		t.Error("03/07/2025 was read although nothing tells its order")
	}
	if _, _, fault := ReadDateOrdered(text("02/30/2025"), Tokyo, MonthFirst); fault == nil {
		t.Error("30 February was read")
	}
}
