package pack

import "pilot90/cohort/sheet/xml"

// smallPart bounds the parts that tell what a workbook holds; Excel's own stay far under it.
const smallPart = 32 << 20

// ReadSmall calls section for each child of the root of such a part; section goes to its end.
func (p *Pack) ReadSmall(name string, section func(e *xml.Elements) error) error {
	toks, err := p.SmallTokensIn(name, nil)
	if err != nil {
		return err
	}
	defer toks.Close()
	e := &xml.Elements{Tokens: toks}
	if err := toks.Next(&e.Token); err != nil { // the root
		return err
	}
	for {
		if err := toks.Next(&e.Token); err != nil {
			return err
		}
		switch e.Token.Kind {
		case xml.EndPart:
			return nil
		case xml.StartTag:
			if err := section(e); err != nil {
				return err
			}
		}
	}
}
