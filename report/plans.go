package report

import (
	"pilot90/kpi/catalog"
	"pilot90/report/block"
	"pilot90/report/plan"
)

// vocabulary is what a plan can name: the kinds of block and the figures that there are.
func vocabulary() *plan.Vocabulary {
	return &plan.Vocabulary{Kinds: block.Kinds(), Figures: catalog.All()}
}

// BuiltinPlan returns the plan of an edition that comes with the program. An unknown edition is
// an error that names those there are.
func BuiltinPlan(edition string) (*plan.Plan, error) { return vocabulary().Builtin(edition) }

// ParsePlan reads a plan. The error is a *plan.Error with everything that keeps it from being used.
func ParsePlan(name string, data []byte) (*plan.Plan, error) { return vocabulary().Parse(name, data) }

// CopyPlan returns the plan of a built-in edition as a file that a municipality can change. An
// unknown edition is the error of BuiltinPlan.
func CopyPlan(edition string) ([]byte, error) { return vocabulary().Copy(edition) }
