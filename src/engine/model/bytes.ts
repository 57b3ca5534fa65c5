// Writing and reading numbers and texts as bytes, little-endian.

export class ByteWriter {
  private buffer = new Uint8Array(1 << 16)
  private used = 0

  private room(count: number): void {
    if (this.used + count <= this.buffer.length) return
    const larger = new Uint8Array(Math.max(this.buffer.length * 2, this.used + count))
    larger.set(this.buffer.subarray(0, this.used))
    this.buffer = larger
  }

  byte(value: number): void {
    this.room(1)
    this.buffer[this.used++] = value & 255
  }

  /** Unsigned, seven bits a byte, lowest first. */
  varint(value: number): void {
    let rest = value
    while (rest >= 128) {
      this.byte((rest % 128) | 128)
      rest = Math.floor(rest / 128)
    }
    this.byte(rest)
  }

  float(value: number): void {
    this.room(4)
    new DataView(this.buffer.buffer).setFloat32(this.used, value, true)
    this.used += 4
  }

  text(value: string): void {
    const bytes = new TextEncoder().encode(value)
    this.varint(bytes.length)
    this.room(bytes.length)
    this.buffer.set(bytes, this.used)
    this.used += bytes.length
  }

  bytes(): Uint8Array {
    return this.buffer.slice(0, this.used)
  }
}

/** Reading past the end throws: broken weights must be refused when they are loaded. */
export class ByteReader {
  private at = 0
  private readonly buffer: Uint8Array
  private readonly view: DataView

  constructor(buffer: Uint8Array) {
    this.buffer = buffer
    this.view = new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength)
  }

  /** Bytes read so far. */
  get offset(): number {
    return this.at
  }

  byte(): number {
    const value = this.buffer[this.at++]
    if (value === undefined) throw new RangeError('the weights end too early')
    return value
  }

  signedByte(): number {
    return (this.byte() << 24) >> 24
  }

  varint(): number {
    let value = 0
    let scale = 1
    for (;;) {
      const byte = this.byte()
      value += (byte & 127) * scale
      if (byte < 128) return value
      scale *= 128
    }
  }

  float(): number {
    const value = this.view.getFloat32(this.at, true)
    this.at += 4
    return value
  }

  text(): string {
    const length = this.varint()
    const bytes = this.buffer.subarray(this.at, this.at + length)
    this.at += length
    return new TextDecoder().decode(bytes)
  }
}
