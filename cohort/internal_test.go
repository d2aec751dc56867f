package cohort

// MostKeptRows is mostKeptRows for tests.
const MostKeptRows = mostKeptRows

// Keeps reports whether anything is kept.
func (e *Earlier) Keeps() bool { return len(e.books) > 0 || e.stages != stages{} }
