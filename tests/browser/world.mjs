/** People and applications at the server, made as the tests of the libraries make theirs. */
import { makeClient as make, manage } from '../peers/node/world.mjs';

export { PASSWORD, makeApi, makePerson, manage } from '../peers/node/world.mjs';

/** An application at an origin. */
export const makeClient = (origin, fields) =>
  make({ name: 'Acme Notes', callbacks: [`${origin}/callback`], allowed_logout_urls: [`${origin}/bye`], ...fields });

/** Switches sign-up on or off. */
export async function allowSignUp(isAllowed) {
  const [connection] = await manage('GET', 'connections?strategy=auth0');
  const options = { ...connection.options, disable_signup: !isAllowed };
  await manage('PATCH', `connections/${connection.id}`, { options });
}
