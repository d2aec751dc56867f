package sheet

// smallPart bounds the parts that tell what a workbook holds; Excel's own stay far under it.
const smallPart = 32 << 20

// readSmall calls section for each child of the root of such a part; section goes to its end.
func (p *pack) readSmall(name string, section func(e *elements) error) error {
	toks, err := p.tokensOf(name, min(smallPart, p.limits.PartBytes))
	if err != nil {
		return err
	}
	defer toks.close()
	e := &elements{toks: toks}
	if err := toks.next(&e.t); err != nil { // the root
		return err
	}
	for {
		if err := toks.next(&e.t); err != nil {
			return err
		}
		switch e.t.kind {
		case endPart:
			return nil
		case startTag:
			if err := section(e); err != nil {
				return err
			}
		}
	}
}
