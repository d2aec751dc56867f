package catalog

var satisfactionWorker = satisfaction(respondents{
	ID:  "satisfaction_worker",
	Key: "worker",
	JA:  "ワーカー",
	EN:  "workers",
})
