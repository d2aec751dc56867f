// Package record turns the rows of located tables into records whose every field knows its cell and the text as typed,
// and links them to each other by the ids and names they hold.
//
// The one idea: the struct of a record names the column of each field in a tag; reading, comparing and listing them
// follow from it and the schema. A value that cannot be read is a finding and stays unknown, never 0. The package does
// not judge what the values of two cells say of each other: that is package rule.
package record
