package catalog

var satisfactionLocalBusiness = satisfaction(respondents{
	ID:  "satisfaction_local_business",
	Key: "local_business",
	JA:  "地域事業者",
	EN:  "local businesses",
})
