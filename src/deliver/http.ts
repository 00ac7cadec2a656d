/** EDGE: one JSON message to one address, patiently and in the dark: no secret is ever part of what comes back. */
import ky, { HTTPError, TimeoutError } from 'ky';

/** What became of a message. `detail` is safe to show. */
export interface Receipt {
  readonly sent: boolean;
  readonly detail: string;
}

/**
 * Posts JSON. Tries again, with growing and jittered pauses, on 429, 5xx and lost connections, and waits as long as
 * `Retry-After` says (a minute at most); not after a time-out, for the message may have arrived.
 */
export async function postJson(address: string, body: unknown): Promise<Receipt> {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return { sent: false, detail: 'not a web address' };
  }
  if (url.protocol !== 'https:' && !isLoopback(url.hostname)) return { sent: false, detail: 'not an https address' };
  try {
    const response = await ky.post(url, {
      json: body,
      timeout: 15_000,
      // A redirect would carry the message, and the secret in its address, somewhere else.
      redirect: 'error',
      retry: {
        limit: 4,
        methods: ['post'],
        statusCodes: [429, 500, 502, 503, 504],
        afterStatusCodes: [429, 503],
        maxRetryAfter: 60_000,
        backoffLimit: 8_000,
        jitter: true,
      },
    });
    await response.text();
    return { sent: true, detail: String(response.status) };
  } catch (error) {
    return { sent: false, detail: explain(error) };
  }
}

function explain(error: unknown): string {
  if (error instanceof HTTPError) {
    // Slack answers with one word such as `no_service`; anything longer is a page for people, and not for a log.
    const answer = typeof error.data === 'string' && /^[\w ]{1,60}$/.test(error.data) ? ` ${error.data}` : '';
    return `HTTP ${error.response.status}${answer}`;
  }
  if (error instanceof TimeoutError) return 'no answer in time';
  const cause = error instanceof Error ? (error.cause as NodeJS.ErrnoException | undefined) : undefined;
  return cause?.code ?? 'no connection';
}

/** Plain HTTP stays on this machine, for tests and proxies beside the process. */
function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '127.0.0.1' || host === '[::1]';
}
