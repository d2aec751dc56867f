package schema

// Key is the stable English name of a table of the schema, the same in TOML, JSON and Go.
type Key string

// The tables of a ledger.
const (
	Participants Key = "participants"
	Trainings    Key = "trainings"
	Clients      Key = "clients"
	Contracts    Key = "contracts"
	Tasks        Key = "tasks"
	Payments     Key = "payments"
	Invoices     Key = "invoices"
	Support      Key = "support"
	Surveys      Key = "surveys"
	Budget       Key = "budget"
	Metrics      Key = "metrics"
	Publications Key = "publications"
)
