// Package sheet opens a spreadsheet file of any format that can be read, and gives its sheets as grids of cells with
// the addresses Excel shows.
//
// The one idea: the first bytes of a file tell its format, not its name. A file that cannot be read whole gives a
// finding and no Book: never fewer rows in silence. The package knows no column names and reads no meaning into a cell;
// sizes and times are bounded (see grid.Limits).
package sheet
