package ods

import "pilot90/cohort/lang"

var (
	removePassword = lang.Text{
		JA: "LibreOfficeで開き、「名前を付けて保存」でパスワードを付けずに保存し直してください。",
		EN: "Open it in LibreOffice and save it again without a password (Save As).",
	}
	saveAgain = lang.Text{
		JA: "LibreOfficeかExcelで開けるか確かめ、開けたら「名前を付けて保存」で『ODF 表計算ドキュメント (.ods)』か" +
			"『Excelブック (*.xlsx)』として保存し直してください。開けないときは、元のファイルをもう一度コピーしてください。",
		EN: "Check that LibreOffice or Excel opens it; if so, use Save As and choose \"ODF Spreadsheet (.ods)\" or " +
			"\"Excel Workbook (*.xlsx)\". If not, copy the original file again.",
	}
	saveAsSpreadsheet = lang.Text{
		JA: "LibreOfficeかExcelで開き、ファイルの種類を『ODF 表計算ドキュメント (.ods)』か『Excelブック (*.xlsx)』にして保存し直してください。",
		EN: "Open it in LibreOffice or Excel and save it as \"ODF Spreadsheet (.ods)\" or \"Excel Workbook (*.xlsx)\".",
	}
)
