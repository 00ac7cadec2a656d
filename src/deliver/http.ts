/** EDGE: one JSON message to one address, patiently and in the dark: no secret is ever part of what comes back. */
import ky, { HTTPError, TimeoutError } from 'ky';
import type { Messages } from '../i18n/index.ts';

/** Why a message did not arrive. */
type Failure = Parameters<Messages['action']['undelivered']>[0];

/** What became of a message. `detail` is safe to show. */
export type Receipt =
  | { readonly sent: true }
  | { readonly sent: false; readonly what: Failure; readonly detail: string };

/** What Slack says of its own. https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks#handling_errors */
const answers: { readonly [answer: string]: Failure } = {
  no_service: 'no-webhook',
  no_service_id: 'no-webhook',
  no_active_hooks: 'no-webhook',
  invalid_token: 'no-webhook',
  no_team: 'no-webhook',
  team_disabled: 'no-webhook',
  channel_not_found: 'no-channel',
  user_not_found: 'no-channel',
  channel_is_archived: 'archived',
  action_prohibited: 'prohibited',
  posting_to_general_channel_denied: 'prohibited',
  invalid_payload: 'bad-message',
  invalid_blocks: 'bad-message',
  invalid_blocks_format: 'bad-message',
  too_many_attachments: 'bad-message',
  no_text: 'bad-message',
};

/** What comes before a connection stands: https://man7.org/linux/man-pages/man2/connect.2.html, getaddrinfo, undici. */
const unconnected = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** What comes of certificates, before anything is sent: https://nodejs.org/api/tls.html#x509-certificate-error-codes */
const untrusted =
  /^(?:CERT_|UNABLE_TO_|ERR_TLS_CERT_)|SELF_SIGNED_CERT|^(?:HOSTNAME_MISMATCH|ERR_SSL_WRONG_VERSION_NUMBER)$/;

/**
 * Posts JSON. Tries again, with growing and jittered pauses, on 429, 5xx and where no connection came about, and waits
 * as long as `Retry-After` says (a minute at most); not once the message may have arrived, be it without an answer.
 */
export async function postJson(address: string, body: unknown): Promise<Receipt> {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return { sent: false, what: 'no-address', detail: '' };
  }
  if (url.protocol !== 'https:' && !isLoopback(url)) return { sent: false, what: 'no-https', detail: '' };
  try {
    // `text` of its own promise, not of the response: only there the time for the text is limited too.
    await ky
      .post(url, {
        json: body,
        timeout: 15_000,
        // A redirect would carry the message, and the secret in its address, somewhere else.
        redirect: 'manual',
        retry: {
          limit: 4,
          methods: ['post'],
          statusCodes: [429, 500, 502, 503, 504],
          afterStatusCodes: [429, 503],
          maxRetryAfter: 60_000,
          backoffLimit: 8_000,
          jitter: true,
          shouldRetry: ({ error }) => (error instanceof HTTPError ? undefined : unconnected.has(codeOf(error) ?? '')),
        },
      })
      .text();
    return { sent: true };
  } catch (error) {
    return { sent: false, ...explain(error) };
  }
}

function explain(error: unknown): { what: Failure; detail: string } {
  if (error instanceof HTTPError) {
    const { status } = error.response;
    // Slack answers with one word such as `no_service`; anything longer is a page for people, and not for a log.
    const answer = typeof error.data === 'string' && /^[\w ]{1,60}$/.test(error.data) ? error.data.trim() : '';
    const known = Object.hasOwn(answers, answer) ? answers[answer] : undefined;
    const other = status >= 500 || status === 429 ? 'busy' : status >= 300 && status < 400 ? 'redirect' : 'refused';
    return { what: known ?? other, detail: `HTTP ${status} ${answer}`.trim() };
  }
  const code = codeOf(error);
  if (code !== undefined && (unconnected.has(code) || untrusted.test(code)))
    return { what: 'no-connection', detail: code };
  return { what: 'no-answer', detail: error instanceof TimeoutError ? '' : (code ?? '') };
}

/** The system's name for what went wrong, which is the cause of a cause. */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code } = error as NodeJS.ErrnoException;
  return typeof code === 'string' ? code : codeOf(error.cause);
}

/** Plain HTTP stays on this machine, for tests and proxies beside the process. */
function isLoopback({ protocol, hostname }: URL): boolean {
  return protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}
