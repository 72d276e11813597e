{
    "name": "Outbound Prospecting",
    "summary": "Score, research, write to and follow up with B2B prospects, each step gated by a person",
    "version": "19.0.1.0.0",
    "category": "Sales/CRM",
    "author": "Outbound Prospecting founders",
    "license": "LGPL-3",
    "application": True,
    "depends": [
        "crm",
        "mail",
        "utm",
        "base_automation",
    ],
    "external_dependencies": {
        "python": ["dnspython", "email-validator", "holidays", "tldextract", "tzdata"],
    },
    "data": [
        "security/outbound_groups.xml",
        "security/ir.model.access.csv",
        "security/outbound_rules.xml",
        "views/outbound_menus.xml",
        "data/outbound_utm_data.xml",
        "data/outbound_vertical_data.xml",
        "data/outbound_icp_data.xml",
        "data/outbound_icp_workflow_data.xml",
    ],
    "demo": [],
}
