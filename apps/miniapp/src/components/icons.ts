/** Strokes on a field of 24 by 24. Drawn as a mask, so they take the colour of the text. */
const strokes = {
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  close: 'M6 6l12 12M18 6L6 18',
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16 16l4.5 4.5',
  cart: 'M5 8h14l-1.2 12H6.200zM9 8V7a3 3 0 0 1 6 0v1',
  cup: 'M6 8h12l-1.300 12H7.300zM4.500 8h15M13 8l2-5',
  scan: 'M4 9V5h4M16 5h4v4M20 15v4h-4M8 19H4v-4M4 12h16',
  pin: 'M12 21s-7-6.200-7-11.500a7 7 0 0 1 14 0C19 14.800 12 21 12 21zM12 7.500a2.200 2.200 0 1 0 0 4.400 2.200 2.200 0 0 0 0-4.400z',
  phone:
    'M6 3h4l1.500 5-2.500 1.500a11 11 0 0 0 5.500 5.500L16 12.500l5 1.500v4c0 1.700-1.300 3-3 3C10.300 21 3 13.700 3 6c0-1.700 1.300-3 3-3z',
  chat: 'M4 12c0-4 3.500-7 8-7s8 3 8 7-3.500 7-8 7c-1 0-2-.200-3-.500L5 20l.800-3C4.700 15.600 4 14 4 12zM9 12h.010M12 12h.010M15 12h.010',
  clock: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 8v4.500l3 2',
  list: 'M6 3h12v18l-3-2-3 2-3-2-3 2zM9.500 8h5M9.500 12h5',
  next: 'M9 5l7 7-7 7',
  share: 'M12 3v12M8 7l4-4 4 4M5 12v8h14v-8',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4 21c.800-4.500 4-6 8-6s7.200 1.500 8 6',
  shield: 'M12 3l7.500 3v5.500c0 4.500-3 8-7.500 9.500-4.500-1.500-7.500-5-7.500-9.500V6zM8.500 12l2.500 2.500 4.500-5',
  bin: 'M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13',
  check: 'M5 12.500l5 5L19.500 7',
  table: 'M3 9h18M6 9v11M18 9v11M4 9l2-4h12l2 4',
  bag: 'M5 8h14v12H5zM9 8V6.500a3 3 0 0 1 6 0V8',
  bike: 'M6.500 13a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM17.500 13a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM6.500 17l3.500-7h5l2.500 7M13 6h2.500l1 4',
  globe: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3 12h18M12 3c3 2.500 4 5.500 4 9s-1 6.500-4 9c-3-2.500-4-5.500-4-9s1-6.500 4-9z',
  cloud: 'M7 18a4 4 0 0 1-.500-8A6 6 0 0 1 18 9.500 4.300 4.300 0 0 1 17.500 18M9 21l6-6M9 15l6 6',
} as const;

export type IconName = keyof typeof strokes;

/** The picture as a `url(…)` for a CSS mask. */
export function iconUrl(name: IconName): string {
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='#000' stroke-width='1.8' stroke-linecap='round' stroke-linejoin='round'><path d='${strokes[name]}'/></svg>`;
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`;
}
