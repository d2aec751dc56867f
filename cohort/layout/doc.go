// Package layout turns the grids of a ledger into located tables: which sheet holds which table, below which heading,
// in which columns and with which units; and each row below into its cells in the order of the schema.
//
// The one idea: nothing is taken for a table, a column or a record in silence. A sheet that may be one, a heading that
// resembles one and a row that is left out each have a finding. Names of files and sheets are compared here as well:
// copies, earlier states, examples. The package reads no value of a cell further than to know what stands there.
package layout
