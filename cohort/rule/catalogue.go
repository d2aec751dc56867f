package rule

import "slices"

// catalogue lists every rule by code; catalogue_test.go holds it against the files of the
// directory.
var catalogue = []Rule{
	ruleC101, ruleC102, ruleC103, ruleC104, ruleC105, ruleC106, ruleC107, ruleC108,
	ruleC109, ruleC110, ruleC111, ruleC112, ruleC113, ruleC114, ruleC115, ruleC116, ruleC117,
	ruleC190, ruleC191, ruleC192, ruleC193,
	ruleC201, ruleC202, ruleC203, ruleC204, ruleC205, ruleC206, ruleC207, ruleC208,
	ruleC209, ruleC210, ruleC211, ruleC212, ruleC213, ruleC214, ruleC215, ruleC216,
	ruleC217, ruleC218, ruleC219, ruleC220, ruleC221, ruleC222, ruleC223, ruleC224,
	ruleC225, ruleC226, ruleC227, ruleC228, ruleC229, ruleC230, ruleC231, ruleC232,
	ruleC233, ruleC234, ruleC235, ruleC236, ruleC237, ruleC238, ruleC239, ruleC240, ruleC241,
	ruleC242, ruleC243, ruleC244, ruleC245, ruleC246, ruleC247, ruleC248,
	ruleC249, ruleC250, ruleC251, ruleC252, ruleC253, ruleC254, ruleC255,
	ruleC256, ruleC257, ruleC258, ruleC259,
	ruleC260, ruleC261, ruleC262, ruleC263, ruleC264, ruleC265, ruleC266, ruleC267, ruleC268, ruleC269,
	ruleC270, ruleC271, ruleC272,
	ruleC301, ruleC302, ruleC303, ruleC304, ruleC305, ruleC306, ruleC307, ruleC308,
	ruleC309, ruleC310, ruleC311, ruleC312, ruleC313, ruleC314, ruleC315, ruleC316,
	ruleC317, ruleC318, ruleC319, ruleC320, ruleC321, ruleC322, ruleC323, ruleC324, ruleC325,
	ruleC326, ruleC327, ruleC328, ruleC329, ruleC330, ruleC331, ruleC332, ruleC333, ruleC334, ruleC335,
	ruleC336, ruleC337, ruleC338, ruleC339, ruleC340, ruleC341, ruleC342, ruleC346, ruleC347, ruleC348,
	ruleP101, ruleP102, ruleP103, ruleP104, ruleP105, ruleP106, ruleP107, ruleP108,
	ruleP109, ruleP110, ruleP111, ruleP112, ruleP113, ruleP114, ruleP190, ruleP191,
}

// All returns the catalogue sorted by code.
func All() []Rule { return slices.Clone(catalogue) }

// ByCode returns the rule of a code such as "C204".
func ByCode(code string) (Rule, bool) {
	i := slices.IndexFunc(catalogue, func(r Rule) bool { return r.Code == code })
	if i < 0 {
		return Rule{}, false
	}
	return catalogue[i], true
}
