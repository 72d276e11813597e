import ast
import base64
import json

from odoo import Command, _, api, fields, models
from odoo.exceptions import ValidationError

from ...domain.icp_file import DOCUMENT_PARTS, FORMAT, FORMAT_VERSION, IcpFileError, Problem, parse_icp_file
from .icp_parts import LEAD_RATING_FIELDS, TIER_CODES

CONDITION_LENGTH = 3
SHOWN_PROBLEMS = 20


class OutboundIcp(models.Model):
    """An ICP as a file, to carry it to another database: `domain.icp_file` describes its shape.

    Texts are those of the user's language. Filters that the system switched off stay behind: they work nowhere.
    """

    _inherit = "outbound.icp"

    json_file = fields.Binary(compute="_compute_json_file", help="The ICP as a JSON file.")
    json_filename = fields.Char(compute="_compute_json_file")

    @api.depends_context("lang")
    def _compute_json_file(self):
        for icp in self:
            icp.json_file = base64.b64encode(icp._to_json().encode())
            icp.json_filename = f"{icp.name} {icp.version}.json"

    def action_export(self):
        """Button: download this version as a JSON file."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_url",
            "url": f"/web/content/{self._name}/{self.id}/json_file?filename_field=json_filename&download=true",
            "target": "download",
        }

    # ------------------------------------------------------------------ out

    def _to_json(self) -> str:
        self.ensure_one()
        content = {
            "format": FORMAT,
            "format_version": FORMAT_VERSION,
            "name": self.name,
            "method": self.method,
            "prospects": self._domain_to_json(self.scope_domain),
            "min_completeness": self.min_completeness,
            "document": {part: str(self[part] or "") for part in DOCUMENT_PARTS},
            "verticals": [
                {"xml_id": reference["xml_id"], "name": reference["name"]}
                for reference in map(self._reference_to_json, self.vertical_ids)
            ],
            "factors": [self._factor_to_json(factor) for factor in self.factor_ids],
            "disqualifiers": self._filters_to_json(self.disqualifier_ids),
            "tiers": [
                {
                    "name": tier.name,
                    "code": tier.code,
                    "min_score": tier.min_score,
                    "action_note": tier.action_note or "",
                }
                for tier in self.tier_ids
            ],
        }
        return json.dumps(content, indent=2, ensure_ascii=False) + "\n"

    def _factor_to_json(self, factor) -> dict:
        return {
            "name": factor.name,
            "field_name": factor.field_name or "",
            "weight": factor.weight,
            "match": factor.match,
            "unknown_domain": self._domain_to_json(factor.unknown_domain or "[]"),
            "default_rating": factor.default_rating,
            "criteria": self._filters_to_json(factor.criterion_ids, "rating"),
        }

    def _filters_to_json(self, filters, *names) -> list[dict]:
        working = filters.with_context(active_test=False).filtered(lambda part: not part.broken_reason)
        return [
            {
                "reason": part.reason,
                "domain": self._domain_to_json(part.domain),
                "active": part.active,
                **{name: part[name] for name in names},
            }
            for part in working
        ]

    @api.model
    def _domain_to_json(self, text: str) -> list | str:
        try:
            conditions = ast.literal_eval(text)
        except (ValueError, SyntaxError):
            return text  # with date expressions
        return self._conditions_to_json(conditions, self.env["crm.lead"])

    def _conditions_to_json(self, conditions, model) -> list:
        answer: list = []
        for condition in conditions:
            if isinstance(condition, str) or len(condition) != CONDITION_LENGTH:
                answer.append(condition)
                continue
            path, operator, value = condition
            comodel = self._comodel(model, path)
            if comodel is not None and isinstance(value, (list, tuple)) and "any" in operator:
                value = self._conditions_to_json(value, comodel)
            elif comodel is not None:
                value = self._ids_to_json(value, comodel)
            answer.append([path, operator, list(value) if isinstance(value, tuple) else value])
        return answer

    def _ids_to_json(self, value, comodel):
        if isinstance(value, (list, tuple)):
            return [self._ids_to_json(item, comodel) for item in value]
        if isinstance(value, bool) or not isinstance(value, int):
            return value
        record = comodel.browse(value).exists()
        return {"model": comodel._name, **self._reference_to_json(record)} if record else value

    @api.model
    def _comodel(self, model, path: str):
        """What the ids compared with a field path identify: an empty recordset; None when they are no ids."""
        for name in path.split("."):
            field = model._fields.get(name)
            if not field or not (field.relational or name == "id"):
                return None
            model = self.env[field.comodel_name].sudo() if field.relational else model
        return model.with_context(active_test=False)

    @api.model
    def _reference_to_json(self, record) -> dict:
        xml_id = record.get_external_id()[record.id]
        return {"xml_id": "" if xml_id.startswith("__") else xml_id, "name": str(record[record._rec_name or "id"])}

    # ------------------------------------------------------------------ in

    @api.model
    def _from_json(self, text: str):
        """Create a draft from the text of a file; the next version if there is an ICP of that name.

        :return: the draft
        :raises ValidationError: naming every problem by its place in the file; nothing is created then
        """
        self.check_access("create")
        try:
            content = parse_icp_file(text, dict(LEAD_RATING_FIELDS), dict(TIER_CODES))
        except IcpFileError as error:
            raise ValidationError(self._describe_file_problems(error)) from error
        missing: list[str] = []
        vals = self._prepare_imported_vals(content, missing)
        if missing:
            raise ValidationError(
                _(
                    "The file names records that do not exist here. Create them or change the file, then import "
                    "it again:\n%s",
                    "\n".join(f"• {line}" for line in dict.fromkeys(missing)),
                )
            )
        same_name = [("name", "=", content["name"]), ("company_id", "=", False)]
        family = self.search(same_name, order="version desc", limit=1)
        return self.create({**vals, "version": family.version + 1, "previous_id": family.id})

    def _describe_file_problems(self, error: IcpFileError) -> str:
        if not error.problems:
            return _("This is not a JSON file (%s). Choose the file that the Export button of an ICP gave.", error)
        lines = [f"• {self._describe_file_problem(problem)}" for problem in error.problems[:SHOWN_PROBLEMS]]
        if more := len(error.problems) - SHOWN_PROBLEMS:
            lines += [_("• and %s more", more)] if more > 0 else []
        return _("The file cannot be imported:\n%s", "\n".join(lines))

    def _describe_file_problem(self, problem: Problem) -> str:
        values = {"place": problem.place, "expected": problem.expected, "found": problem.found}
        match problem.kind:
            case "missing":
                return _("%(place)s is missing: expected %(expected)s", **values)
            case "unknown_key":
                return _("%(place)s is not known: expected one of %(expected)s", **values)
            case _other:
                return _("%(place)s is %(found)s: expected %(expected)s", **values)

    def _prepare_imported_vals(self, content: dict, missing: list[str]) -> dict:
        """Values of the draft; records that the file names and that do not exist are added to `missing`."""
        Vertical = self.env["outbound.vertical"].with_context(active_test=False)
        verticals = [self._reference_from_json(vertical, Vertical, missing) for vertical in content["verticals"]]

        def prepare_filters(rows, place):
            return [
                Command.create(
                    {
                        **row,
                        "sequence": 10 * number,
                        "domain": self._domain_from_json(row["domain"], f"{place}[{number}].domain", missing),
                    }
                )
                for number, row in enumerate(rows, 1)
            ]

        def prepare_factor(number, row):
            place = f"factors[{number}]"
            values = {key: value for key, value in row.items() if key != "criteria"}
            return {
                **values,
                "sequence": 10 * number,
                "field_name": row["field_name"] or False,
                "unknown_domain": self._domain_from_json(row["unknown_domain"], f"{place}.unknown_domain", missing),
                "criterion_ids": prepare_filters(row["criteria"], f"{place}.criteria"),
            }

        return {
            "name": content["name"],
            "method": content["method"],
            "scope_domain": self._domain_from_json(content["prospects"], "prospects", missing),
            "min_completeness": content["min_completeness"],
            **content["document"],
            "vertical_ids": [Command.set([vertical for vertical in verticals if vertical])],
            "factor_ids": [
                Command.create(prepare_factor(number, row)) for number, row in enumerate(content["factors"], 1)
            ],
            "disqualifier_ids": prepare_filters(content["disqualifiers"], "disqualifiers"),
            "tier_ids": [
                Command.create({**row, "sequence": 10 * number}) for number, row in enumerate(content["tiers"], 1)
            ],
        }

    def _domain_from_json(self, domain: list | str, place: str, missing: list[str]) -> str:
        if isinstance(domain, str):
            return domain
        return repr(self._conditions_from_json(domain, self.env["crm.lead"], place, missing))

    def _conditions_from_json(self, conditions: list, model, place: str, missing: list[str]) -> list:
        answer: list = []
        for condition in conditions:
            if not (isinstance(condition, list) and len(condition) == CONDITION_LENGTH):
                answer.append(condition)  # an operator, or wrong, which the filter's own check says
                continue
            path, operator, value = condition
            comodel = self._comodel(model, str(path))
            if comodel is not None and isinstance(value, list) and "any" in str(operator):
                value = self._conditions_from_json(value, comodel, place, missing)
            else:
                value = self._ids_from_json(value, comodel, place, missing)
            answer.append((path, operator, value))
        return answer

    def _ids_from_json(self, value, comodel, place: str, missing: list[str]):
        if isinstance(value, list):
            return [self._ids_from_json(item, comodel, place, missing) for item in value]
        if not isinstance(value, dict):
            return value
        if comodel is None:
            missing.append(
                _("%(place)s: %(name)s is compared with a field that holds no records", place=place, name=value)
            )
            return False
        return self._reference_from_json(value, comodel, missing, place)

    def _reference_from_json(self, reference: dict, comodel, missing: list[str], place: str = "verticals"):
        """Id of the record that a file names: by its external id, else by its name where that is unique."""
        xml_id = str(reference.get("xml_id") or "")
        record = self.env.ref(xml_id, raise_if_not_found=False) if "." in xml_id else None
        if record is not None and record._name == comodel._name:
            return record.id
        name = str(reference.get("name") or "")
        found = comodel.search([(comodel._rec_name or "id", "=", name)], limit=2) if name else comodel
        if len(found) == 1:
            return found.id
        kind = self.env["ir.model"].sudo()._get(comodel._name).name
        missing.append(
            _("%(place)s: %(kind)s “%(name)s” exists more than once", place=place, kind=kind, name=name)
            if found
            else _("%(place)s: %(kind)s “%(name)s”", place=place, kind=kind, name=name or reference)
        )
        return False
