package kpi

import "pilot90/cohort/setting"

// Asked is a point of the checklist.
type Asked string

// More than training; the hub is not overloaded; nobody works for nothing; quality is checked; confidentiality is
// agreed; results are published.
const (
	PointTraining   Asked = "training_only"
	PointHub        Asked = "hub_overload"
	PointVolunteer  Asked = "volunteer"
	PointQuality    Asked = "quality"
	PointSecurity   Asked = "security"
	PointVisibility Asked = "visibility"
)

// Limit says between what a figure, or a part of it, has to lie for a point of the checklist to hold.
type Limit struct {
	Point Asked
	Part  string                             // "" = the figure's value
	Least bool                               // true: value ≥ Of; false: value ≤ Of
	Of    func(t setting.Thresholds) float64 // nil: 0
	Grave bool                               // no matter of degree: one that fails makes the point fail
	Slack float64                            // let pass beyond Of: 0, but for sums of hours (see Reaches)
}

// One is the limit of a share that must be whole, and of a count of which there must be one.
func One(setting.Thresholds) float64 { return 1 }
