const escape = (text) => String(text).replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

const button = (path, words, kind = '') =>
  `<form method="post" action="${path}"><button class="${kind}" type="submit">${escape(words)}</button></form>`;

/** A whole page around what stands in it. */
const page = (content) => `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <title>Example application</title>
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <link rel="stylesheet" href="/style.css">
  <link rel="icon" href="data:,">
</head>
<body>
<main>
${content}
</main>
</body>
</html>
`;

/** For somebody who is not signed in. */
export const welcomePage = () =>
  page(`<h1>Example application</h1>
<p>It knows nobody yet.</p>
<p><a class="button" href="/sign-in">Sign in</a></p>`);

const row = ([name, value]) => `<dt>${escape(name)}</dt><dd>${escape(value)}</dd>`;

/** For somebody who is signed in: the profile, the tokens, and what the API said if it was asked. */
export const profilePage = ({ user, scope, expiresAt, refreshes }, notes) =>
  page(`<h1>Hello ${escape(user.name ?? user.email ?? user.sub)}</h1>
<dl>
  ${Object.entries(user).map(row).join('\n  ')}
</dl>
<p>The access token permits <code>${escape(scope)}</code> until
<time>${escape(new Date(expiresAt).toISOString().slice(0, 16).replace('T', ' '))}</time> UTC.
${refreshes ? `It was refreshed ${refreshes}×.` : ''}</p>
${notes ? `<pre>${escape(JSON.stringify(notes, undefined, 2))}</pre>` : ''}
<div class="actions">
  ${button('/notes', 'Call the API')}
  ${button('/refresh', 'Refresh the tokens')}
  ${button('/sign-out', 'Sign out', 'quiet')}
</div>`);

/** When something went wrong. */
export const errorPage = (title, detail) =>
  page(`<h1>${escape(title)}</h1>
<p>${escape(detail)}</p>
<p><a class="button" href="/">Start again</a></p>`);

export const STYLE = `:root { color-scheme: light dark; --line: #8886; --accent: light-dark(#3a56d4, #a9b9ff); }
* { box-sizing: border-box; }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0; padding: 2rem 1.25rem; }
main { max-width: 36rem; margin: 0 auto; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.25rem 1.25rem; padding: 1rem 0;
  border-block: 1px solid var(--line); }
dt { opacity: 0.75; }
dd { margin: 0; }
pre { padding: 1rem; border: 1px solid var(--line); border-radius: 8px; white-space: pre-wrap; }
.actions { display: flex; flex-wrap: wrap; gap: 0.75rem; margin-top: 1.5rem; }
button, .button { display: inline-block; padding: 0.625rem 1.125rem; border: 1px solid var(--accent);
  border-radius: 8px; background: var(--accent); color: light-dark(#fff, #111736); font: inherit; font-weight: 600;
  text-decoration: none; cursor: pointer; }
.quiet { background: none; color: var(--accent); }
@media (max-width: 30rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: 0.5rem; } }
`;
