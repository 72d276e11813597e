"""Factories for import tests."""

import base64
import csv
import io

import openpyxl

from odoo.tests import TransactionCase


def as_csv(rows, delimiter=",", encoding="utf-8", bom=b"") -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return bom + out.getvalue().encode(encoding)


def as_xlsx(rows) -> bytes:
    workbook = openpyxl.Workbook()
    for row in rows:
        workbook.active.append(row)
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


HEADINGS = ["Company", "Website", "Employees", "Previous employees", "Industry", "City", "State"]
ROWS = [
    [
        "Northpeak Outfitters",
        "https://www.northpeak-outfitters.example",
        "120",
        "60",
        "Outdoor Recreation",
        "Boise",
        "ID",
    ],
    ["Irongate Safety", "irongate-safety.example", "1,200", "900", "Industrial Safety", "Köln", ""],
]


class ImportCase(TransactionCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.Import = cls.env["outbound.import"]
        cls.team = cls.env.ref("outbound_prospecting.crm_team_outbound")

    def upload(self, rows=None, name="companies.csv", content=None, **values):
        """An uploaded list: `rows` under HEADINGS, or any bytes."""
        content = as_csv([HEADINGS, *(ROWS if rows is None else rows)]) if content is None else content
        return self.Import.create({"file": base64.b64encode(content), "file_name": name, **values})

    def rejected(self, record) -> list[tuple]:
        rows = record.rejection_ids.filtered(lambda row: row.kind == "rejected").sorted("line")
        return [(row.line, row.reason) for row in rows]

    def counts(self, record) -> tuple:
        return (record.row_count, record.imported_count, record.duplicate_count, record.rejected_count)
