"""Small lists and the import that reads them."""

import base64

from odoo.tests import TransactionCase, new_test_user

HEADING = "Company,Website,Email,Employees,State"


class ImportCase(TransactionCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.user = new_test_user(
            cls.env, "import_user", groups="base.group_user,outbound_prospecting.group_outbound_user"
        )
        cls.Import = cls.env["outbound.import"].with_user(cls.user)
        cls.Lead = cls.env["crm.lead"].with_context(active_test=False)

    def list_of(self, content, file_name="list.csv", **values):
        """An uploaded list, read and mapped."""
        content = content if isinstance(content, bytes) else content.encode()
        return self.Import.create({"file": base64.b64encode(content), "file_name": file_name, **values})

    def rows(self, *rows, heading=HEADING, **values):
        return self.list_of("\n".join([heading, *rows]), **values)

    def imported(self, *rows, **values):
        record = self.rows(*rows, **values)
        record.action_import()
        return record

    def counts(self, record):
        return record.imported_count, record.duplicate_count, record.rejected_count
