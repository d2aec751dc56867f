// Package rule turns the records of a ledger into findings about what its cells say of each other, and holds the
// catalogue of every code: title, severity and long text.
//
// The one idea: one rule is one file, with one ledger under testdata/rules that breaks it. A rule sees the records,
// the as-of date and the limits of Run, nothing else. Rows with an error are put apart together with those that
// refer to them. Codes are stable and never used again. RULES.md is written from the catalogue.
package rule
