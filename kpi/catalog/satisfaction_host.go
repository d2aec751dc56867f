package catalog

var satisfactionHost = satisfaction(respondents{
	ID:  "satisfaction_host",
	Key: "host",
	JA:  "受入企業",
	EN:  "host companies",
})
