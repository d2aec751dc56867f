// Reads the first sheet of a workbook with SheetJS; prints rows and cells.
const XLSX = require("xlsx");

if (process.argv[2] === "--version") {
  console.log("SheetJS", XLSX.version, "on Node", process.version);
} else {
  const book = XLSX.readFile(process.argv[2], { dense: true });
  const sheet = book.Sheets[book.SheetNames[0]];
  let rows = 0;
  let cells = 0;
  for (const row of sheet["!data"] || sheet) {
    if (!row) continue;
    rows++;
    for (const cell of row) if (cell) cells++;
  }
  console.log(rows, cells);
}
