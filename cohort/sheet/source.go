package sheet

// A Source gives the rows of one sheet in the order of the file. Cells hold until the next call, texts for good.
type Source interface {
	Next() (Row, bool, error) // false after the last row; not called again then, nor after an error
	Ranges() (merges []Range, hidden []Columns)
	Close()
}
