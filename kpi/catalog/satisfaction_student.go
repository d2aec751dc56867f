package catalog

var satisfactionStudent = satisfaction(respondents{
	ID:  "satisfaction_student",
	Key: "student",
	JA:  "学生",
	EN:  "students",
})
