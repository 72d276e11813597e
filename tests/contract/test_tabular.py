"""Files as people have them, made here byte by byte."""

import io
import zipfile

import openpyxl
import pytest
from outbound_prospecting.adapters.table import Limits, Reading, TableError
from outbound_prospecting.adapters.tabular import read_table

LIMITS = Limits(size=1_000_000, rows=1000, columns=100)
TEXT = "Company;City\nMüller;Köln\nBär;Ulm\n"
ROWS = [(1, ["Company", "City"]), (2, ["Müller", "Köln"]), (3, ["Bär", "Ulm"])]


def read(content, **reading):
    return read_table(content if isinstance(content, bytes) else content.encode(), LIMITS, Reading(**reading))


def workbook(*sheets, **titles):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for number, rows in enumerate(sheets):
        sheet = book.create_sheet(f"Sheet {number + 1}")
        for row in rows:
            sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def failure(content, limits=LIMITS, **reading):
    with pytest.raises(TableError) as caught:
        read_table(content if isinstance(content, bytes) else content.encode(), limits, Reading(**reading))
    return caught.value


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "latin-1", "cp1252"]
)
def test_encodings_are_recognised(encoding):
    table = read(TEXT.encode(encoding))
    assert table.lines == ROWS
    assert table.guessed == (encoding in ("latin-1", "cp1252"))


def test_a_person_may_know_the_encoding_better():
    assert read("Firma;Ort\nŁódź;X\n".encode("cp1250"), encoding="cp1250").lines[1] == (2, ["Łódź", "X"])
    assert read(b"\x81\x8d;b\nx;y\n").encoding == "latin-1"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_delimiters_are_recognised(delimiter, newline):
    lines = [["Company", "Note", "N"], ["Acme", "a; b, c", "1,5"], ["Bear", "x", "2,5"]]
    text = newline.join(delimiter.join(f'"{cell}"' for cell in line) for line in lines)
    table = read(text)
    assert table.delimiter == delimiter
    assert [cells for _line, cells in table.lines] == lines


def test_decimal_commas_are_not_separators():
    assert read("Company;Revenue\nA;1,5\nB;2,5\nC;12\n").delimiter == ";"


def test_line_by_which_excel_names_the_separator():
    assert read("sep=|\na|b\n1|2\n").lines == [(2, ["a", "b"]), (3, ["1", "2"])]


def test_one_column_is_a_table_too():
    assert len(read("website\nhttp://a.example/x\nhttp://b.example/y\n").lines) == 3


def test_line_numbers_are_those_of_an_editor():
    table = read('Company,Note\nAcme,"two\nlines"\n\n,\nBear,x\n')
    assert table.lines == [(1, ["Company", "Note"]), (2, ["Acme", "two\nlines"]), (6, ["Bear", "x"])]
    assert table.blank_lines == 2


def test_ragged_rows_stay_as_they_are():
    assert read("a,b,c\n1\n1,2,3,4\n").lines[1:] == [(2, ["1"]), (3, ["1", "2", "3", "4"])]


def test_workbook():
    table = read(
        workbook([], [["Company", "Size", "Growth", "Since"], ["Acme", 1200, 0.5, None], [], ["Bear", 12.5, None, "x"]])
    )
    assert table.kind == "xlsx"
    assert table.sheet == "Sheet 2"
    assert table.lines == [
        (1, ["Company", "Size", "Growth", "Since"]),
        (2, ["Acme", "1200", "0.5"]),
        (4, ["Bear", "12.5", "", "x"]),
    ]


def test_values_of_a_workbook_are_texts_as_shown():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append([0.125, True, 15551234567, "007"])
    sheet["A1"].number_format = "0.0%"
    stream = io.BytesIO()
    book.save(stream)
    assert read(stream.getvalue()).lines == [(1, ["12.5%", "yes", "15551234567", "007"])]


def test_sheet_by_name():
    content = workbook([["a"]], [["b"]])
    assert read(content, sheet="sheet 2 ").lines == [(1, ["b"])]
    error = failure(content, sheet="Prices")
    assert (error.code, error.params["sheets"]) == ("no_sheet", ["Sheet 1", "Sheet 2"])


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\n \r\n\t\n", "empty"),
        (b",,\n,,\n", "empty"),
        (workbook([], []), "empty"),
        (workbook([["a", "b"]])[:-200], "broken_workbook"),
        (b"%PDF-1.7 ...", "not_a_table"),
        (b"<html><table><tr><td>a", "not_a_table"),
        (b"\x89PNG\r\n\x1a\n", "not_a_table"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"Workbook", "old_excel"),
        (b"a,b\n1,\x00\n", "binary"),
        (bytes(range(256)) * 8, "binary"),
        (b"a^b^c\n1^2^3\n4^5^6\n", "delimiter"),
        ('a,b\n1,"open\n2,3\n', "quote"),
        ('a,b\n1,"open" x\n2,3\n', "quote"),
    ],
)
def test_what_is_no_table(content, code):
    assert failure(content).code == code


def test_the_line_is_named():
    assert failure("a,b\n1,2\n3,\x004\n").params == {"line": 3}
    assert failure('a,b\n1,2\n1,"open\n2,3\n').params == {"line": 3}


def test_an_encoding_that_a_person_chose_wrongly():
    error = failure("Firma\nMüller\n".encode("cp1252"), encoding="utf-8")
    assert (error.code, error.params) == ("encoding", {"encoding": "utf-8", "line": 2})
    assert failure("a\n", encoding="no-such").code == "unknown_encoding"


def test_a_single_broken_letter_in_utf8_is_not_read_as_something_else():
    content = ("Företag;Ort\nÅre;Örebro\nÄng;Malmö\n".encode()) + b"Bj\xf6rn;X\n"
    error = failure(content)
    assert (error.code, error.params["line"]) == ("encoding", 4)


def test_a_separator_that_a_person_chose_wrongly():
    error = failure("a;b\n1;2\n", delimiter=",")
    assert (error.code, error.params) == ("delimiter", {"found": ";"})


def test_archives_that_are_no_workbooks():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    assert failure(stream.getvalue()).code == "not_a_table"


def test_limits():
    assert failure("a\n" * 600_000).code == "too_big"
    assert failure("a,b\n" + "1,2\n" * 1001).code == "too_many_rows"
    assert len(read("a,b\n" + "1,2\n" * 1000).lines) == 1001
    error = failure(",".join(["h"] * 101))
    assert (error.code, error.params) == ("too_many_columns", {"count": 101, "limit": 100})
    assert len(read(",".join(["h"] * 100)).lines[0][1]) == 100


def test_a_workbook_that_unpacks_to_too_much_is_not_unpacked():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "")
        archive.writestr("xl/workbook.xml", b"0" * 30_000_000)
    assert len(stream.getvalue()) < LIMITS.size
    assert failure(stream.getvalue()).code == "too_big"


def test_the_real_list(shared_data):
    table = read_table(
        (shared_data / "data" / "companies_inc5000_2019.csv").read_bytes(), Limits(20_000_000, 50_000, 256)
    )
    assert len(table.lines) == 5013
    assert {len(cells) for _line, cells in table.lines} == {14}
