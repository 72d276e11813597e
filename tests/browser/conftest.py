"""The web client in real Chromium against a real Odoo server on a clone of the demo database.

Fixtures for tests:

page          a page of a desktop (1366 x 768), logged in as the administrator
narrow_page   the same on a phone (390 x 844)
login         `login(page, user, password)`: continue on that page as somebody else
base_url      the server's address; `page.goto(f"{base_url}/odoo/action-outbound_prospecting.<xml id>")` opens an action
rpc           `rpc(model, method, *args, **kwargs)`: prepare or read records as the administrator
screenshot    `screenshot(page, name)`: keep a picture in .outbound/screenshots

A test fails when its page logs an error on the console or shows Odoo's error dialog. Nothing leaves the machine.
"""

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import xmlrpc.client
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

from lib import databases, odoo
from lib.browser import ensure_chromium

DESKTOP = {"width": 1366, "height": 768}
NARROW = {"width": 390, "height": 844}
SCREENSHOTS = ROOT / ".outbound" / "screenshots"
START_SECONDS = 120
PAGE_MILLISECONDS = 30_000  # a page of an untouched database builds its assets first
CHROMIUM = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
]


@pytest.fixture(scope="session")
def database():
    with databases.temporary_clone(databases.ensure_addon(demo=True)) as name:
        yield name


@pytest.fixture(scope="session")
def base_url(database):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    url = f"http://127.0.0.1:{port}"
    command = odoo.command_line(
        odoo.write_config(database), "--http-port", str(port), "--max-cron-threads=0", "--log-level=warn"
    )
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    log = SCREENSHOTS.parent / "log" / "browser-server.log"
    with log.open("w") as output:
        process = subprocess.Popen(command, env=odoo.environment(), stdout=output, stderr=subprocess.STDOUT)
        try:
            _wait_until_ready(process, url, log)
            yield url
        finally:
            process.terminate()
            process.wait(30)


def _wait_until_ready(process, url, log):
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            pytest.fail(f"Odoo ended with {process.returncode}; see {log}")
        with contextlib.suppress(urllib.error.URLError, OSError), urllib.request.urlopen(f"{url}/web/login"):
            return
        time.sleep(0.2)
    pytest.fail(f"Odoo did not answer within {START_SECONDS} s; see {log}")


@pytest.fixture(scope="session")
def chromium():
    path = os.environ.get("OUTBOUND_CHROMIUM") or ensure_chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM)
        expect.set_options(timeout=PAGE_MILLISECONDS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def login(base_url):
    def login(page, user=odoo.LOGIN, password=odoo.PASSWORD):
        page.context.clear_cookies()
        page.goto(f"{base_url}/web/login")
        page.fill("input[name=login]", user)
        page.fill("input[name=password]", password)
        page.click(".oe_login_buttons button[type=submit]")
        expect(page.locator(".o_main_navbar")).to_be_visible()

    return login


@pytest.fixture(scope="session")
def rpc(base_url, database):
    def proxy(kind):
        return xmlrpc.client.ServerProxy(f"{base_url}/xmlrpc/2/{kind}", allow_none=True)

    uid = proxy("common").authenticate(database, odoo.LOGIN, odoo.PASSWORD, {})

    def rpc(model, method, *args, **kwargs):
        return proxy("object").execute_kw(database, uid, odoo.PASSWORD, model, method, args, kwargs)

    return rpc


@pytest.fixture(scope="session")
def administrator(chromium: Browser, login):
    """The administrator's cookies, so that not every test has to log in."""
    context = chromium.new_context(viewport=DESKTOP)
    login(context.new_page())
    state = context.storage_state()
    context.close()
    return state


@pytest.fixture
def page(request, chromium, administrator):
    with _open_page(request, chromium, viewport=DESKTOP, storage_state=administrator) as page:
        yield page


@pytest.fixture
def narrow_page(request, chromium, administrator):
    options = {"viewport": NARROW, "is_mobile": True, "has_touch": True}
    with _open_page(request, chromium, storage_state=administrator, **options) as page:
        yield page


@pytest.fixture(scope="session")
def screenshot():
    def screenshot(page, name):
        path = SCREENSHOTS / f"{name}.png"
        page.screenshot(path=path)
        return path

    return screenshot


@contextlib.contextmanager
def _open_page(request, chromium, **options):
    """A page of its own for one test, which must have logged no error when the test ends."""
    context = chromium.new_context(locale="en-US", timezone_id="UTC", **options)
    context.set_default_timeout(PAGE_MILLISECONDS)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    try:
        yield page
        dialogs = page.locator(".o_error_dialog").all_inner_texts()
        if errors or dialogs or request.node.stash.get(FAILED, False):
            page.screenshot(path=SCREENSHOTS / f"failed-{request.node.name}.png")
        assert not errors, "the console shows errors:\n" + "\n".join(errors)
        assert not dialogs, "the page shows an error:\n" + "\n".join(dialogs)
    finally:
        context.close()


FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    if report.when == "call":
        item.stash[FAILED] = report.failed
    return report
