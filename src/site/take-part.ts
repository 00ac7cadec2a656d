/** Where readers write to, with what they write about filled in. */

/** The team's address with a subject and a text: those of a mail, or `title` and `body` of an issue form. */
export function feedbackUrl(feedback: string, subject: string, body: string): string {
  const [address = '', written = ''] = feedback.split('?');
  const mail = /^mailto:/i.test(feedback);
  const [title, text] = mail ? ['subject', 'body'] : ['title', 'body'];
  // RFC 6068: lines of a mail end in CRLF.
  const lines = mail ? body.replaceAll('\n', '\r\n') : body;
  const parts = [`${title}=${encodeURIComponent(subject)}`, `${text}=${encodeURIComponent(lines)}`];
  return `${address}?${[...(written === '' ? [] : [written]), ...parts].join('&')}`;
}
