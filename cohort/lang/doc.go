// Package lang turns what pilot90 says into both its languages, and the words that people type into the
// forms in which they are compared.
//
// The one idea: there is one of each. A message is spelt one way, words are folded one way for each purpose,
// and "did you mean" is one function, so that two commands never disagree about them. The package knows
// nothing of cells, findings or reports.
package lang
