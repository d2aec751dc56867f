// Package delimited turns separated text (.csv, .tsv) into rows of cells, as Excel reads it.
//
// The one idea: the encoding is told from the bytes (UTF-8, UTF-16, UTF-32, CP932) or asked for, and text that fits
// none is a fault that names the line. Fields are pieces of the text itself, without a copy.
package delimited
