from tests.bare_package import register

register()
