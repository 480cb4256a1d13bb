import { randomBytes } from 'node:crypto';

const NAME = 'example';
const sessions = new Map();

/** What is kept of whoever sends the request; undefined for somebody new. It lives as long as this process. */
export const findSession = (request) => sessions.get(idOf(request));

/** Begins a session under a new name, which nobody can have known before, and ends the one there was. */
export function beginSession(request, response, content) {
  sessions.delete(idOf(request));
  const id = randomBytes(24).toString('base64url');
  sessions.set(id, content);
  response.setHeader('Set-Cookie', `${NAME}=${id}; Path=/; HttpOnly; SameSite=Lax`);
}

/** Forgets everything of whoever sends the request. */
export function endSession(request, response) {
  sessions.delete(idOf(request));
  response.setHeader('Set-Cookie', `${NAME}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`);
}

function idOf(request) {
  const cookies = (request.headers.cookie ?? '').split('; ');
  return cookies.find((cookie) => cookie.startsWith(`${NAME}=`))?.slice(NAME.length + 1);
}
