/**
 * The demo's pictures: flat vector drawings in one hand, made from a few shapes, so that
 * thirty dishes weigh a few kilobytes and belong to the project.
 */
export interface Drawing {
  shape: 'glass' | 'mug' | 'takeaway' | 'pot' | 'cake' | 'roll' | 'cookie' | 'tin';
  /** The drink or the dough. */
  main: string;
  /** Foam, cream, icing or label. */
  top: string;
  /** What lies in or on it. */
  bits?: string;
  background: string;
}

const shadow = '<ellipse cx="300" cy="492" rx="150" ry="20" fill="#241C15" opacity=".10"/>';

const dots = (colour: string, points: [number, number][], radius = 14) =>
  points.map(([x, y]) => `<circle cx="${x}" cy="${y}" r="${radius}" fill="${colour}"/>`).join('');

const pearls: [number, number][] = [
  [246, 452],
  [273, 460],
  [300, 455],
  [327, 460],
  [354, 452],
  [260, 430],
  [287, 435],
  [314, 430],
  [341, 434],
];
const crumbs: [number, number][] = [
  [246, 300],
  [288, 272],
  [334, 290],
  [368, 322],
  [270, 340],
  [322, 350],
];

const shapes: Record<Drawing['shape'], (d: Drawing) => string> = {
  glass: (d) => `
    <path d="M352 96 L330 190" stroke="${d.top}" stroke-width="16" stroke-linecap="round"/>
    <path d="M196 170 H404 L376 470 Q374 488 356 488 H244 Q226 488 224 470 Z" fill="#FFFFFF" opacity=".75"/>
    <path d="M204 232 H396 L374 462 Q372 476 358 476 H242 Q228 476 226 462 Z" fill="${d.main}"/>
    <path d="M201 206 H399 L394 262 Q348 286 300 264 Q250 242 206 266 Z" fill="${d.top}"/>
    ${d.bits ? dots(d.bits, pearls) : ''}
    <path d="M226 214 L244 440" stroke="#FFFFFF" stroke-width="12" stroke-linecap="round" opacity=".45"/>`,
  mug: (d) => `
    <path d="M400 270 q82 -6 74 66 q-8 72 -96 66" fill="none" stroke="#FFFFFF" stroke-width="30"/>
    <path d="M170 226 H418 L398 432 Q392 484 340 484 H248 Q196 484 190 432 Z" fill="#FFFFFF"/>
    <ellipse cx="294" cy="228" rx="124" ry="36" fill="#EFE7DB"/>
    <ellipse cx="294" cy="230" rx="110" ry="29" fill="${d.main}"/>
    <path d="M294 252 q-44 -16 -34 -30 q12 -12 34 4 q22 -16 34 -4 q10 14 -34 30" fill="${d.top}"/>
    <path d="M250 170 q-18 -26 0 -52 M300 160 q-18 -26 0 -52 M350 170 q-18 -26 0 -52" fill="none" stroke="#FFFFFF" stroke-width="10" stroke-linecap="round" opacity=".8"/>
    ${d.bits ? `<rect x="214" y="330" width="150" height="60" rx="30" fill="${d.bits}" opacity=".9"/>` : ''}`,
  takeaway: (d) => `
    <rect x="206" y="150" width="188" height="34" rx="14" fill="${d.top}"/>
    <path d="M194 184 H406 V206 H194 Z" fill="${d.top}" opacity=".85"/>
    <path d="M204 206 H396 L372 470 Q370 488 352 488 H248 Q230 488 228 470 Z" fill="#FFFFFF"/>
    <path d="M210 276 H390 L380 396 H220 Z" fill="${d.main}"/>
    <circle cx="300" cy="336" r="34" fill="${d.bits ?? '#FFFFFF'}"/>
    <path d="M280 350 V326 q20 -24 40 0 V350" fill="none" stroke="${d.main}" stroke-width="8" stroke-linecap="round"/>`,
  pot: (d) => `
    <path d="M414 300 q70 -40 86 -96" fill="none" stroke="${d.main}" stroke-width="34" stroke-linecap="round"/>
    <path d="M196 280 q-92 -6 -86 74 q6 66 92 66" fill="none" stroke="${d.main}" stroke-width="22"/>
    <ellipse cx="304" cy="360" rx="140" ry="124" fill="${d.main}"/>
    <path d="M222 262 q82 -70 164 0 Z" fill="${d.top}"/><circle cx="304" cy="216" r="18" fill="${d.top}"/>
    <path d="M206 330 q12 -44 46 -60" fill="none" stroke="#FFFFFF" stroke-width="14" stroke-linecap="round" opacity=".4"/>
    ${d.bits ? `<path d="M270 372 q34 -64 68 0 q-34 54 -68 0" fill="${d.bits}"/>` : ''}`,
  cake: (d) => `
    <path d="M150 440 L168 300 Q300 220 452 316 L450 440 Q300 484 150 440 Z" fill="${d.main}"/>
    <path d="M166 306 Q300 214 454 318 L452 352 Q420 380 396 350 Q366 384 338 346 Q306 384 278 344 Q250 376 226 340 Q196 366 164 338 Z" fill="${d.top}"/>
    <path d="M156 396 Q300 444 450 398" fill="none" stroke="${d.top}" stroke-width="14" opacity=".8"/>
    <circle cx="308" cy="250" r="30" fill="${d.bits ?? '#C73E2B'}"/><path d="M308 222 q6 -34 34 -40" fill="none" stroke="#2F7D4F" stroke-width="8" stroke-linecap="round"/>`,
  roll: (d) => `
    <path d="M130 420 Q110 300 230 258 Q300 180 382 254 Q498 296 472 420 Q300 476 130 420 Z" fill="${d.main}"/>
    <path d="M216 270 Q204 350 226 432 M300 220 Q292 330 300 448 M388 266 Q398 350 378 434" fill="none" stroke="${d.top}" stroke-width="16" stroke-linecap="round"/>
    <path d="M164 380 q10 -60 52 -84" fill="none" stroke="#FFFFFF" stroke-width="12" stroke-linecap="round" opacity=".4"/>
    ${d.bits ? dots(d.bits, crumbs, 9) : ''}`,
  cookie: (d) => `
    <circle cx="300" cy="330" r="142" fill="${d.main}"/>
    <circle cx="300" cy="330" r="118" fill="none" stroke="${d.top}" stroke-width="10" stroke-dasharray="4 22" stroke-linecap="round"/>
    ${dots(d.bits ?? '#5B3A29', crumbs, 18)}`,
  tin: (d) => `
    <rect x="186" y="176" width="228" height="308" rx="26" fill="${d.main}"/>
    <rect x="174" y="146" width="252" height="62" rx="22" fill="${d.top}"/>
    <rect x="222" y="266" width="156" height="150" rx="14" fill="#FFFFFF" opacity=".92"/>
    <path d="M300 390 q-58 -44 0 -98 q58 54 0 98 M300 396 V326" fill="none" stroke="${d.bits ?? d.main}" stroke-width="9" stroke-linecap="round"/>`,
};

/** A square picture, 600 by 600, as SVG text. */
export function draw(drawing: Drawing): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 600" width="600" height="600">
  <rect width="600" height="600" fill="${drawing.background}"/>
  <circle cx="300" cy="320" r="222" fill="#FFFFFF" opacity=".38"/>${shadow}${shapes[drawing.shape](drawing)}
</svg>`;
}

/** The band of a store: its front with an archway, 1200 by 640. */
export function drawStore({ wall, sky }: { wall: string; sky: string }): string {
  const lantern = (x: number) =>
    `<path d="M${x} 250 v26" stroke="#241C15" stroke-width="5"/><ellipse cx="${x}" cy="304" rx="30" ry="26" fill="#C73E2B"/><path d="M${x} 330 v22" stroke="#B98A3E" stroke-width="6"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 640" width="1200" height="640">
  <rect width="1200" height="640" fill="${sky}"/><circle cx="980" cy="140" r="70" fill="#FFFFFF" opacity=".7"/>
  <rect x="150" y="230" width="900" height="350" fill="${wall}"/>
  <path d="M90 236 Q330 210 600 130 Q870 210 1110 236 L1070 262 H130 Z" fill="#8E2B1E"/><path d="M90 236 Q330 210 600 130 Q870 210 1110 236" fill="none" stroke="#B98A3E" stroke-width="10"/>
  <rect x="470" y="330" width="260" height="250" fill="#3A2A20"/><path d="M470 330 Q600 270 730 330" fill="#3A2A20"/>
  <rect x="210" y="360" width="200" height="140" rx="10" fill="#F6E3B8"/><rect x="790" y="360" width="200" height="140" rx="10" fill="#F6E3B8"/>
  <path d="M310 360 V500 M210 430 H410 M890 360 V500 M790 430 H990" stroke="#8E2B1E" stroke-width="8"/>
  <rect x="500" y="206" width="200" height="60" rx="8" fill="#241C15"/><path d="M530 236 h140" stroke="#B98A3E" stroke-width="12" stroke-linecap="round" stroke-dasharray="34 20"/>
  ${[260, 420, 780, 940].map(lantern).join('')}
  <rect y="580" width="1200" height="60" fill="#D9CDBB"/><rect x="440" y="566" width="320" height="18" rx="6" fill="#B8AEA2"/>
</svg>`;
}
