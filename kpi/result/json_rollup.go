package result

import (
	"bytes"
	"errors"
	"io"
)

// noMunicipalities is where they stand in the form: a line that begins so is on its first level, for no text has a line
// break in JSON.
const noMunicipalities = "\n  \"municipalities\": []"

// spare is one part in how many that the text of a municipality may be longer than that of the first.
const spare = 8

// writeMunicipalities writes the form of a rollup with one municipality after the other, so that those of a whole
// country are never in memory as one text. The bytes are those of the form written at once.
func writeMunicipalities(out io.Writer, j jsonResult) error {
	without := *j.Rollup
	without.Municipalities = []MunicipalityOf{}
	all := j.Rollup.Municipalities
	j.Rollup = &without
	var form bytes.Buffer
	if err := indented(&form, "").Encode(j); err != nil {
		return err
	}
	before, after, found := bytes.Cut(form.Bytes(), []byte(noMunicipalities))
	if !found {
		return errors.New("the form has no municipalities")
	}
	if _, err := out.Write(append(before, noMunicipalities[:len(noMunicipalities)-1]...)); err != nil {
		return err
	}
	var one bytes.Buffer
	enc := indented(&one, "    ")
	for i := range all {
		one.Reset()
		if err := enc.Encode(&all[i]); err != nil {
			return err
		}
		if memory, ok := out.(*bytes.Buffer); ok && i == 0 { // doubling would take three times the text
			memory.Grow(len(all)*(one.Len()+one.Len()/spare) + len(after))
		}
		lead := ",\n    "
		if i == 0 {
			lead = lead[1:]
		}
		if _, err := io.WriteString(out, lead); err != nil {
			return err
		}
		if _, err := out.Write(bytes.TrimSuffix(one.Bytes(), []byte("\n"))); err != nil {
			return err
		}
	}
	_, err := out.Write(append([]byte("\n  ]"), after...))
	return err
}
