package grid

import "pilot90/cohort/lang"

// What to do with a file of another kind.
var (
	ResaveInExcel = lang.Text{
		JA: "Excelで開き、ファイルの種類を『Excelブック (*.xlsx)』にして保存し直してください。",
		EN: "Open it in Excel and save it as \"Excel Workbook (*.xlsx)\".",
	}
	ResaveInCalc = lang.Text{
		JA: "LibreOfficeで開き、「名前を付けて保存」で『ODF 表計算ドキュメント (.ods)』か『Excel 2007-365 (.xlsx)』として保存し直してください。",
		EN: "Open it in LibreOffice, use Save As and choose \"ODF Spreadsheet (.ods)\" or \"Excel 2007-365 (.xlsx)\".",
	}
	ExportFromNumbers = lang.Text{
		JA: "Numbersで開き、「書き出す」から『Excel』を選んで保存し直してください。",
		EN: "Open it in Numbers and export it as Excel.",
	}
	UseSpreadsheet = lang.Text{
		JA: "台帳の一部でなければ、台帳のフォルダーから外してください。表であれば、Excelブック（.xlsx）かCSVで保存し直してください。",
		EN: "Move it out of the ledger's folder if it is no part of the ledger; a table has to be saved as an Excel " +
			"workbook (.xlsx) or CSV.",
	}
	UnpackFirst = lang.Text{
		JA: "ZIPファイルを展開し、中のExcelブック（.xlsx）かCSVのファイルを指定してください。",
		EN: "Unpack the archive and name the Excel workbook (.xlsx) or CSV file inside.",
	}
	RenameToCSV = lang.Text{
		JA: "Excelで開いて『Excelブック (*.xlsx)』として保存し直すか、ファイル名の最後を .csv に変えてください。",
		EN: "Open it in Excel and save it as \"Excel Workbook (*.xlsx)\", or let its name end in .csv.",
	}
	checkFile = lang.Text{
		JA: "ファイルを取り違えていないか、保存やコピーが最後まで終わっているかを確かめてください。不要なら台帳のフォルダーから外してください。",
		EN: "Check that it is the right file and that saving or copying it was completed; move it out of the ledger's " +
			"folder if it is not needed.",
	}
	CloseInExcel = lang.Text{
		JA: "Excelがブックを開いている間だけ作るファイルです。名前の最初の「~$」を除いたブックを指定してください。",
		EN: "Excel makes this file while a workbook is open. Name the workbook without the leading \"~$\".",
	}
)

// OtherKind is a C304.
func OtherKind(ja, en string, fix lang.Text) *Fault {
	return NewFault(CodeOtherKind, lang.Text{
		JA: "中身が" + ja + "のため、台帳として読めません。",
		EN: "The file is " + en + " and cannot be read as a ledger.",
	}, fix)
}

// OldExcel is the C303 of Excel 95 and before.
func OldExcel() *Fault {
	return NewFault(CodeOldExcel, lang.Text{
		JA: "Excel 95 以前の古い形式（.xls）のため、読めません。",
		EN: "The file is in a format of Excel 95 or before (.xls) and cannot be read.",
	}, ResaveInExcel)
}

// EmptyFile is a C302.
func EmptyFile() *Fault {
	return NewFault(CodeEmpty, lang.Text{JA: "ファイルが空です。", EN: "The file is empty."}, checkFile)
}

// What is said of a file with a password.
var (
	PasswordNeeded = lang.Text{JA: "パスワードで保護されているため、読めません。", EN: "The file is protected by a password."}
	UnlockZip      = lang.Text{
		JA: "ZIPのパスワードを外して保存し直してください。",
		EN: "Remove the password of the archive and save it again.",
	}
)

// NoSheets is the C302 of a workbook without a worksheet.
func NoSheets() *Fault {
	return NewFault(CodeEmpty, lang.Text{JA: "表のシートが1枚もありません。", EN: "There is no worksheet in the file."}, checkFile)
}
