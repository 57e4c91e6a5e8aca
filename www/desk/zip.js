// A folder as a .zip, and back. Written: local headers, the files deflated where that helps, the directory; names in UTF-8, a fixed date,
// so that the same folder gives the same bytes. Read: by the directory at the end, within bounds, and nothing that was changed on the
// way. (The format: APPNOTE.TXT 6.3, without Zip64, encryption and parts.)

const LOCAL = 0x04034b50
const ENTRY = 0x02014b50
const END = 0x06054b50
/** Names are UTF-8. */
const UTF8 = 0x0800
/** 1 January 1980, the first day there is in this format. */
const DATE = 0x0021
const STORED = 0
const DEFLATED = 8
/** Bounds of what is read: files, and bytes of all of them together. */
const MOST = { files: 2_000, bytes: 256 << 20 }

const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  return crc
})
const crc32 = bytes => {
  let crc = ~0
  for (const byte of bytes) crc = CRC[(crc ^ byte) & 0xff] ^ (crc >>> 8)
  return ~crc >>> 0
}

const through = async (bytes, stream) => new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer())

/** Numbers of 2 or 4 bytes one after the other, `[size, value]` each. */
function fields(...numbers) {
  const bytes = new DataView(new ArrayBuffer(numbers.reduce((sum, [size]) => sum + size, 0)))
  let at = 0
  for (const [size, value] of numbers) {
    if (size === 4) bytes.setUint32(at, value, true)
    else bytes.setUint16(at, value, true)
    at += size
  }
  return new Uint8Array(bytes.buffer)
}

/** The archive of files, `[name, bytes]` each. */
export async function packed(files) {
  const parts = []
  const directory = []
  let at = 0
  const add = (list, ...bytes) => {
    list.push(...bytes)
    return bytes.reduce((sum, { length }) => sum + length, 0)
  }
  for (const [name, bytes] of files) {
    const label = new TextEncoder().encode(name)
    const small = await through(bytes, new CompressionStream('deflate-raw'))
    const [method, body] = small.length < bytes.length ? [DEFLATED, small] : [STORED, bytes]
    // Version 2.0, flags, method, time, date, checksum, sizes, length of the name, no extra field.
    const common = [[2, 20], [2, UTF8], [2, method], [2, 0], [2, DATE], [4, crc32(bytes)], [4, body.length], [4, bytes.length], [2, label.length], [2, 0]]
    add(directory, fields([4, ENTRY], [2, 20], ...common, [2, 0], [2, 0], [2, 0], [4, 0], [4, at]), label)
    at += add(parts, fields([4, LOCAL], ...common), label, body)
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0)
  const end = fields([4, END], [2, 0], [2, 0], [2, files.length], [2, files.length], [4, size], [4, at], [2, 0])
  return new Blob([...parts, ...directory, end], { type: 'application/zip' })
}

/** The files of an archive, `[name, bytes]` each, without the folder that all of them lie in; hidden files and folders are left out. */
export async function unpacked(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  while (end >= 0 && view.getUint32(end, true) !== END) end--
  if (end < 0) throw Error('expected a zip archive')
  const count = view.getUint16(end + 10, true)
  if (count > MOST.files) throw Error(`expected at most ${MOST.files} files, found ${count}`)
  const files = []
  let room = MOST.bytes
  for (let at = view.getUint32(end + 16, true), n = 0; n < count; n++) {
    if (view.getUint32(at, true) !== ENTRY) throw Error('expected an entry of the directory')
    const [flags, method] = [8, 10].map(offset => view.getUint16(at + offset, true))
    const [checksum, packedSize, size] = [16, 20, 24].map(offset => view.getUint32(at + offset, true))
    const [name, extra, remark] = [28, 30, 32].map(offset => view.getUint16(at + offset, true))
    const local = view.getUint32(at + 42, true)
    const label = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name))
    at += 46 + name + extra + remark
    if (label.endsWith('/')) continue
    if (flags & 1 || ![STORED, DEFLATED].includes(method) || (room -= size) < 0) throw Error(`expected a plain file, found ${label}`)
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    const body = bytes.subarray(start, start + packedSize)
    const whole = method === STORED ? body : await inflated(body, size)
    if (whole.length !== size || crc32(whole) !== checksum) throw Error(`expected the file as it was packed, found another: ${label}`)
    files.push([label, whole])
  }
  const shown = files.filter(([name]) => !/(?:^|\/)(?:\.|__MACOSX\/)/.test(name))
  const top = shown[0]?.[0].match(/^[^/]+\//)?.[0] ?? ''
  const within = shown.every(([name]) => name.startsWith(top)) ? top.length : 0
  return shown.map(([name, bytes]) => [name.slice(within), bytes]).filter(([name]) => !name.includes('/'))
}

/** What was deflated, read no further than the size that it states. */
async function inflated(body, size) {
  const whole = new Uint8Array(size)
  let at = 0
  const reader = new Blob([body]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader()
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
    if (at + value.length > size) throw Error('expected fewer bytes')
    whole.set(value, at)
    at += value.length
  }
  return whole.subarray(0, at)
}
