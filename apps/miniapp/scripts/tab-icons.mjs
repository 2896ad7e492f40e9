/**
 * Draws the pictures of the tab bar: WeChat takes only PNG there. Each icon is a list of
 * strokes on a field of 81 by 81; the distance to the nearest stroke gives the edge its
 * smoothness. Run by hand after a change: `node scripts/tab-icons.mjs`.
 */
import { writeFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';

const size = 81;
const stroke = 5.4;
const arc = (cx, cy, r, from, to, ry = r) =>
  Array.from({ length: 25 }, (_, i) => {
    const a = ((from + ((to - from) * i) / 24) * Math.PI) / 180;
    return [cx + r * Math.cos(a), cy + ry * Math.sin(a)];
  });
const icons = {
  home: [
    [
      [12, 40],
      [40.5, 14],
      [69, 40],
    ],
    [
      [20, 35],
      [20, 67],
      [61, 67],
      [61, 35],
    ],
    [
      [40.5, 67],
      [40.5, 50],
    ],
  ],
  menu: [
    [
      [18, 26],
      [23, 69],
      [58, 69],
      [63, 26],
      [18, 26],
    ],
    [
      [13, 26],
      [68, 26],
    ],
    [
      [43, 26],
      [50, 9],
    ],
  ],
  orders: [
    [
      [17, 12],
      [64, 12],
      [64, 69],
      [17, 69],
      [17, 12],
    ],
    [
      [29, 29],
      [52, 29],
    ],
    [
      [29, 42],
      [52, 42],
    ],
    [
      [29, 55],
      [43, 55],
    ],
  ],
  me: [arc(40.5, 27, 14, 0, 360), arc(40.5, 70, 27, 180, 360, 22)],
};

const distance = (x, y, [ax, ay], [bx, by]) => {
  const [dx, dy] = [bx - ax, by - ay];
  const t = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
};

const crcTable = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});
const crc = (bytes) => {
  let c = 0xffffffff;
  for (const byte of bytes) c = crcTable[(c ^ byte) & 255] ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
};
const chunk = (type, data) => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc(body), body.length + 4);
  return out;
};

function png(lines, [r, g, b]) {
  const rows = [];
  for (let y = 0; y < size; y += 1) {
    rows.push(0);
    for (let x = 0; x < size; x += 1) {
      let d = Infinity;
      for (const line of lines) for (let i = 1; i < line.length; i += 1) d = Math.min(d, distance(x + 0.5, y + 0.5, line[i - 1], line[i]));
      rows.push(r, g, b, Math.round(255 * Math.max(0, Math.min(1, stroke / 2 - d + 0.5))));
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.from(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

for (const [name, lines] of Object.entries(icons)) {
  writeFileSync(new URL(`../src/static/tab/${name}.png`, import.meta.url), png(lines, [138, 129, 120]));
  writeFileSync(new URL(`../src/static/tab/${name}-on.png`, import.meta.url), png(lines, [199, 62, 43]));
}
