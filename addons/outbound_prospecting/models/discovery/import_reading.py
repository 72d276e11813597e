import base64

from odoo import _, fields, models
from odoo.exceptions import UserError

from ...adapters.table import Limits, Reading, Table, TableError
from ...adapters.tabular import read_table
from ...domain.list_headings import REPEATABLE, guess_targets, is_heading_row, unique_headings
from ...domain.list_values import clean, is_blank
from .import_messages import table_message

SAMPLES = 3
# Rows that vote on what a column without a known heading holds.
PROBED = 20
LIMITS = {"size": ("max_mb", 20), "rows": ("max_rows", 50_000), "columns": ("max_columns", 256)}


class OutboundImport(models.Model):
    """Reading the file: what it is, what its columns are called, and what they probably mean."""

    _inherit = "outbound.import"

    def _read_table(self) -> Table:
        """Read the file as it was uploaded.

        :raises UserError: naming the file, what is wrong with it and what to do
        """
        self.ensure_one()
        content = base64.b64decode(self.with_context(bin_size=False).file or b"")
        reading = Reading(encoding=self.encoding or "", delimiter=self.delimiter or "", sheet=self.sheet or "")
        try:
            return read_table(content, self._get_limits(), reading)
        except TableError as error:
            raise UserError(table_message(self.env, error, self.file_name or self.name)) from error

    def _get_limits(self) -> Limits:
        """The largest file accepted, as the system parameters say."""
        values = {name: self._get_parameter(key, default) for name, (key, default) in LIMITS.items()}
        return Limits(size=values["size"] * 1024 * 1024, rows=values["rows"], columns=values["columns"])

    def _get_parameter(self, key: str, default: int) -> int:
        """A whole number from the system parameter `outbound_prospecting.import_<key>`."""
        value = self.env["ir.config_parameter"].sudo().get_param(f"outbound_prospecting.import_{key}") or ""
        return int(value) if value.isdigit() and int(value) else default

    def _get_rows(self, table: Table) -> list[tuple[int, list[str]]]:
        """The companies: all lines but the heading."""
        return table.lines[1:] if self.has_heading else table.lines

    def _read_file(self, find_heading: bool):
        """Read the file, name its columns and guess what they mean; a saved mapping of the same headings wins.

        :param find_heading: decide whether the first row is a heading; else keep what a person said
        :raises UserError: when the file cannot be read, or holds no company
        """
        self.ensure_one()
        table = self._read_table()
        record = self.with_context(outbound_reading=True)
        first, others = table.lines[0][1], [cells for _line, cells in table.lines[1:PROBED]]
        if find_heading:
            record.has_heading = is_heading_row(first, others)
        rows = record._get_rows(table)
        if not rows:
            raise UserError(
                _(
                    "%s holds a heading but no companies. Expected: one company per row below the heading.",
                    self.file_name,
                )
            )
        width = len(first) if self.has_heading else max(len(cells) for _line, cells in rows[:PROBED])
        headings, repeated = unique_headings(first if self.has_heading else [""] * width)
        record.write(
            {
                "state": "mapped",
                "row_count": len(rows),
                "reading": record._describe_reading(table),
                "notice": "\n".join(record._get_notices(table, repeated)) or False,
                "mapping_id": False,
                **record._prepare_unchecked_vals(),
            }
        )
        record._replace_columns(headings, rows)
        if mapping := self.env["outbound.import.mapping"]._find(record):
            record.mapping_id = mapping
            mapping._apply(record)

    def _prepare_unchecked_vals(self) -> dict:
        """No row has met its fate yet."""
        self.rejection_ids.sudo().unlink()
        return {
            "checked": False,
            "position": 0,
            "imported_count": 0,
            "duplicate_count": 0,
            "rejected_count": 0,
            "reason_summary": False,
        }

    def _replace_columns(self, headings: list[str], rows: list[tuple[int, list[str]]]):
        filled = [
            [clean(cells[position]) for _line, cells in rows if position < len(cells) and not is_blank(cells[position])]
            for position in range(len(headings))
        ]
        targets = guess_targets(headings, [values[:PROBED] for values in filled])
        commands = [fields.Command.clear()]
        for position, (heading, values, target) in enumerate(zip(headings, filled, targets, strict=True)):
            commands.append(
                fields.Command.create(
                    {
                        "sequence": position,
                        "heading": heading,
                        "samples": " · ".join(list(dict.fromkeys(value[:60] for value in values))[:SAMPLES]),
                        "filled_count": len(values),
                        "target": target or False,
                    }
                )
            )
        self.column_ids = commands

    def _describe_reading(self, table: Table) -> str:
        if table.kind == "xlsx":
            return _("Excel workbook, sheet %s", table.sheet)
        names = dict(self._fields["encoding"]._description_selection(self.env))
        signs = dict(self._fields["delimiter"]._description_selection(self.env))
        encoding = names.get(
            table.encoding.removesuffix("-sig").removesuffix("-le").removesuffix("-be"), table.encoding
        )
        return _(
            "Text in %(encoding)s, separator: %(separator)s",
            encoding=encoding,
            separator=signs.get(table.delimiter, table.delimiter),
        )

    def _get_notices(self, table: Table, repeated: list[str]) -> list[str]:
        """What a person should look at before importing, one sentence each."""
        notices = []
        extension = (self.file_name or "").rpartition(".")[2].lower()
        if extension in ("csv", "txt", "tsv") and table.kind == "xlsx":
            notices.append(_("The name says text, but the file is an Excel workbook. It was read as one."))
        if extension in ("xlsx", "xlsm", "xls") and table.kind == "csv":
            notices.append(_("The name says Excel, but the file is delimited text. It was read as text."))
        if table.guessed:
            notices.append(
                _("The file does not say its encoding. If the examples below look wrong, choose another encoding.")
            )
        if len(table.sheets) > 1:
            notices.append(
                _("The workbook has %(count)s sheets; %(sheet)s was read.", count=len(table.sheets), sheet=table.sheet)
            )
        if not self.has_heading:
            notices.append(_("The first row looks like a company, not like headings. Say what each column holds."))
        if repeated:
            notices.append(
                _(
                    "More than one column is headed %s. Each has a number now: check which is which.",
                    ", ".join(repeated),
                )
            )
        if table.blank_lines:
            notices.append(_("%s empty rows were left out.", table.blank_lines))
        return notices

    def _check_columns(self):
        """Refuse a choice of columns that cannot be imported.

        :raises UserError: naming the columns and what to choose
        """
        self.ensure_one()
        labels = dict(self.env["outbound.import.column"]._fields["target"]._description_selection(self.env))
        by_target = self.column_ids.filtered("target").grouped("target")
        for target, columns in by_target.items():
            if len(columns) > 1 and target not in REPEATABLE:
                raise UserError(
                    _(
                        "%(field)s is chosen for more than one column: %(headings)s. Choose it for one, and keep the "
                        "others as notes.",
                        field=labels[target],
                        headings=", ".join(columns.mapped("heading")),
                    )
                )
        if "partner_name" not in by_target:
            raise UserError(_("No column holds the company name. Choose “%s” for one column.", labels["partner_name"]))
        if self.needs_domain and not {"website", "email_from"} & by_target.keys():
            raise UserError(
                _(
                    "No column holds a web address or an e-mail, by which companies are told apart. Choose one, or "
                    "switch off “%s” to compare by name.",
                    self._fields["needs_domain"]._description_string(self.env),
                )
            )
        if not self.team_id:
            raise UserError(_("Choose the sales team in whose pipeline the prospects start."))
