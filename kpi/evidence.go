package kpi

// Listing returns the window whose figures keep the rows behind them in Rows. It shares everything with w.
func (w *Window) Listing() *Window {
	other := *w
	other.lists = true
	return &other
}

// Bare returns the window whose figures have values and no ranges of what errors may change: those take most of the
// time in a ledger with many. It shares everything with w.
func (w *Window) Bare() *Window {
	other := *w
	other.bare = true
	return &other
}

// Lists reports whether figures over the window keep the rows behind them.
func (w *Window) Lists() bool { return w.lists }

// Evidence returns the rows behind the figure, as they are looked at. They are several times the size of the ledger
// and nearly nobody asks for them, so they are not kept: each call computes the figure anew from the ledger. A figure
// that was disclosed has none.
func (f *Figure) Evidence() []RowUse {
	if f.again == nil {
		return f.Rows
	}
	return f.again()
}

// Unlist takes the rows behind the figure out of it, for good.
func (f *Figure) Unlist() { f.Rows, f.again = nil, nil }

// List adds rows behind the figure, with the notes they have.
func (f *Figure) List(uses ...RowUse) { f.Rows = listed(f.Rows, uses...) }

// rowsOf computes the rows behind a figure: nothing but them is needed of it.
func rowsOf(d Definition, w *Window) []RowUse {
	if !w.Lack(d.Needs, d.Columns).Empty() {
		return nil
	}
	f := d.Compute(w.Listing())
	return withTerms(f.Rows)
}
