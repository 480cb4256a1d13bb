"""Prints an access token for the Management API, of the client in the key file that the server's first start wrote."""

import json
import os
import urllib.parse
import urllib.request

with open(os.environ["TEST_KEY_FILE"], encoding="utf-8") as file:
    key = json.load(file)
form = {
    "grant_type": "client_credentials",
    "client_id": key["client_id"],
    "client_secret": key["client_secret"],
    "audience": key["audience"],
}
body = urllib.parse.urlencode(form).encode()
with urllib.request.urlopen(os.environ["TEST_URL"] + "/oauth/token", body, timeout=10) as response:
    print(json.load(response)["access_token"])
