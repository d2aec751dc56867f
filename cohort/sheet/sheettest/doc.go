// Package sheettest makes spreadsheet files for tests out of the XML of their parts, and finds the folder of real
// workbooks beside the repository. It reads nothing and is imported by tests only.
package sheettest
