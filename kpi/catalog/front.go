package catalog

// fronts are the figures that papers of a model show before the three main ones; those of regional_bpo are among these.
var fronts = map[string][]string{
	"industry_digital": {MetricPrefix + frontMetrics[0], MetricPrefix + frontMetrics[1], "satisfaction_local_business"},
	"education":        {"student_participation_ratio", "local_retention_ratio", "satisfaction_host"},
}

// Front are the ids of the figures that papers of a model show before the three main ones; none for a model whose
// papers begin with those.
func Front(model string) []string { return fronts[model] }
