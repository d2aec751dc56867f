# Reads a workbook or a CSV into a pandas frame; prints rows and cells.
import sys
import pandas

if sys.argv[1] == "--version":
    print("pandas", pandas.__version__, "on Python", sys.version.split()[0])
    sys.exit()
read = pandas.read_csv if sys.argv[1].endswith(".csv") else pandas.read_excel
frame = read(sys.argv[1], header=None)
print(len(frame), frame.count().sum())
