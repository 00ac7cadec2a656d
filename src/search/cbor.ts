/** Writes CBOR (RFC 8949), as far as Pagefind's index files need it: whole numbers, texts and lists. */
export class CborWriter {
  private bytes = Buffer.allocUnsafe(1 << 16);
  private length = 0;

  /** A whole number, negative ones too, of at most 32 bits. */
  number(value: number): void {
    if (value < 0) this.head(0x20, -1 - value);
    else this.head(0, value);
  }

  text(value: string): void {
    const size = Buffer.byteLength(value);
    this.head(0x60, size);
    this.room(size);
    this.length += this.bytes.write(value, this.length);
  }

  /** What follows as often as given is in a list. */
  list(count: number): void {
    this.head(0x80, count);
  }

  /** All that was written. The writer begins anew. */
  take(): Buffer {
    const written = Buffer.from(this.bytes.subarray(0, this.length));
    this.length = 0;
    return written;
  }

  private head(type: number, value: number): void {
    this.room(5);
    if (value < 24) this.bytes[this.length++] = type + value;
    else if (value < 0x100) {
      this.bytes[this.length++] = type + 24;
      this.bytes[this.length++] = value;
    } else if (value < 0x10000) {
      this.bytes[this.length++] = type + 25;
      this.length = this.bytes.writeUInt16BE(value, this.length);
    } else {
      this.bytes[this.length++] = type + 26;
      this.length = this.bytes.writeUInt32BE(value, this.length);
    }
  }

  private room(size: number): void {
    if (this.length + size <= this.bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.bytes.length * 2, this.length + size));
    this.bytes.copy(larger, 0, 0, this.length);
    this.bytes = larger;
  }
}
