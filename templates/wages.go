package templates

import _ "embed"

//go:embed tables/minimum_wage.csv
var wages []byte

// Wages returns the table of regional minimum wages: comment lines that begin with "#", then CSV
// with the columns prefecture, from (the day the wage takes effect), yen (an hour) and verify
// (agreed or single: how well the line is confirmed), by prefecture and day.
func Wages() []byte { return wages }
