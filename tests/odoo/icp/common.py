"""Factories for scoring tests: small, with keyword overrides."""

from odoo.tests import TransactionCase


class IcpCase(TransactionCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.Icp = cls.env["outbound.icp"]
        cls.team = cls.env["crm.team"].create({"name": "Outbound test team", "is_outbound": True})
        # Only the tests' own ICPs are live.
        cls.Icp.search([("state", "=", "active")]).write({"state": "archived"})
        cls.retail = cls.env["res.partner.industry"].create({"name": "Test retail"})

    @classmethod
    def lead(cls, **values):
        return cls.env["crm.lead"].create(cls.lead_values(**values))

    @classmethod
    def lead_values(cls, **values):
        return {
            "name": "Prospect",
            "type": "opportunity",
            "team_id": cls.team.id,
            "user_id": False,
            "partner_name": "Northpeak Outfitters",
            "industry_id": cls.retail.id,
            "employee_count": 120,
            **values,
        }

    @classmethod
    def criterion(cls, rating, domain, reason=None):
        return (0, 0, {"rating": rating, "domain": str(domain), "reason": reason or f"{rating} for {domain}"})

    @classmethod
    def icp(cls, live=True, **values):
        """An ICP of two factors: industry (60 %) and size (40 %, not known without employees)."""
        icp = cls.Icp.create(
            {
                "name": "Test ICP",
                "factor_ids": [
                    (
                        0,
                        0,
                        {
                            "name": "Industry",
                            "field_name": "industry_fit",
                            "weight": 60,
                            "criterion_ids": [
                                cls.criterion(5, [("industry_id", "=", cls.retail.id)], "Retail"),
                                cls.criterion(3, [("industry_id", "!=", False)], "Some industry"),
                            ],
                        },
                    ),
                    (
                        0,
                        0,
                        {
                            "name": "Size",
                            "field_name": "company_size_fit",
                            "weight": 40,
                            "unknown_domain": "[('employee_count', '=', 0)]",
                            "criterion_ids": [
                                cls.criterion(5, [("employee_count", ">=", 100)], "100 and more"),
                                cls.criterion(2, [("employee_count", ">=", 20)], "20 to 99"),
                            ],
                        },
                    ),
                ],
                "disqualifier_ids": [(0, 0, {"domain": "[('employee_count', '=', 1)]", "reason": "One person"})],
                "tier_ids": [
                    (0, 0, {"code": "tier_1", "name": "Hot", "min_score": 4}),
                    (0, 0, {"code": "tier_2", "name": "Warm", "min_score": 3}),
                    (0, 0, {"code": "disqualified", "name": "Out", "min_score": 0}),
                ],
                **values,
            }
        )
        if live:
            icp._activate()
        return icp
