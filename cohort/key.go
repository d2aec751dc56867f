package cohort

// Key is the stable English name of a table of the schema, the same in TOML, JSON and Go.
type Key string

// The tables of a ledger.
const (
	ParticipantsKey Key = "participants"
	TrainingsKey    Key = "trainings"
	ClientsKey      Key = "clients"
	ContractsKey    Key = "contracts"
	TasksKey        Key = "tasks"
	SupportKey      Key = "support"
	SurveysKey      Key = "surveys"
	BudgetKey       Key = "budget"
	MetricsKey      Key = "metrics"
	PublicationsKey Key = "publications"
)
