package catalog

var satisfactionClient = satisfaction(respondents{
	ID:  "satisfaction_client",
	Key: "client",
	JA:  "発注者",
	EN:  "clients",
})
