// Package schema says what a ledger is: its tables, their columns with the headings, units and words under which
// hubs keep them, and what each cell holds.
//
// The one idea: this is the one description of the input. Reader, template, messages and the printed dictionary
// follow from it, so that a heading, a word or a column is added here and nowhere else (a column also needs its
// field in package record). The package reads nothing.
package schema
