"""As much of a browser as signing in needs: it keeps cookies, follows redirects of one server, fills in its forms."""

from html.parser import HTMLParser
from urllib.parse import urljoin

import httpx2


class Form(HTMLParser):
    """The form of a page: where it goes, and its fields with their values."""

    def __init__(self, response: httpx2.Response):
        super().__init__()
        self.action, self.fields = None, {}
        self.feed(response.text)
        assert self.action, f"no form at {response.url}: {response.text}"
        self.action = urljoin(str(response.url), self.action)

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if tag == "form":
            self.action = attributes["action"]
        elif tag == "input" and "name" in attributes:
            self.fields[attributes["name"]] = attributes.get("value", "")


class Browser:
    """Stays at one server: the address of a redirect elsewhere is answered as text."""

    def __init__(self, server: str):
        self.server = server.rstrip("/")
        self.http = httpx2.Client(timeout=30)

    def visit(self, url: str):
        """Goes to an address; answers the page, or the address elsewhere that it is sent to."""
        return self._follow(self.http.get(url))

    def submit(self, page: httpx2.Response, **values):
        """Fills in the form of a page and sends it."""
        form = Form(page)
        assert values.keys() <= form.fields.keys(), form.fields
        headers = {"origin": self.server, "sec-fetch-site": "same-origin"}
        return self._follow(self.http.post(form.action, data=form.fields | values, headers=headers))

    def _follow(self, response: httpx2.Response):
        for _ in range(10):
            if "location" not in response.headers:
                return response
            assert response.status_code == 303, response.url
            target = urljoin(str(response.url), response.headers["location"])
            if not target.startswith(self.server + "/"):
                return target
            response = self.http.get(target)
        raise AssertionError(f"the redirects have no end: {response.url}")
