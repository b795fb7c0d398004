// Writes a screenshot with a palette: a picture of an editor has few colours, and so it is a third as large.
import { crc32, deflateSync, inflateSync } from 'node:zlib'

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const rgb = 2
const indexed = 3
const mostColours = 256

/** @param {Buffer} png As a browser writes it: three channels of eight bits, not interlaced. */
export function withPalette(png) {
  const chunks = readChunks(png)
  const header = chunks.find(({ type }) => type === 'IHDR').data
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  if (header[8] !== 8 || header[9] !== rgb || header[12] !== 0) return png
  const data = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map((chunk) => chunk.data))
  const pixels = unfilter(inflateSync(data), width * 3, height)
  const palette = findPalette(pixels)
  const rows = Buffer.alloc((width + 1) * height)
  const nearest = nearestIn(palette)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      rows[y * (width + 1) + 1 + x] = nearest(pixels.readUIntBE((y * width + x) * 3, 3))
    }
  }
  const newHeader = Buffer.from(header)
  newHeader[9] = indexed
  return Buffer.concat([
    signature,
    writeChunk('IHDR', newHeader),
    writeChunk('PLTE', Buffer.from(palette.flatMap(channelsOf))),
    writeChunk('IDAT', deflateSync(rows, { level: 9 })),
    writeChunk('IEND', Buffer.alloc(0)),
  ])
}

/** One half are the colours that most pixels have; of the others, one of those that look the same each. */
function findPalette(pixels) {
  const counts = new Map()
  for (let at = 0; at < pixels.length; at += 3) {
    const colour = pixels.readUIntBE(at, 3)
    counts.set(colour, (counts.get(colour) ?? 0) + 1)
  }
  const byCount = [...counts].sort(([, one], [, other]) => other - one).map(([colour]) => colour)
  const alike = new Map()
  for (const colour of byCount.slice(mostColours / 2)) {
    const key = colour & 0xf0f0f0
    if (!alike.has(key)) alike.set(key, colour)
  }
  return [...byCount.slice(0, mostColours / 2), ...[...alike.values()].slice(0, mostColours / 2)]
}

function nearestIn(palette) {
  const channels = palette.map(channelsOf)
  const known = new Map(palette.map((colour, index) => [colour, index]))
  return (colour) => {
    let index = known.get(colour)
    if (index === undefined) {
      const distances = channels.map((each) => distance(each, channelsOf(colour)))
      index = distances.indexOf(Math.min(...distances))
      known.set(colour, index)
    }
    return index
  }
}

function channelsOf(colour) {
  return [colour >> 16, (colour >> 8) & 0xff, colour & 0xff]
}

function distance(one, other) {
  return one.reduce((sum, channel, index) => sum + (channel - other[index]) ** 2, 0)
}

/** Each row says by which of its neighbours its bytes are foretold. */
function unfilter(data, length, height) {
  const pixels = Buffer.alloc(length * height)
  const at = (x, y) => (x < 0 || y < 0 ? 0 : pixels[y * length + x])
  const foretell = [
    () => 0,
    (x, y) => at(x - 3, y),
    (x, y) => at(x, y - 1),
    (x, y) => (at(x - 3, y) + at(x, y - 1)) >> 1,
    (x, y) => paeth(at(x - 3, y), at(x, y - 1), at(x - 3, y - 1)),
  ]
  for (let y = 0; y < height; y += 1) {
    const filter = foretell[data[y * (length + 1)]]
    for (let x = 0; x < length; x += 1) {
      pixels[y * length + x] = data[y * (length + 1) + 1 + x] + filter(x, y)
    }
  }
  return pixels
}

function paeth(left, above, corner) {
  const guess = left + above - corner
  const [toLeft, toAbove, toCorner] = [left, above, corner].map((each) => Math.abs(guess - each))
  if (toLeft <= toAbove && toLeft <= toCorner) return left
  return toAbove <= toCorner ? above : corner
}

function readChunks(png) {
  const chunks = []
  for (let at = signature.length; at < png.length; ) {
    const length = png.readUInt32BE(at)
    const data = png.subarray(at + 8, at + 8 + length)
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data })
    at += length + 12
  }
  return chunks
}

function writeChunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(4)
  frame.writeUInt32BE(data.length)
  const checksum = Buffer.alloc(4)
  checksum.writeUInt32BE(crc32(body))
  return Buffer.concat([frame, body, checksum])
}
