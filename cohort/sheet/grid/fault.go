package grid

import (
	"context"
	"errors"
	"fmt"

	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

// Codes of the findings of this package. Each one refuses the whole file.
const (
	CodeUnreadable = "C301" // damaged, or its contents contradict each other
	CodeEmpty      = "C302" // nothing in it
	CodeOldExcel   = "C303" // .xls of Excel 95 and before
	CodeOtherKind  = "C304" // image, PDF, web page, ...
	CodeEncrypted  = "C305" // a password is needed
	CodePassword   = "C306" // the password is wrong
	CodeLimit      = "C307" // over one of Limits, or out of time
	CodeEncoding   = "C308" // the text encoding cannot be told, or does not fit
	CodeCutOff     = "C309" // ends in the middle
)

// Fault is the error of a file, a sheet or a cell that cannot be read: a finding on its way
// up. It is never a failure of the computer, which stays an ordinary error.
type Fault struct{ finding.Finding }

// Error returns the English text.
func (f *Fault) Error() string { return f.Code + ": " + f.Message.EN }

// NewFault returns a Fault of severity Error.
func NewFault(code string, message, fix lang.Text) *Fault {
	return &Fault{finding.Finding{Code: code, Severity: finding.Error, Message: message, Fix: fix}}
}

// At says where in the sheet the fault is.
func (f *Fault) At(ref string) *Fault {
	f.Range = ref
	return f
}

// SaveAgain is the advice for a workbook that Excel can probably repair.
var SaveAgain = lang.Text{
	JA: "Excelで開けるか確かめ、開けたら「名前を付けて保存」で『Excelブック (*.xlsx)』として保存し直してください。開けないときは、元のファイルをもう一度コピーしてください。",
	EN: "Check that Excel opens it; if so, use Save As and choose \"Excel Workbook (*.xlsx)\". If not, copy the " +
		"original file again.",
}

// CopyAgain is the advice for a file that ends too early.
var CopyAgain = lang.Text{
	JA: "コピーやダウンロードが途中で終わった可能性があります。元のファイルをもう一度コピーしてください。",
	EN: "The copy or download may have stopped half-way. Copy the original file again.",
}

// Damaged is a C301; what names the part that cannot be read, in both languages.
func Damaged(ja, en string) *Fault {
	return NewFault(CodeUnreadable, lang.Text{
		JA: "ファイルが壊れていて読めません（" + ja + "）。",
		EN: "The file is damaged and cannot be read (" + en + ").",
	}, SaveAgain)
}

// CutOff is a C309.
func CutOff(ja, en string) *Fault {
	return NewFault(CodeCutOff, lang.Text{
		JA: ja + "が途中で切れています。続きの行が失われているため、このファイルは使いません。",
		EN: en + " is cut off. Rows after that point are lost, so the file is not used.",
	}, CopyAgain)
}

// OverLimit is a C307; value and unit say the limit.
func OverLimit(ja, en string, limit int64) *Fault {
	return NewFault(CodeLimit, lang.Text{
		JA: fmt.Sprintf("%sが上限（%d）を超えているため、読み込みを止めました。", ja, limit),
		EN: fmt.Sprintf("%s exceeds the limit (%d), so reading stopped.", en, limit),
	}, lang.Text{
		JA: "使っていない行・列・シート・画像を削除するか、ファイルを分けて保存し直してください。",
		EN: "Delete unused rows, columns, sheets and pictures, or split the file, and save it again.",
	})
}

// OutOfTime is the C307 of a file that was read for too long; limit says how long that is, for
// instance "60秒" and "60 s".
func OutOfTime(limit lang.Text) *Fault {
	return NewFault(CodeLimit, lang.Text{
		JA: "読み込みが制限時間内" + limit.JA + "に終わらなかったため、止めました。",
		EN: "Reading did not finish within the time limit" + limit.EN + " and was stopped.",
	}, lang.Text{
		JA: "使っていない行・列・シートを削除するか、ファイルを分けて保存し直してください。",
		EN: "Delete unused rows, columns and sheets, or split the file, and save it again.",
	})
}

// ContextFault turns a passed deadline into a finding; a cancelled context stays an error.
func ContextFault(ctx context.Context) error {
	err := context.Cause(ctx)
	if errors.Is(err, context.DeadlineExceeded) {
		return OutOfTime(lang.Text{})
	}
	return err
}
