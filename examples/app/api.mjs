import { tokenIntrospection } from 'openid-client';

/** What a token must permit to read notes. */
export const SCOPE = 'read:notes';

/**
 * The API: `GET /api/notes` for whoever brings an access token. It asks the provider about each token (RFC 7662), so
 * that a token which was taken back is refused at once.
 */
export async function answerNotes(request, response, config, audience) {
  const token = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (!token) return refuse(response, 401, undefined);
  const told = await tokenIntrospection(config, token);
  if (!told.active || ![told.aud].flat().includes(audience)) return refuse(response, 401, 'invalid_token');
  if (!(told.scope ?? '').split(' ').includes(SCOPE)) return refuse(response, 403, 'insufficient_scope');
  say(response, 200, { notes: [`Hello ${told.sub}, these are your notes.`, 'Buy milk.'] });
}

/** A refusal as RFC 6750 §3 has it. */
function refuse(response, status, error) {
  response.setHeader('WWW-Authenticate', error ? `Bearer error="${error}"` : 'Bearer');
  say(response, status, { error: error ?? 'no token' });
}

function say(response, status, body) {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  response.end(JSON.stringify(body));
}
