// Package draft is about files that are being written and not yet in their places: their names, what a killed run has
// left of them, and how several of them come into their places together.
//
// The one idea: the name of a draft tells whose it is, so that the next run knows what has been left; and before the
// first of several files is moved, a list of the moves is on the disk, so that the next run ends them or takes them
// back. The package decides nothing about what may be overwritten.
package draft
