// Package xml turns the XML of one part into tokens.
//
// The one idea: a scanner reads what spreadsheet programs write and gives the very same tokens as encoding/xml, many
// times faster; at anything else it steps aside before any token of it. The package knows no element by name.
package xml
