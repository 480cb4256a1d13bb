"""An application as people write it with Authlib: Starlette, and the routes that the library's guide has."""

from authlib.integrations.base_client import OAuthError
from authlib.integrations.starlette_client import OAuth
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.sessions import SessionMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

ORIGIN = "https://app.example"
CALLBACK = ORIGIN + "/callback"
LOGGED_OUT = ORIGIN + "/bye"


def make_application(issuer: str, client_id: str, client_secret: str, method: str) -> Starlette:
    oauth = OAuth()
    provider = oauth.register(
        "anteroom",
        client_id=client_id,
        client_secret=client_secret,
        server_metadata_url=issuer + ".well-known/openid-configuration",
        client_kwargs={
            "scope": "openid profile email offline_access",
            "code_challenge_method": "S256",
            "token_endpoint_auth_method": method,
        },
    )

    async def sign_in(request: Request):
        return await provider.authorize_redirect(request, CALLBACK)

    async def callback(request: Request):
        try:
            return JSONResponse(await provider.authorize_access_token(request))
        except OAuthError as error:
            return JSONResponse({"error": error.error}, status_code=400)

    async def sign_out(request: Request):
        hint = request.query_params["id_token"]
        return await provider.logout_redirect(request, LOGGED_OUT, id_token_hint=hint)

    async def bye(request: Request):
        await provider.validate_logout_response(request)
        return JSONResponse({"signed_out": True})

    routes = [("/sign-in", sign_in), ("/callback", callback), ("/sign-out", sign_out), ("/bye", bye)]
    return Starlette(
        routes=[Route(path, endpoint) for path, endpoint in routes],
        middleware=[Middleware(SessionMiddleware, secret_key="of one test", https_only=True)],
    )
