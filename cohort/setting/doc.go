// Package setting turns pilot.toml into settings that know their line and column: the pilot, its period and clock,
// targets, grants, and the pins that say where a table is.
//
// The one idea: whatever is wrong in the file is a finding at its place, and the documented default holds instead. A
// ledger without the file has all defaults. The package knows no figure and no record, and takes today's date from
// its caller.
package setting
