// Package shape turns a sheet of another shape into rows before tables are looked for in it: a sheet a
// month with the days as numbers, a matrix of persons and days, a date in three columns.
//
// The one idea: the reader below knows rows only, and a shape is turned into rows whose cells keep their
// addresses in the user's sheet, so that nothing below has to know of shapes. A sheet is turned only where
// everything fits: its days, its month, its weekdays. One that fits half is left as it is.
package shape
