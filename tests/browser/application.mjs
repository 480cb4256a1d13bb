/** The application at another origin: it shows what it is told, and holds the pages of `spa/`. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';

const escape = (text) => text.replace(/[&<>]/g, (letter) => `&#${letter.charCodeAt(0)};`);

const page = (told) => `<!doctype html><html lang="en"><title>Application</title>
<h1>Application</h1><pre>${escape(JSON.stringify(told))}</pre></html>`;

const FILES = {
  '/spa/': ['text/html', join(import.meta.dirname, 'spa/index.html')],
  '/spa/spa.js': ['text/javascript', join(import.meta.dirname, 'spa/spa.js')],
  '/spa/library.js': [
    'text/javascript',
    join(import.meta.dirname, 'node_modules/oidc-client-ts/dist/browser/oidc-client-ts.min.js'),
  ],
};

async function answer(request, response) {
  const { pathname, searchParams } = new URL(request.url, 'http://localhost');
  const file = FILES[pathname.replace(/^\/spa\/\w+$/, '/spa/')];
  response.setHeader('Content-Type', `${file?.[0] ?? 'text/html'}; charset=utf-8`);
  if (file) return response.end(readFileSync(file[1]));
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const sent = request.method === 'POST' ? new URLSearchParams(Buffer.concat(chunks).toString()) : searchParams;
  response.end(page({ method: request.method, path: pathname, ...Object.fromEntries(sent) }));
}

/** Starts one on a free port; answers its origin and how to stop it. */
export async function startApplication() {
  const server = createServer(answer);
  await new Promise((resolve) => server.listen(0, 'localhost', resolve));
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return { origin: `http://localhost:${server.address().port}`, stop };
}
