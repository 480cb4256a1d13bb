"""Fails unless the access token is still good and the user of the examples still there."""

import os
import urllib.request

request = urllib.request.Request(os.environ["TEST_URL"] + "/api/v2/users/auth0%7C507f1f77bcf86cd799439020")
request.add_header("Authorization", f"Bearer {os.environ['TEST_TOKEN']}")
urllib.request.urlopen(request, timeout=10).close()
