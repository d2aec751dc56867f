package content

// Band is what has to be done before the paper may be used: Lead is set bold before the Text.
type Band struct{ Lead, Text string }

// Choices are questions that somebody answers on the paper by ticking one of several boxes.
type Choices struct{ Items []Choice }

// Choice is one question: Lead is set bold, Text follows; Warning, when there is one, is why nothing is
// proposed, and Rest what there is to decide.
type Choice struct {
	Lead, Text    string
	Warning, Rest string
	Options       []Option
}

// Option is one answer; the box of a proposed one is filled.
type Option struct {
	Text     string
	Proposed bool
}

// Blanks are boxes for somebody to write into, each with its label and what stands in it already.
type Blanks struct{ Fields []Pair }

func (Band) block()    {}
func (Choices) block() {}
func (Blanks) block()  {}
