"""Makes the user whom the examples of the OpenAPI document name, and prints an access token for the Management API.

The token is that of the client in the key file that the server's first start wrote.
"""

import json
import os
import urllib.error
import urllib.request

USER = {
    "connection": "Username-Password-Authentication",
    "user_id": "507f1f77bcf86cd799439020",
    "username": "example",
}


def post(path, body, **headers):
    request = urllib.request.Request(os.environ["TEST_URL"] + path, json.dumps(body).encode(), headers)
    request.add_header("Content-Type", "application/json")
    with urllib.request.urlopen(request, timeout=10) as response:
        return json.load(response)


with open(os.environ["TEST_KEY_FILE"], encoding="utf-8") as file:
    key = json.load(file)
credentials = {name: key[name] for name in ("client_id", "client_secret", "audience")}
token = post("/oauth/token", {"grant_type": "client_credentials", **credentials})["access_token"]
try:
    post("/api/v2/users", USER, Authorization=f"Bearer {token}")
except urllib.error.HTTPError as error:
    if error.code != 409:  # made by an earlier run
        raise
print(token)
