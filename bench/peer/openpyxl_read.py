# Reads every row of the first sheet with openpyxl in its streaming mode; prints rows and cells.
import sys
import openpyxl

if sys.argv[1] == "--version":
    print("openpyxl", openpyxl.__version__, "on Python", sys.version.split()[0])
    sys.exit()
book = openpyxl.load_workbook(sys.argv[1], read_only=True, data_only=True)
rows = cells = 0
for row in book.worksheets[0].iter_rows(values_only=True):
    rows += 1
    cells += sum(value is not None for value in row)
print(rows, cells)
