/** Bytes as other programs write text → text. */

/** An encoding that is not read, by the name that other programs give it. */
export interface Foreign {
  readonly encoding: 'EUC-JP' | 'ISO-2022-JP' | 'Windows-1252';
}

export interface Decoded {
  readonly text: string;
  /** Whether some bytes were no characters, which are U+FFFD now. */
  readonly damaged: boolean;
}

/**
 * The text of bytes, with lines that end in `\n` alone. What is neither marked nor valid UTF-8 is Shift_JIS with the
 * characters of Windows (code page 932), as `TextDecoder` reads it by the Encoding Standard; unless most of its other
 * characters are valid UTF-8, which Japanese in Shift_JIS never is, or it looks like another encoding.
 */
export function decodeForeign(bytes: Uint8Array): Decoded | Foreign {
  const marked = markOf(bytes);
  const encoding = marked ?? 'utf-8';
  const unicode = new TextDecoder(encoding).decode(bytes);
  let text = unicode;
  let damaged = !isValid(encoding, bytes);
  // Its escapes are ASCII, and so valid in any other.
  const escaped = ['\u001b$B', '\u001b$@'].some((one) => unicode.includes(one));
  if (marked === undefined && escaped) return { encoding: 'ISO-2022-JP' };
  if (damaged && marked === undefined) {
    const bad = unicode.split('\ufffd').length - 1;
    const good = unicode.match(/[^\0-\x7f\ufffd]/g)?.length ?? 0;
    if (good <= bad) {
      text = new TextDecoder('shift_jis').decode(bytes);
      damaged = !isValid('shift_jis', bytes);
      if (isEucJp(bytes, text, damaged)) return { encoding: 'EUC-JP' };
      if (isWestern(bytes)) return { encoding: 'Windows-1252' };
    }
  }
  return { text: text.replace(/\r\n?/g, '\n'), damaged };
}

/** The encoding that a byte order mark names. */
function markOf([first, second, third]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

/**
 * Whether bytes are EUC-JP: valid as such, and as Shift_JIS either not, or half-width kana and private characters where
 * EUC-JP has ordinary kana or kanji.
 */
function isEucJp(bytes: Uint8Array, asShiftJis: string, damaged: boolean): boolean {
  if (!isValid('euc-jp', bytes)) return false;
  const text = new TextDecoder('euc-jp').decode(bytes);
  return damaged || /[\ue000-\uf8ff]/.test(asShiftJis) || /[ぁ-んァ-ヶー]/.test(text);
}

/**
 * Whether all that is not ASCII can be accented letters (0xC0 and above). Japanese in Shift_JIS has bytes below: the
 * first ones of kana and of most kanji, and half of the half-width kana.
 */
function isWestern(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte < 0x80 || byte >= 0xc0);
}

function isValid(encoding: string, bytes: Uint8Array): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
