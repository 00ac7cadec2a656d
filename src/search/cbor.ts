const encoder = new TextEncoder();

/** Writes CBOR (RFC 8949), as far as Pagefind's index files need it: whole numbers, texts and lists. */
export class CborWriter {
  private bytes = new Uint8Array(1 << 16);
  private length = 0;

  /** A whole number, negative ones too, of at most 32 bits. */
  number(value: number): void {
    if (value < 0) this.head(0x20, -1 - value);
    else this.head(0, value);
  }

  text(value: string): void {
    const text = encoder.encode(value);
    this.head(0x60, text.length);
    this.room(text.length);
    this.bytes.set(text, this.length);
    this.length += text.length;
  }

  /** What follows as often as given is in a list. */
  list(count: number): void {
    this.head(0x80, count);
  }

  /** All that was written. The writer begins anew. */
  take(): Uint8Array<ArrayBuffer> {
    const written = this.bytes.slice(0, this.length);
    this.length = 0;
    return written;
  }

  private head(type: number, value: number): void {
    this.room(5);
    if (value < 24) this.bytes[this.length++] = type + value;
    else if (value < 0x100) {
      this.bytes[this.length++] = type + 24;
      this.bytes[this.length++] = value;
    } else {
      const bytes = value < 0x10000 ? 2 : 4;
      this.bytes[this.length++] = type + 24 + bytes / 2;
      for (let at = bytes - 1; at >= 0; at--) this.bytes[this.length++] = value >>> (8 * at);
    }
  }

  private room(size: number): void {
    if (this.length + size <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.length + size));
    larger.set(this.bytes);
    this.bytes = larger;
  }
}
