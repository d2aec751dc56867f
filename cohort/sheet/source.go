package sheet

// A Source gives the rows of one sheet in the order of the file. Cells hold until the next call, texts for good.
type Source interface {
	Next() (Row, bool, error) // false after the last row; not called again then, nor after an error
	Ranges() (merges []Range, hidden []Columns)
	Close()
}

// An opener starts to read the rows of a sheet, whose texts the arena keeps.
type opener = func(texts *arena) (Source, error)

// eachRow calls use for every row until it says no.
func eachRow(src Source, use func(Row) bool) error {
	for {
		row, ok, err := src.Next()
		if err != nil {
			return err
		}
		if !ok || !use(row) {
			return nil
		}
	}
}
