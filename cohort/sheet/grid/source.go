package grid

// A Source gives the rows of one sheet in the order of the file. Cells hold until the next call, texts for good.
type Source interface {
	Next() (Row, bool, error) // false after the last row; not called again then, nor after an error
	Ranges() (merges []Range, hidden []Columns)
	Close()
}

// An Opener starts to read the rows of a sheet, whose texts the arena keeps.
type Opener = func(texts *Arena) (Source, error)

// A Part is a sheet of a workbook, found and not yet read.
type Part struct {
	Name   string
	Hidden bool
	Rows   Opener
}

// EachRow calls use for every row until it says no.
func EachRow(src Source, use func(Row) bool) error {
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
