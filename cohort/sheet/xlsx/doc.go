// Package xlsx turns the parts of an Excel workbook (.xlsx, .xlsm) into rows of cells: sheets, shared strings,
// styles, strikethrough.
//
// The one idea: cells in the form nearly all have are read without a look at single tokens, any other one token by
// token, and both give the same. Formulas are not computed; what the file holds as their result counts.
package xlsx
