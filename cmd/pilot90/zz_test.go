package main
import ("testing";"context";"strings";"bytes";"os")
func TestZZ(t *testing.T){ var o,e bytes.Buffer
 os.RemoveAll("/tmp/hos/outz")
 run(context.Background(), []string{"check","/tmp/hos/"+os.Getenv("ZZ"),"--format",os.Getenv("ZF"),"--out","/tmp/hos/outz"},strings.NewReader(""),&o,&e)}
