// Package grid holds what a spreadsheet file has in memory, whatever its format: books of sheets, rows and cells with
// the addresses Excel shows, merged ranges, hidden parts, and what a number format makes of a number.
//
// The one idea: a Grid keeps what the file holds, where it holds it, and nothing else. Merged ranges, hidden rows and
// columns and hidden sheets are stated, not acted on. What cannot be read, or is more than the Limits allow, is a
// Fault: a finding on its way up. Readers of a format give a Source of rows; the Builder makes a Grid of it.
package grid
