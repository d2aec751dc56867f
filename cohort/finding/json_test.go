package finding

import (
	"bytes"
	"testing"

	"pilot90/cohort/lang"
)

func TestWriteJSON(t *testing.T) {
	plain := Finding{Code: "C314", Severity: Warning, Place: Place{File: "a&b<1>.csv"},
		Message: lang.Text{JA: "<何>", EN: "<what>"}}
	for _, c := range []struct {
		name string
		in   []Finding
		lang lang.Lang
		want string
	}{
		{"clean", nil, lang.JA, `{
  "schema": "pilot90/findings/1",
  "counts": {
    "errors": 0,
    "warnings": 0,
    "infos": 0
  },
  "findings": []
}
`},
		{"one of each", []Finding{example, plain}, lang.JA, `{
  "schema": "pilot90/findings/1",
  "counts": {
    "errors": 1,
    "warnings": 1,
    "infos": 0
  },
  "findings": [
    {
      "code": "C109",
      "severity": "error",
      "file": "台帳.xlsx",
      "sheet": "作業ログ",
      "range": "E17",
      "column": "時間",
      "record": "0004",
      "date": "2025-07-03",
      "value": "二時間ぐらい",
      "message": "「二時間ぐらい」は時間として読めません。",
      "fix": "1.5 や 90分 のように書いてください。",
      "related": [
        {
          "file": "台帳.xlsx",
          "sheet": "作業ログ",
          "range": "A17"
        },
        {
          "file": "台帳.xlsx",
          "sheet": "参加者",
          "range": "A4"
        },
        {
          "file": "7月.csv",
          "sheet": "7月",
          "range": "B2"
        }
      ]
    },
    {
      "code": "C314",
      "severity": "warning",
      "file": "a&b<1>.csv",
      "sheet": "",
      "range": "",
      "column": "",
      "record": "",
      "date": "",
      "value": "",
      "message": "<何>",
      "fix": "",
      "related": []
    }
  ]
}
`},
	} {
		var b bytes.Buffer
		if err := WriteJSON(&b, c.in, c.lang); err != nil {
			t.Fatal(err)
		}
		if b.String() != c.want {
			t.Errorf("%s:\n%s\nwant:\n%s", c.name, b.String(), c.want)
		}
	}
}
