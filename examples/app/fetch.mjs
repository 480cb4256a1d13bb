import { readFileSync } from 'node:fs';
import { request as plainRequest } from 'node:http';
import { request as tlsRequest } from 'node:https';

/**
 * A `fetch` that trusts the certificate authority in a file, such as the one a fresh Anteroom makes for this machine;
 * without a file those that Node.js comes with. In production there is no need for it: a certificate that everybody
 * trusts does with the `fetch` that Node.js has.
 */
export function fetchTrusting(file) {
  const ca = file ? readFileSync(file) : undefined;
  return (address, { method = 'GET', headers = {}, body, signal } = {}) =>
    new Promise((resolve, reject) => {
      const url = new URL(address);
      const send = url.protocol === 'https:' ? tlsRequest : plainRequest;
      const options = { method, headers: Object.fromEntries(new Headers(headers)), ca, signal };
      const request = send(url, options, (answer) => read(answer).then(resolve, reject));
      request.on('error', reject);
      request.end(body === undefined || body === null ? undefined : String(body));
    });
}

async function read(answer) {
  const chunks = [];
  for await (const chunk of answer) chunks.push(chunk);
  const headers = Object.entries(answer.headers).map(([name, value]) => [name, String(value)]);
  const body = Buffer.concat(chunks);
  return new Response(body.length > 0 ? body : null, { status: answer.statusCode, headers });
}
