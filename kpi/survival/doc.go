// Package survival turns follow-up times, some of them cut short by the end of
// observation, into a Kaplan–Meier curve and the figures read from it: survival
// at a time, median and other quantiles, restricted mean and number at risk.
// Beside them stand the two small statistics that the other figures need: Wilson's
// interval for a ratio and the type-7 sample quantile.
//
// The one idea: a person still continuing when observation ends is a lower bound,
// not a missing value, and enters the risk set until that day.
//
// Times are plain numbers in one unit of the caller's choice (days, months); the
// results are in the same unit. Two times are tied when they are equal as
// float64, so a caller fits the curve on values computed in one way.
//
// A quantity that the data do not determine (a median that is not reached, the
// error of a curve that has fallen to 0) is NaN, never 0; see Defined. Results do
// not depend on the order of the subjects, to the last bit.
//
// The conventions for ties, flat stretches, the end of the curve and left
// truncation are those of the R package survival 3.5-3, and the tests hold the
// results against its answers. The package compares no groups, has no regression
// and no competing risks, and it knows nothing of contracts, people or ledgers.
package survival
