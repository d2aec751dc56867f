package sheet

import "pilot90/cohort/finding"

// What to do with a file of another kind.
var (
	resaveInExcel = finding.Text{
		JA: "Excelで開き、ファイルの種類を『Excelブック (*.xlsx)』にして保存し直してください。",
		EN: "Open it in Excel and save it as \"Excel Workbook (*.xlsx)\".",
	}
	exportFromNumbers = finding.Text{
		JA: "Numbersで開き、「書き出す」から『Excel』を選んで保存し直してください。",
		EN: "Open it in Numbers and export it as Excel.",
	}
	useSpreadsheet = finding.Text{
		JA: "台帳の一部でなければ、台帳のフォルダーから外してください。表であれば、Excelブック（.xlsx）かCSVで保存し直してください。",
		EN: "Move it out of the ledger's folder if it is no part of the ledger; a table has to be saved as an Excel " +
			"workbook (.xlsx) or CSV.",
	}
	unpackFirst = finding.Text{
		JA: "ZIPファイルを展開し、中のExcelブック（.xlsx）かCSVのファイルを指定してください。",
		EN: "Unpack the archive and name the Excel workbook (.xlsx) or CSV file inside.",
	}
	renameToCSV = finding.Text{
		JA: "Excelで開いて『Excelブック (*.xlsx)』として保存し直すか、ファイル名の最後を .csv に変えてください。",
		EN: "Open it in Excel and save it as \"Excel Workbook (*.xlsx)\", or let its name end in .csv.",
	}
	checkFile = finding.Text{
		JA: "ファイルを取り違えていないか、保存やコピーが最後まで終わっているかを確かめてください。不要なら台帳のフォルダーから外してください。",
		EN: "Check that it is the right file and that saving or copying it was completed; move it out of the ledger's " +
			"folder if it is not needed.",
	}
	closeInExcel = finding.Text{
		JA: "Excelがブックを開いている間だけ作るファイルです。名前の最初の「~$」を除いたブックを指定してください。",
		EN: "Excel makes this file while a workbook is open. Name the workbook without the leading \"~$\".",
	}
)

// otherKind is a C304.
func otherKind(ja, en string, fix finding.Text) *Fault {
	return fault(CodeOtherKind, finding.Text{
		JA: "中身が" + ja + "のため、台帳として読めません。",
		EN: "The file is " + en + " and cannot be read as a ledger.",
	}, fix)
}

// oldExcel is a C303.
func oldExcel() *Fault {
	return fault(CodeOldExcel, finding.Text{
		JA: "古い形式のExcelファイル（.xls）のため、読めません。",
		EN: "The file is in the old Excel format (.xls) and cannot be read.",
	}, resaveInExcel)
}

// emptyFile is a C302.
func emptyFile() *Fault {
	return fault(CodeEmpty, finding.Text{JA: "ファイルが空です。", EN: "The file is empty."}, checkFile)
}

// What is said of a file with a password.
var (
	passwordNeeded = finding.Text{JA: "パスワードで保護されているため、読めません。", EN: "The file is protected by a password."}
	unlockZip      = finding.Text{
		JA: "ZIPのパスワードを外して保存し直してください。",
		EN: "Remove the password of the archive and save it again.",
	}
)

// noSheets is the C302 of a workbook without a worksheet.
func noSheets() *Fault {
	return fault(CodeEmpty, finding.Text{JA: "表のシートが1枚もありません。", EN: "There is no worksheet in the file."}, checkFile)
}
