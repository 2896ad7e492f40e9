import sharp from 'sharp';
const [out, ...ins] = process.argv.slice(2);
const imgs = await Promise.all(ins.map((f) => sharp(f).toBuffer({ resolveWithObject: true })));
const w = Math.max(...imgs.map((i) => i.info.width)),
  h = Math.max(...imgs.map((i) => i.info.height)),
  cols = Math.min(4, imgs.length);
await sharp({ create: { width: w * cols, height: h * Math.ceil(imgs.length / cols), channels: 3, background: '#fff' } })
  .composite(imgs.map((i, k) => ({ input: i.data, left: (k % cols) * w, top: Math.floor(k / cols) * h })))
  .png()
  .toFile(out);
